import * as z from 'zod'
import { noticeChoices, type NoticeChoices } from '../../../../shared/domain/notices/choice.ts'
import { noticeTopics } from '../../../../shared/domain/notices/topics.ts'
import { storedForm } from './stored-form.ts'
import { word } from './values.ts'

/** Stored form of what a person chose to hear of: a choice by topic. It stands in the row of its personal data. */
export const noticeChoicesForm = storedForm<NoticeChoices>({
  kind: 'noticeChoices',
  codec: z.partialRecord(z.enum(noticeTopics), word(noticeChoices)),
  upgrades: [],
})
