import type { Ask, House } from './house.ts'
import { good, nextNumber, paper, type Parties } from './parties.ts'

export type Leaver = { readonly resellerId: `rsl_${string}`; readonly ask: Ask }

type Scene = { readonly house: House; readonly parties: Parties; readonly net: `svc_${string}` }

/** What tests of resellers that stop have in common: one that will, its contracts, and the stop itself. */
export const leaving = ({ house, parties, net }: Scene) => {
  const leaver = (): Promise<Leaver> => parties.reseller(`L${nextNumber()}`, [net])

  const attested = async ({ ask }: Leaver, more: object = {}) =>
    good(await ask.post('/v1/contracts/attest', paper(net, more))).contractId as string

  const proposed = async ({ resellerId }: Leaver) =>
    good(
      await parties.staff.post('/v1/discontinuances', {
        resellerId,
        ground: 'bankruptcy',
        occurredOn: house.clock.today(),
        statement: '続けられない。',
      }),
    ).discontinuanceId as `dsc_${string}`

  const stopped = async (one: Leaver) => {
    const discontinuanceId = await proposed(one)
    const { since } = good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    return { discontinuanceId, since: since as string, path: `/v1/discontinuances/${discontinuanceId}` }
  }

  const read = async (contractId: string) => good(await parties.admin.get(`/v1/contracts/${contractId}`))

  return { leaver, attested, proposed, stopped, read }
}

export const consent = { givenBy: '社長', on: '2026-10-01', how: 'phone' }
