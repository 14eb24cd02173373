import { revisionTerms, termOf } from '../../../../shared/domain/contract/contract-terms.ts'
import type { ContractId, EntityId, Holder, PortfolioOwner } from '../../../../shared/domain/ids.ts'
import { startOfDayInJapan, type Instant } from '../../../../shared/domain/plain-date.ts'
import { UnreadableRow } from '../../../ports/stored-forms.ts'
import { partOf, type ValueOf } from '../forms/fields.ts'
import { concludedLine, concludedRest, dealLine, revisedRest, type lineFields, type restFields } from './schema.ts'
import type {
  ContractRevision,
  ConsentNow,
  Interval,
  Confirmation,
  EndedContract,
  LiveContract,
  Takeover,
} from '../../../../shared/domain/contract/states.ts'

/*
 * What a head's texts leave out since something else in the row says it: who sells it, who answers as a letter, when a
 * consent at signing was given. Whatever a field says by itself is in the schema alone.
 */

/** Place of a head, which tells the rest: whose it is, and who holds it now. */
export type HeadPlace = {
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly holder: Holder
  readonly smeId: string
}

type Line = ValueOf<typeof lineFields.live>
type Rest = ValueOf<typeof restFields.live>
type Concluded = Omit<LiveContract, 'stage'>

/** Revision of the contract as it stands now. Its seller is its holder, unless the line says another. */
export const dealFrom = (
  { contractId, entityId, smeId, holder }: HeadPlace,
  line: ValueOf<typeof dealLine>,
  rest: ValueOf<typeof revisedRest>,
): ContractRevision => ({
  contractId,
  entityId,
  smeId,
  ...partOf(dealLine, line),
  ...partOf(revisedRest, rest),
  seller: (line.seller ?? holder) as PortfolioOwner,
})

/** The same without what the row's keys say. */
export const dealTo = (
  { contractId: _, entityId: __, smeId: ___, ...deal }: ContractRevision,
  holder: Holder,
): object => ({
  ...deal,
  seller: deal.seller === holder ? undefined : deal.seller,
})

/** Fields a revision may leave unsaid: where one does and the revision in force does not, its row says null. */
const mayBeAbsent: readonly (keyof ContractRevision)[] = [
  'exceptionId',
  ...revisionTerms.filter((name) => termOf(name).presence === 'maybe'),
]
const nothingElse = Object.fromEntries(mayBeAbsent.map((name) => [name, null]))

type Revised = NonNullable<Rest['next']>['deal']

/** A revision that is not in force: what it does not say is as the one that is says it. */
const revisionFrom = (now: ContractRevision, { seller = now.seller, ...differs }: Revised): ContractRevision => {
  const then = { ...now, ...differs, seller: seller as PortfolioOwner }
  const silent = new Set<string>(mayBeAbsent.filter((name) => then[name] === null))
  return Object.fromEntries(Object.entries(then).filter(([name]) => !silent.has(name))) as ContractRevision
}
const revisionTo = (
  now: ContractRevision,
  { contractId: _, entityId: __, smeId: ___, ...then }: ContractRevision,
): Revised =>
  Object.fromEntries(
    Object.entries({ ...nothingElse, ...then }).filter(([name, value]) => {
      const said = now[name as keyof ContractRevision] ?? null
      return value !== said && JSON.stringify(value) !== JSON.stringify(said)
    }),
  )

/** Facts from the rest of the contract that intervals need. */
type Surroundings = Pick<LiveContract, 'deal' | 'holder' | 'entry' | 'signedOn' | 'liveAt'> & {
  readonly takeover: Pick<Takeover, 'since'> | null
  readonly endedAt?: Instant
}

/** Instant from which the contract stands: a signature counts from its moment, a paper from the day it was signed. */
const beginningOf = ({ entry, signedOn, liveAt }: Surroundings): Instant =>
  entry === 'signed' ? liveAt : startOfDayInJapan(signedOn)

const partyFrom = (party: string | undefined, { deal, holder }: Surroundings): Holder => {
  if (party === undefined) return deal.seller
  if (party === 'e') return deal.entityId
  return party === 'h' ? holder : (party as Holder)
}
const partyTo = (party: Holder, { deal, holder }: Surroundings): string | undefined => {
  if (party === deal.seller) return undefined
  if (party === deal.entityId) return 'e'
  return party === holder ? 'h' : party
}

/** Start of an interval that does not say it. */
const fromOf = (place: number, around: Surroundings): Instant =>
  place === 0 || !around.takeover ? beginningOf(around) : around.takeover.since

/** End of an interval that does not say it. */
const untilOf = (next: Pick<Interval, 'from'> | undefined, { endedAt }: Surroundings): Instant | null =>
  next?.from ?? endedAt ?? null

type StoredIntervals = NonNullable<Rest['responsibility']>

