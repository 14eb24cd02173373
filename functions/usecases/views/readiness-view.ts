import type * as z from 'zod'
import type { HandoverGiven } from '../../../shared/api/routes/readiness.ts'
import type { HandoverItemView } from '../../../shared/api/views/readiness.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import {
  handoverGoodUntil,
  handoverOf,
  stageOfHandover,
  type HandoverCode,
  type HandoverItem,
} from '../../../shared/domain/reseller/handover.ts'

type Words = Pick<z.output<typeof HandoverGiven>, 'what' | 'documentSha256' | 'custodian'>

/** A handover item as it stands on a day, with the words of its paper where it was supplied. */
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
