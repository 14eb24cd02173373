import { good } from './parties.ts'

/** An SME's wish to leave, as a seller puts it on record. */
export const wish = (on: string, more: object = {}) => ({
  on,
  reason: '移転のため',
  askedBy: '社長',
  how: 'phone',
  ...more,
})

type Posting = { readonly post: (path: string, body?: unknown) => Promise<Parameters<typeof good>[0]> }

/** An SME leaves: its wish is put on record, and confirmed at the price it was shown. */
export const leave = async (ask: Posting, contractId: string, on: string) => {
  const path = `/v1/contracts/${contractId}`
  const { leaving } = good(await ask.post(`${path}/request-cancellation`, wish(on)))
  return good(await ask.post(`${path}/cancel`, { penaltyExTaxYen: leaving.penaltyExTaxYen }))
}