const intervalsFrom = (stored: StoredIntervals = [{}], around: Surroundings): readonly Interval[] => {
  const begun = stored.map(({ party, from, until }, place) => ({
    party: partyFrom(party, around),
    from: from ?? fromOf(place, around),
    until,
  }))
  return begun.map(({ until, ...one }, place) => ({
    ...one,
    until: until === undefined ? untilOf(begun[place + 1], around) : until,
  }))
}
const intervalsTo = (intervals: readonly Interval[], around: Surroundings): StoredIntervals | undefined => {
  const stored = intervals.map(({ party, from, until }, place) => ({
    party: partyTo(party, around),
    from: unless(from, fromOf(place, around)),
    until: unless(until, untilOf(intervals[place + 1], around)),
  }))
  return JSON.stringify(stored) === '[{}]' ? undefined : (stored as StoredIntervals)
}

const unless = <Value>(value: Value, said: Value): Value | undefined => (value === said ? undefined : value)

const confirmationFrom = ({ confirmed }: Line, { answeredAt, confirmLink }: Rest): Confirmation => {
  const answered = confirmed === 'confirmed' || confirmed === 'disputed'
  if (answered !== (answeredAt !== undefined) || (confirmLink && confirmed !== 'awaiting'))
    throw new UnreadableRow('contract', `its confirmation is ${confirmed}, and its rest says otherwise`)
  if (confirmed === 'given') return { stage: confirmed }
  if (confirmed === 'awaiting') return { stage: confirmed, link: confirmLink ?? null }
  return { stage: confirmed, at: answeredAt as Instant }
}

const takeoverFrom = ({ takeover }: Line, { takenOver }: Rest): Takeover | null => {
  if (!takeover && !takenOver) return null
  if (!takeover || !takenOver) throw new UnreadableRow('contract', 'only one of its texts speaks of a takeover')
  return { settlement: null, ...takeover, ...takenOver }
}

/** The contract after it was concluded; of one that has ended, `endedAt` says when. */
export const concludedFrom = (place: HeadPlace, line: Line, rest: Rest, endedAt?: Instant): Concluded => {
  const deal = dealFrom(place, line, rest)
  const { holder } = place
  const takeover = takeoverFrom(line, rest)
  // Whoever was taken over has been answered for by another.
  if (takeover && !rest.responsibility)
    throw new UnreadableRow('contract', 'it was taken over, and nobody answers anew')
  const around = { ...line, deal, holder, takeover, ...(endedAt ? { endedAt } : {}) }
  const { confirmed: _, ...plainLine } = partOf(concludedLine, line)
  const { answeredAt: __, confirmLink: ___, takenOver: ____, ...plainRest } = partOf(concludedRest, rest)
  return {
    ...plainLine,
    ...plainRest,
    deal,
    holder,
    takeover,
    responsibility: intervalsFrom(rest.responsibility, around),
    counterparty: intervalsFrom(rest.counterparty, around),
    confirmation: confirmationFrom(line, rest),
    servedFrom: rest.servedFrom ?? deal.startOn,
    lastRevision: rest.lastRevision ?? deal.revision,
    consents: rest.consents.map((one): ConsentNow => ({ ...one, at: one.at ?? line.liveAt })),
    proposal: rest.proposal && { ...rest.proposal, deal: revisionFrom(deal, rest.proposal.deal) },
    next: rest.next && { ...rest.next, deal: revisionFrom(deal, rest.next.deal) },
  }
}

/** Fields of the texts of a concluded contract. */
export const concludedTo = (contract: LiveContract | EndedContract): object => {
  const { stage: _, deal, holder: __, confirmation, takeover, ...plain } = contract
  return {
    ...plain,
    confirmed: confirmation.stage,
    answeredAt: 'at' in confirmation ? confirmation.at : undefined,
    confirmLink: 'link' in confirmation ? (confirmation.link ?? undefined) : undefined,
    responsibility: takeover
      ? (intervalsTo(contract.responsibility, contract) ?? [{}])
      : intervalsTo(contract.responsibility, contract),
    counterparty: intervalsTo(contract.counterparty, contract),
    ...takeoverTo(takeover),
    servedFrom: unless(contract.servedFrom, deal.startOn),
    lastRevision: unless(contract.lastRevision, deal.revision),
    consents: contract.consents.map(({ at, ...one }) => ({ ...one, at: unless(at, contract.liveAt) })),
    proposal: contract.proposal && { ...contract.proposal, deal: revisionTo(deal, contract.proposal.deal) },
    next: contract.next && { ...contract.next, deal: revisionTo(deal, contract.next.deal) },
  }
}

const takeoverTo = (takeover: Takeover | null) => {
  if (!takeover) return { takeover, takenOver: null }
  const { discontinuanceId, coverage, settlement, ...line } = takeover
  return {
    takeover: settlement === null ? line : { ...line, settlement },
    takenOver: { discontinuanceId, coverage },
  }
}
