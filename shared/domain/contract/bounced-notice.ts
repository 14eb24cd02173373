import type { BounceCause } from './contract-words.ts'
import type { ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'

/** Event of a contract, as far as it tells whether the SME was told: with its outbox entries and their outcomes. */
export type Telling = {
  readonly event: ContractEvent | { readonly type: string }
  readonly deliveries: readonly {
    readonly id: string
    readonly template: string
    readonly outcome: string | null
  }[]
}

type Bounced = {
  readonly deliveryId: string
  readonly cause: BounceCause
}

/** True for a letter that a carrier took: accepted, or known to have arrived. */
export const wentOut = (outcome: string | null | undefined): boolean =>
  outcome === 'accepted' || outcome === 'delivered'

/** Outcome of an accepted letter, as far as the ledger knows: `awaited` while its own receipt is still to come. */
export type Known = 'awaited' | 'accepted' | 'overtaken'

/** Outcome of the notice that is said to have bounced, among the events of the present takeover. */
export const noticeKnown = (history: readonly Telling[], deliveryId: string): Known => {
  const present = ofPresentTakeover(history)
  if (bouncedIn(present).has(deliveryId)) return 'overtaken'
  const notice = noticesIn(present).find(({ id }) => id === deliveryId)
  if (notice?.outcome === null) return 'awaited'
  return wentOut(notice?.outcome) ? 'accepted' : 'overtaken'
}

/**
 * The notice of a takeover came back after it had been accepted. The SME is untold again, unless a person told it, or
 * found that it has the new contact, or another notice has reached it; then the bounce is on record and changes nothing.
 * A case that is closed is not opened again by a letter.
 */
export const noticeBounced = (
  contract: ExistingContract,
  history: readonly Telling[],
  { deliveryId, cause }: Bounced,
  { caseClosed }: { readonly caseClosed: boolean },
): readonly ContractEvent[] => {
  if (contract.stage !== 'live' || !contract.takeover) return []
  if (noticeKnown(history, deliveryId) !== 'accepted') return []
  const untold = !caseClosed && !isToldOtherwise(history, deliveryId)
  return [{ type: 'takeover-notice-bounced', deliveryId, cause, untold }]
}

const isToldOtherwise = (history: readonly Telling[], deliveryId: string): boolean => {
  const present = ofPresentTakeover(history)
  const bounced = bouncedIn(present)
  return (
    present.some(({ event }) => isOfAPerson(event)) ||
    noticesIn(present).some(({ id, outcome }) => wentOut(outcome) && id !== deliveryId && !bounced.has(id))
  )
}

const isOfAPerson = (event: Telling['event']): boolean =>
  ('by' in event && event.type === 'takeover-told' && event.by !== 'mail') ||
  ('facet' in event && event.facet === 'contact' && event.finding === 'confirmed')

const ofPresentTakeover = (history: readonly Telling[]): readonly Telling[] =>
  history.slice(
    Math.max(
      0,
      history.findLastIndex(({ event }) => event.type === 'takeover-opened'),
    ),
  )

const noticesIn = (history: readonly Telling[]) =>
  history.flatMap(({ deliveries }) => deliveries.filter(({ template }) => template === 'takeover-notice'))

const bouncedIn = (history: readonly Telling[]): ReadonlySet<string> =>
  new Set(
    history.flatMap(({ event }) =>
      'deliveryId' in event && event.type === 'takeover-notice-bounced' ? [event.deliveryId] : [],
    ),
  )

/** Reasons for which no letter has reached an SME that nobody else has told. */
export const unreachedReasons = ['noAddress', 'bounced', 'notTold'] as const
export type UnreachedReason = (typeof unreachedReasons)[number]

/**
 * Reason to write to the SME of a takeover by post: its notices came back, or there was nobody to write to, or it is
 * past the day by which it should have been told; null while a notice may still arrive.
 */
export const unreachedBecause = (
  history: readonly Telling[],
  { pastDue }: { readonly pastDue: boolean },
): UnreachedReason | null => {
  const present = ofPresentTakeover(history)
  const bounced = bouncedIn(present)
  const outcomes = noticesIn(present).map(({ id, outcome }) => (bounced.has(id) ? 'bounced' : outcome))
  if (outcomes.some((outcome) => outcome === null || wentOut(outcome))) return pastDue ? 'notTold' : null
  return outcomes.includes('bounced') ? 'bounced' : 'noAddress'
}
