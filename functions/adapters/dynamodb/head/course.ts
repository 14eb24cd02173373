import { proposalKinds, type NextTerm, type Proposal } from '../../../../shared/domain/contract/amendment.ts'
import { consentKinds, type ConsentNow } from '../../../../shared/domain/contract/consent.ts'
import type { Deal, EndedContract, LiveContract } from '../../../../shared/domain/contract/contract.ts'
import { disclosureItemCodes } from '../../../../shared/domain/contract/disclosure-items.ts'
import type { Leaving } from '../../../../shared/domain/contract/ending.ts'
import type { Announced, Renewal } from '../../../../shared/domain/contract/term.ts'
import { prefectures } from '../../../../shared/domain/places.ts'
import type { Instant, PlainDate } from '../../../../shared/domain/plain-date.ts'
import { atMs, longHash, ms, noticeWays, orNull, placeIn, shortHash, wordAt } from './form.ts'
import {
  packExplanation,
  packFunctions,
  packLink,
  unpackExplanation,
  unpackFunctions,
  unpackLink,
  type PackedExplanation,
  type PackedFunctions,
  type PackedLink,
} from './parts.ts'

/*
 * What befalls a contract while it lives: changes proposed and agreed, renewals, a wish to leave, consents. Most
 * contracts have none of it, and then the head spends one digit on all.
 */

type PackedRenewal = readonly [months: number, noticeDays: number] | 0

/** What a revision says anew; whose contract it is, and for which service, stands elsewhere in the head. */
type PackedDeal = readonly [
  seller: string,
  serviceVersion: number,
  edition: string,
  prefecture: number,
  functions: PackedFunctions,
  terminals: number,
  importantTerminals: number | null,
  initialFee: number,
  monthlyFee: number,
  startOn: PlainDate,
  endOn: PlainDate,
  renewal: PackedRenewal,
  noticeBy: number,
  revision: number,
  documentSha256: string,
  exceptionId: string | 0,
]

export type PackedCourse = readonly [
  servedFrom: PlainDate,
  lastRevision: number,
  consents: readonly (readonly [kind: number, given: 0 | 1, at: number])[],
  proposal: readonly [number, PackedDeal, changed: string, PackedExplanation | null, PackedLink | null] | null,
  next: readonly [PackedDeal, PackedExplanation] | null,
  announced: readonly [answerBy: PlainDate, held: 0 | 1] | null,
  leaving: readonly [PlainDate, penalty: number, requestedAt: number, confirmed: 0 | 1, word: string] | null,
  ownLink: PackedLink | null,
]

export type Course = Pick<
  LiveContract,
  'servedFrom' | 'lastRevision' | 'consents' | 'proposal' | 'next' | 'announced' | 'leaving' | 'ownLink'
>

export const packRenewal = (renewal: Renewal | null): PackedRenewal =>
  renewal ? [renewal.months, renewal.noticeDays] : 0
export const unpackRenewal = (packed: PackedRenewal): Renewal | null =>
  packed === 0 ? null : { months: packed[0], noticeDays: packed[1] }

const packDeal = (deal: Deal): PackedDeal => [
  deal.seller,
  deal.serviceVersion,
  deal.edition,
  placeIn(prefectures, deal.prefecture),
  packFunctions(deal.functions),
  deal.terminals,
  deal.importantTerminals,
  deal.initialFeeExTaxYen,
  deal.monthlyFeeExTaxYen,
  deal.startOn,
  deal.endOn,
  packRenewal(deal.renewal),
  placeIn(noticeWays, deal.noticeBy),
  deal.revision,
  shortHash(deal.documentSha256),
  deal.exceptionId?.slice(4) ?? 0,
]

const unpackDeal = (packed: PackedDeal, now: Deal): Deal => {
  const [seller, serviceVersion, edition, prefecture, functions, terminals, importantTerminals, ...rest] = packed
  const [initialFeeExTaxYen, monthlyFeeExTaxYen, startOn, endOn, renewal, noticeBy, revision, ...last] = rest
  const [documentSha256, exceptionId] = last
  const { exceptionId: _, ...same } = now
  return {
    ...same,
    ...(exceptionId === 0 ? {} : { exceptionId: `exc_${exceptionId}` }),
    seller: seller as Deal['seller'],
    serviceVersion,
    edition,
    prefecture: wordAt(prefectures, prefecture),
    functions: unpackFunctions(functions),
    terminals,
    importantTerminals,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    startOn,
    endOn,
    renewal: unpackRenewal(renewal),
    noticeBy: wordAt(noticeWays, noticeBy),
    revision,
    documentSha256: longHash(documentSha256),
  }
}

