import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Invariant } from './invariant.ts'
import { agreementsOf, type Agreement } from '../reading/agreements.ts'

type Step = { readonly what: string; readonly is: (event: ContractEvent, agreement: Agreement) => boolean }

const text = ({ type }: ContractEvent): boolean =>
  type === 'contract-drafted' || type === 'contract-revised' || type === 'amendment-proposed'
const told: Step = {
  what: 'disclosed',
  is: (event, { deal }) => text(event) && 'deal' in event && event.deal.documentSha256 === deal.documentSha256,
}
const explained: Step = { what: 'explained', is: ({ type }) => type === 'contract-explained' }
const offered: Step = { what: 'offered', is: ({ type }) => type === 'contract-offered' }

/**
 * Steps that must have come before, first things first. A text that was attested is shown by the link that asks of it.
 */
const steps: Readonly<Record<Agreement['kind'], readonly Step[]>> = {
  sign: [told, explained, offered],
  amend: [told, explained, offered],
  confirm: [{ what: 'attested', is: ({ type }) => type === 'contract-attested' }],
}

const wrongOrder = (agreement: Agreement): readonly string[] => {
  const { stream, index, kind } = agreement
  const earlier = stream.entries.slice(0, index).map(({ event }) => event)
  const wrong: string[] = []
  let after = -1
  for (const { what, is } of steps[kind]) {
    const place = earlier.findIndex((event, n) => n > after && is(event, agreement))
    if (place < 0) wrong.push(`was agreed to without being ${what} before`)
    else after = place
  }
  // Another text since then would be the one to tell of.
  const other = earlier.slice(after + 1).find((event) => kind !== 'confirm' && text(event))
  return other ? [...wrong, `was agreed to after another text came by ${other.type}`] : wrong
}

/**
 * I21. In the order of its ledger a text is disclosed, explained, offered and only then signed, and no other text comes
 * between; what is confirmed was attested before.
 */
export const toldBeforeSigned: Invariant = {
  id: 'I21',
  says: { ja: '開示、説明、送付の後に署名されている', en: 'disclosed, explained, offered, then signed' },
  check: (book, see) => {
    for (const agreement of agreementsOf(book)) see(agreement.entry.where, ...wrongOrder(agreement))
  },
}
