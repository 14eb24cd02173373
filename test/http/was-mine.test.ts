import { expect, test } from 'vitest'
import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes.ts'
import type { Ask } from '../support/house.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

/** Every line by which a reseller can read of one contract, but for its print: what is shown there is on the page too. */
const reading = Object.entries(routes as Record<string, Route>).filter(
  ([, { path, effect, who }]) =>
    path.startsWith('/v1/contracts/{contractId}') &&
    effect === 'reads' &&
    !path.endsWith('.pdf') &&
    who !== 'anyone' &&
    who.includes('resellerAdmin'),
)

test('a contract is read by whoever holds it, through every line, and by nobody who held it before', async () => {
  expect(reading.length).toBeGreaterThan(5)
  const { house, parties, leaver, attested, stopped } = await marketplace()
  const [first, second] = [await leaver(), await leaver()]
  const contractId = await attested(first)
  const nowhere = `${contractId.slice(0, -4)}zzzz`

  const answers = async (who: Ask, id: string) => {
    const seen: Record<string, string> = {}
    for (const [name, { path }] of reading) {
      const { status, text } = await who.get(path.replace('{contractId}', id).replace('{name}', 'list.json'))
      seen[name] = `${status} ${text}`
    }
    return seen
  }
  const statuses = async (who: Ask) =>
    Object.entries(await answers(who, contractId)).map(([name, answer]) => `${name} ${answer.slice(0, 3)}`)
  /** Who holds it sees what the implementing entity sees; whoever does not is told what anyone is of no contract at all. */
  const readBy = async (holder: Ask, ...others: readonly Ask[]) => {
    expect(await statuses(holder)).toEqual(await statuses(parties.staff))
    for (const other of others) expect(await answers(other, contractId)).toEqual(await answers(other, nowhere))
  }
  const move = async (path: string, body: object) => {
    await house.settle()
    good(await parties.staff.post(`${path}/takeovers/${contractId}/settle`, { consent, ...body }))
    house.clock.advance(60_000)
  }

  await readBy(first.ask, second.ask)
  const one = await stopped(first)
  await readBy(first.ask, second.ask)
  await move(one.path, { settlement: 'movedToReseller', resellerId: second.resellerId })
  await readBy(second.ask, first.ask)
  const other = await stopped(second)
  await readBy(second.ask, first.ask)
  await move(other.path, { settlement: 'movedToImplementingEntity' })
  await readBy(parties.staff, first.ask, second.ask)
})
