import type * as z from 'zod'
import type { HandoverGiven } from '../../shared/api/routes/readiness.ts'
import type { DrillView, HandoverItemView, ReadinessView } from '../../shared/api/views/readiness.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'
import {
  handoverGoodUntil,
  handoverOf,
  stageOfHandover,
  type HandoverCode,
  type HandoverItem,
} from '../../shared/domain/reseller/handover.ts'
import { drillDueOn, drillGoodUntil, promisedPerMinute } from '../../shared/domain/reseller/drill.ts'
import {
  partOf,
  partsOf,
  raisesOf,
  readinessFactsOn,
  readinessParts,
  scoreTenths,
} from '../../shared/domain/reseller/readiness.ts'
import type { ExistingReseller } from '../../shared/domain/reseller/states.ts'
import type { DrillPaper } from '../../shared/domain/reseller/drill-paper.ts'

type Words = Pick<z.output<typeof HandoverGiven>, 'what' | 'documentSha256' | 'custodian'>

/** A handover item as it stands on a day, with the words of its evidence document where it was supplied. */
export const handoverView = (
  code: HandoverCode,
  item: HandoverItem | undefined,
  words: Words | undefined,
  today: PlainDate,
): z.input<typeof HandoverItemView> => ({
  code,
  ...handoverOf[code],
  stage: stageOfHandover(item, today),
  supplied:
    item && words
      ? {
          asOf: item.asOf,
          goodUntil: handoverGoodUntil(item),
          suppliedBy: item.suppliedBy,
          keptBy: item.keptBy,
          what: words.what,
          documentSha256: words.documentSha256,
          custodian: words.custodian,
        }
      : null,
})

/** Number of steps whose lines fit into one answer, however many pages a step has. */
export const stepsPerPart = 10
export const partsOfDrill = (steps: number): number => Math.max(Math.ceil(steps / stepsPerPart), 1)

const pointsOf = (tenths: number): number => tenths / 10

const drillView = (
  { operationId, on }: NonNullable<ExistingReseller['drill']>,
  { tally, pages, steps, readMs, perMinute, takeoverSeconds, scoreTenths: tenths }: DrillPaper,
  today: PlainDate,
): z.input<typeof DrillView> => ({
  operationId,
  on,
  goodUntil: drillGoodUntil(on),
  due: drillDueOn({ on }, today),
  score: pointsOf(tenths),
  ...tally,
  pages,
  readMs,
  takeoverSeconds,
  parts: partsOfDrill(steps),
  paceFrom: perMinute === null ? 'promised' : 'lastTakeover',
  perMinute: perMinute ?? promisedPerMinute,
})

/**
 * Readiness of a reseller today: its requirements and handover items as they stand now, its book as the latest drill
 * counted it.
 */
export const readinessView = (
  reseller: ExistingReseller,
  paper: DrillPaper | null,
  today: PlainDate,
): z.input<typeof ReadinessView> => {
  const { resellerId, drill } = reseller
  const facts = readinessFactsOn(reseller, today)
  const parts = partsOf(facts)
  const drillDue = drillDueOn(drill, today)
  return {
    resellerId,
    on: today,
    score: pointsOf(scoreTenths(facts)),
    parts: readinessParts.map((code) => ({
      code,
      what: partOf[code].what,
      why: partOf[code].why,
      points: pointsOf(parts[code]),
      of: pointsOf(partOf[code].tenths),
    })),
    raises: raisesOf(facts, { drillDue }).map(({ tenths, ...raise }) => ({
      ...raise,
      points: tenths === null ? null : pointsOf(tenths),
    })),
    drill: drill && paper ? drillView(drill, paper, today) : null,
  }
}
