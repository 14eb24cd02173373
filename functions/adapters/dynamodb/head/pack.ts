import type {
  Confirmation,
  EndedContract,
  KeptContract,
  LiveContract,
} from '../../../../shared/domain/contract/contract.ts'
import { endings } from '../../../../shared/domain/contract/ending.ts'
import type { Link } from '../../../../shared/domain/contract/link.ts'
import type { Interval } from '../../../../shared/domain/contract/responsibility.ts'
import { dayInJapan, startOfDayInJapan } from '../../../../shared/domain/plain-date.ts'
import { prefectures } from '../../../../shared/domain/places.ts'
import { serviceFunctions } from '../../../../shared/domain/service/facts.ts'
import { packCourse, packRenewal } from './course.ts'
import { packCoverage } from './coverage.ts'
import {
  confirmations,
  entries,
  ms,
  noticeWays,
  orNull,
  placeIn,
  settlements,
  shortEntity,
  shortHash,
  shortSeller,
  stages,
  takeoverStages,
  types,
  voidReasons,
  type Line,
  type PackedInterval,
  type Rest,
} from './form.ts'
import { packExplanation, packFunctions, packLink } from './parts.ts'

const dayMs = 86_400_000

/** The two texts of a contract's head. */
export const packHead = (contract: KeptContract): { readonly r: string; readonly s: string } => ({
  r: JSON.stringify(packLine(contract)),
  s: JSON.stringify(packRest(contract)),
})

const concluded = (contract: KeptContract) =>
  contract.stage === 'live' || contract.stage === 'ended' ? contract : null

/** How many days a contract attested from paper was signed before it was put on record. */
const daysOnPaper = ({ signedOn, liveAt }: LiveContract | EndedContract): number =>
  Math.max(0, ms(startOfDayInJapan(dayInJapan(liveAt))) - ms(startOfDayInJapan(signedOn))) / dayMs

const packLine = (contract: KeptContract): Line => {
  const { deal } = contract
  const done = concluded(contract)
  const takeover = done?.takeover
  return [
    placeIn(stages, contract.stage),
    placeIn(entries, done?.entry),
    deal.seller,
    deal.serviceId.slice(4),
    placeIn(types, deal.monitoringType),
    placeIn(prefectures, deal.prefecture),
    deal.terminals,
    deal.initialFeeExTaxYen,
    deal.monthlyFeeExTaxYen,
    deal.startOn,
    deal.endOn,
    done?.signedOn ?? null,
    contract.stage === 'ended' ? contract.endedOn : null,
    deal.functions.length < serviceFunctions.length ? (deal.exceptionId?.slice(4) ?? 1) : 0,
    done?.confirmation.stage === 'awaiting' ? -2 - daysOnPaper(done) : placeIn(confirmations, done?.confirmation.stage),
    takeover
      ? [
          ms(takeover.since),
          placeIn(takeoverStages, takeover.stage),
          placeIn(settlements, takeover.settlement),
          takeover.late ? 1 : 0,
          ...done.earlierTakeovers.map(
            (one) =>
              [
                one.discontinuanceId.slice(4),
                ms(one.since),
                placeIn(settlements, one.settlement),
                one.late ? 1 : 0,
                packCoverage(one),
              ] as const,
          ),
        ]
      : null,
  ]
}

const packRest = (contract: KeptContract): Rest => {
  const { deal } = contract
  const done = concluded(contract)
  const explanation = 'explanation' in contract ? contract.explanation : null
  const link = contract.stage === 'offered' ? contract.link : linkIn(done?.confirmation)
  const responsibility = (done?.responsibility ?? []).map(packInterval(contract))
  const counterparty = (done?.counterparty ?? []).map(packInterval(contract))
  return [
    deal.serviceVersion,
    deal.edition,
    packFunctions(deal.functions),
    deal.importantTerminals,
    placeIn(noticeWays, deal.noticeBy),
    deal.revision,
    shortHash(deal.documentSha256),
    orNull(explanation, packExplanation),
    orNull(link, packLink),
    done ? ms(done.liveAt) : null,
    done ? packCourse(done) : 0,
    done && 'at' in done.confirmation ? ms(done.confirmation.at) : null,
    responsibility,
    // Until a takeover both tracks are the same; then one stands for both.
    JSON.stringify(counterparty) === JSON.stringify(responsibility) ? 0 : counterparty,
    done?.takeover ? [done.takeover.discontinuanceId.slice(4), packCoverage(done.takeover)] : null,
    contract.stage === 'ended' ? ms(contract.endedAt) : null,
    contract.stage === 'ended' ? placeIn(endings, contract.ending) : -1,
    contract.stage === 'void' ? placeIn(voidReasons, contract.reason) : -1,
    packRenewal(deal.renewal),
  ]
}

const linkIn = (confirmation: Confirmation | undefined): Link | null =>
  confirmation?.stage === 'awaiting' ? confirmation.link : null

const packInterval =
  ({ deal }: KeptContract) =>
  ({ party, from, until }: Interval): PackedInterval => [
    // The two that nearly always answer are known from elsewhere in the row.
    party === deal.entityId ? shortEntity : party === deal.seller ? shortSeller : party,
    ms(from),
    orNull(until, ms),
  ]
