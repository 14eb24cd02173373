import type { Confirmation, Deal, KeptContract, Takeover } from '../../../../shared/domain/contract/contract.ts'
import { endings } from '../../../../shared/domain/contract/ending.ts'
import type { Link } from '../../../../shared/domain/contract/link.ts'
import type { Interval } from '../../../../shared/domain/contract/responsibility.ts'
import type { ContractId, EntityId, Holder, PortfolioOwner, ServiceId } from '../../../../shared/domain/ids.ts'
import { prefectures } from '../../../../shared/domain/places.ts'
import { dayInJapan, daysAfter, type PlainDate } from '../../../../shared/domain/plain-date.ts'
import { unpackCourse, unpackRenewal } from './course.ts'
import { unpackCoverage } from './coverage.ts'
import {
  atMs,
  confirmations,
  entries,
  ms,
  noticeWays,
  orNull,
  placeIn,
  settlements,
  longHash,
  shortEntity,
  shortSeller,
  stages,
  takeoverStages,
  types,
  voidReasons,
  wordAt,
  wordOrNull,
  type Line,
  type PackedEarlier,
  type PackedInterval,
  type Rest,
} from './form.ts'
import { unpackExplanation, unpackFunctions, unpackLink } from './parts.ts'

const unpackInterval =
  ({ entityId, seller }: Pick<Deal, 'entityId' | 'seller'>) =>
  ([party, from, until]: PackedInterval): Interval => ({
    party: party === shortEntity ? entityId : party === shortSeller ? seller : (party as Holder),
    from: atMs(from),
    until: orNull(until, atMs),
  })

/** Where a head lies tells the rest: whose it is, and who holds it now. */
export type HeadPlace = {
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly holder: Holder
  readonly smeId: string
}

const serviceIdOf = (suffix: string): ServiceId => `svc_${suffix}`

// Only what is settled is followed by another.
const unpackEarlier = ([id, since, settlement, late, coverage]: PackedEarlier): Takeover => ({
  discontinuanceId: `dsc_${id}`,
  since: atMs(since),
  stage: 'settled',
  settlement: wordAt(settlements, settlement),
  late: late === 1,
  coverage: unpackCoverage(coverage, since),
})

/** What lists and reports show, from `r` alone. */
export const unpackLine = (r: string) => {
  const [
    stage,
    entry,
    seller,
    serviceId,
    type,
    prefecture,
    terminals,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    startOn,
    endOn,
    signedOn,
    endedOn,
    separate,
    confirmation,
    takeover,
  ] = JSON.parse(r) as Line
  return {
    stage: wordAt(stages, stage),
    entry: wordOrNull(entries, entry),
    seller: seller as PortfolioOwner,
    serviceId: serviceIdOf(serviceId),
    monitoringType: wordAt(types, type),
    prefecture: wordAt(prefectures, prefecture),
    terminals,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    startOn,
    endOn,
    signedOn,
    endedOn,
    separate: separate !== 0,
    exceptionId: typeof separate === 'string' ? (`exc_${separate}` as const) : null,
    confirmation: confirmation < -1 ? ('awaiting' as const) : wordOrNull(confirmations, confirmation),
    awaitedSince: confirmation < -1 && signedOn ? daysAfter(signedOn, -2 - confirmation) : null,
    takeover: orNull(takeover, ([since, takeoverStage, settlement, late, ...earlier]) => ({
      on: dayInJapan(atMs(since)),
      since: atMs(since),
      stage: wordAt(takeoverStages, takeoverStage),
      settlement: wordOrNull(settlements, settlement),
      late: late === 1,
      earlier: earlier.map(unpackEarlier),
    })),
  }
}

/** The contract a head holds. */
export const unpackHead = (r: string, s: string, { contractId, entityId, holder, smeId }: HeadPlace): KeptContract => {
  const line = unpackLine(r)
  const [
    serviceVersion,
    edition,
    functions,
    importantTerminals,
    noticeBy,
    revision,
    packedSha256,
    packedExplanation,
    packedLink,
    liveAt,
    course,
    answeredAt,
    packedResponsibility,
    packedCounterparty,
    takeover,
    endedAt,
    ending,
    voidReason,
    renewal,
  ] = JSON.parse(s) as Rest
  const deal: Deal = {
    contractId,
    entityId,
    smeId,
    serviceVersion,
    edition,
    importantTerminals,
    revision,
    documentSha256: longHash(packedSha256),
    seller: line.seller,
    serviceId: line.serviceId,
    monitoringType: line.monitoringType,
    prefecture: line.prefecture,
    functions: unpackFunctions(functions),
    ...(line.exceptionId === null ? {} : { exceptionId: line.exceptionId }),
    terminals: line.terminals,
    initialFeeExTaxYen: line.initialFeeExTaxYen,
    monthlyFeeExTaxYen: line.monthlyFeeExTaxYen,
    startOn: line.startOn,
    endOn: line.endOn,
    renewal: unpackRenewal(renewal),
    noticeBy: wordAt(noticeWays, noticeBy),
  }
  const explanation = orNull(packedExplanation, unpackExplanation)
  const link = orNull(packedLink, unpackLink)

  if (line.stage === 'drafted') return { stage: 'drafted', deal, explanation }
  if (line.stage === 'void') return { stage: 'void', deal, reason: wordAt(voidReasons, voidReason) }
  if (!explanation) throw new Error(`${contractId} is ${line.stage} without an explanation`)
  if (line.stage === 'offered') {
    if (!link) throw new Error(`${contractId} is offered without a link`)
    return { stage: 'offered', deal, explanation, link }
  }

  const responsibility = packedResponsibility.map(unpackInterval(deal))
  const base = {
    deal,
    explanation,
    responsibility,
    holder,
    entry: wordAt(entries, placeIn(entries, line.entry)),
    signedOn: line.signedOn as PlainDate,
    liveAt: atMs(liveAt ?? Number.NaN),
    confirmation: confirmationOf(wordAt(confirmations, placeIn(confirmations, line.confirmation)), link, answeredAt),
    counterparty: packedCounterparty === 0 ? responsibility : packedCounterparty.map(unpackInterval(deal)),
    takeover: takeoverOf(line.takeover, takeover),
    earlierTakeovers: line.takeover?.earlier ?? [],
    ...unpackCourse(course, deal, atMs(liveAt ?? Number.NaN)),
  }
  if (line.stage === 'live') return { stage: 'live', ...base }
  return {
    stage: 'ended',
    ...base,
    endedAt: atMs(endedAt ?? Number.NaN),
    endedOn: line.endedOn as PlainDate,
    ending: wordAt(endings, ending),
  }
}

const confirmationOf = (stage: Confirmation['stage'], link: Link | null, answeredAt: number | null): Confirmation => {
  switch (stage) {
    case 'given':
      return { stage }
    case 'awaiting':
      return { stage, link }
    case 'confirmed':
    case 'disputed':
      return { stage, at: atMs(answeredAt ?? Number.NaN) }
  }
}

const takeoverOf = (line: ReturnType<typeof unpackLine>['takeover'], rest: Rest[14]): Takeover | null => {
  if (!line || !rest) return null
  const { since, stage, settlement, late } = line
  const [id, coverage] = rest
  return {
    discontinuanceId: `dsc_${id}`,
    since,
    stage,
    settlement,
    late,
    coverage: unpackCoverage(coverage, ms(since)),
  }
}
