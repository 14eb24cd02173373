import * as z from 'zod'
import { noticeChoices } from '../../domain/notices/choice.ts'
import { noticeTopics } from '../../domain/notices/topics.ts'
import { MailBouncedView } from './member.ts'
import { WordsView } from './judgement.ts'

/** How a person hears of what its role is told: where letters go, and what it chose for each topic. */
export const NoticesView = z.strictObject({
  /** Address that notices go to; null where none is on record. */
  mail: z.string().nullable(),
  mailBounced: MailBouncedView,
  topics: z.array(
    z.strictObject({
      topic: z.enum(noticeTopics),
      label: WordsView,
      choice: z.enum(noticeChoices),
      /** What it is where nobody chose. */
      usual: z.enum(noticeChoices),
      /** True where it concerns the person's own approval, and is told at once whatever is chosen. */
      fixed: z.boolean(),
    }),
  ),
})
