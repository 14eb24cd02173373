import { askWith, type Ask } from '../story/client.ts'
import { draft, explanation, good } from '../support/parties.ts'
import type { Running } from '../../functions/local/running.ts'

/** Who can sign a contract of the implementing entity's own with one request. */
export type Signer = { readonly contractId: string; readonly token: string; readonly sha256: string }

/** A direct contract of the implementing entity, one signature away from being live. */
const ready = async ({ url, deps }: Running, admin: Ask, serviceId: `svc_${string}`): Promise<Signer> => {
  const { contractId } = good(await admin.post('/v1/contracts', draft(serviceId)))
  good(await admin.post(`/v1/contracts/${contractId}/explain`, explanation('2026-10-01')))
  good(await admin.post(`/v1/contracts/${contractId}/offer`, {}))
  const read = await deps.contracts.find(contractId)
  if (read?.kept.state.stage !== 'offered') throw new Error('not offered')
  const { nonce } = read.kept.state.link
  const link = await deps.links.linkFor({ contractId, nonce })
  const anyone = askWith(url, undefined)
  good(await anyone.post('/v1/signing/open', { link }))
  const { token } = good(await anyone.post('/v1/signing/enter', { link, code: await deps.links.codeFor(nonce, 1) }))
  return { contractId, token, sha256: read.kept.state.deal.documentSha256 }
}

/** So many signers, made while a book is seeded. */
export const signersOn =
  (count: number) =>
  async (running: Running, { admin, serviceId }: { readonly admin: Ask; readonly serviceId: `svc_${string}` }) => {
    const waiting: Signer[] = []
    for (let n = 0; n < count; n += 1) waiting.push(await ready(running, admin, serviceId))
    return waiting
  }