const packProposal = ({ kind, deal, changed, explanation, link }: Proposal): NonNullable<PackedCourse[3]> => [
  placeIn(proposalKinds, kind),
  packDeal(deal),
  changed.map((item) => placeIn(disclosureItemCodes, item).toString(36)).join(''),
  orNull(explanation, packExplanation),
  orNull(link, packLink),
]

const packLeaving = (leaving: Leaving): NonNullable<PackedCourse[6]> => [
  leaving.on,
  leaving.penaltyExTaxYen,
  ms(leaving.requestedAt),
  leaving.confirmed ? 1 : 0,
  shortHash(leaving.wordSha256),
]

/** True where nothing befell it but that, signing, its SME consented to remote support or did not. */
const uneventful = (course: Course, { deal, liveAt }: LiveContract | EndedContract): boolean =>
  course.servedFrom === deal.startOn &&
  course.lastRevision === deal.revision &&
  !(course.proposal ?? course.next ?? course.announced ?? course.leaving ?? course.ownLink) &&
  (course.consents.length === 0 || consentedAtSigning(course.consents, liveAt))

const consentedAtSigning = (consents: readonly ConsentNow[], liveAt: Instant): boolean =>
  consents.length === 1 &&
  consents[0]?.kind === 'remoteSupport' &&
  consents[0].stage === 'given' &&
  consents[0].at === liveAt

/** 0: nothing befell it. 1: nothing, but its SME consented to remote support on signing. */
export const packCourse = (contract: LiveContract | EndedContract): PackedCourse | 0 | 1 => {
  if (uneventful(contract, contract)) return contract.consents.length > 0 ? 1 : 0
  const { servedFrom, lastRevision, consents, proposal, next, announced, leaving, ownLink } = contract
  return [
    servedFrom,
    lastRevision,
    consents.map(({ kind, stage, at }) => [placeIn(consentKinds, kind), stage === 'given' ? 1 : 0, ms(at)] as const),
    orNull(proposal, packProposal),
    orNull(next, ({ deal, explanation }: NextTerm) => [packDeal(deal), packExplanation(explanation)] as const),
    orNull(announced, ({ answerBy, held }: Announced) => [answerBy, held ? 1 : 0] as const),
    orNull(leaving, packLeaving),
    orNull(ownLink, packLink),
  ]
}

/** The course that was packed, of a contract that says this now. */
export const unpackCourse = (packed: PackedCourse | 0 | 1, deal: Deal, liveAt: Instant): Course => {
  if (packed === 0 || packed === 1) {
    const consents = packed === 1 ? [{ kind: 'remoteSupport', stage: 'given', at: liveAt } as const] : []
    return {
      consents,
      servedFrom: deal.startOn,
      lastRevision: deal.revision,
      proposal: null,
      next: null,
      announced: null,
      leaving: null,
      ownLink: null,
    }
  }
  const [servedFrom, lastRevision, consents, proposal, next, announced, leaving, ownLink] = packed
  return {
    servedFrom,
    lastRevision,
    consents: consents.map(([kind, given, at]) => ({
      kind: wordAt(consentKinds, kind),
      stage: given === 1 ? 'given' : 'withdrawn',
      at: atMs(at),
    })),
    proposal: orNull(proposal, ([kind, proposed, changed, explanation, link]) => ({
      kind: wordAt(proposalKinds, kind),
      deal: unpackDeal(proposed, deal),
      changed: [...changed].map((place) => wordAt(disclosureItemCodes, Number.parseInt(place, 36))),
      explanation: orNull(explanation, unpackExplanation),
      link: orNull(link, unpackLink),
    })),
    next: orNull(next, ([agreed, explanation]) => ({
      deal: unpackDeal(agreed, deal),
      explanation: unpackExplanation(explanation),
    })),
    announced: orNull(announced, ([answerBy, held]) => ({ answerBy, held: held === 1 })),
    leaving: orNull(leaving, ([on, penaltyExTaxYen, requestedAt, confirmed, word]) => ({
      on,
      penaltyExTaxYen,
      requestedAt: atMs(requestedAt),
      confirmed: confirmed === 1,
      wordSha256: longHash(word),
    })),
    ownLink: orNull(ownLink, unpackLink),
  }
}
