import * as z from 'zod'
import { noticeChoices } from '../../domain/notices/choice.ts'
import { noticeTopics } from '../../domain/notices/topics.ts'
import { route } from '../route.ts'
import { NoticesView } from '../views/notices.ts'

export const noticeRoutes = {
  readNotices: route({
    method: 'GET',
    path: '/v1/me/notices',
    summary: {
      ja: '自分へのお知らせの届け方（項目ごとに、すぐに・まとめて・なし）',
      en: 'How notices reach you: at once, in a digest or not at all, by topic',
    },
    effect: 'reads',
    output: NoticesView,
    status: 200,
    refusals: [],
  }),
  chooseNotices: route({
    method: 'POST',
    path: '/v1/me/notices',
    summary: {
      ja: '自分へのお知らせの届け方を選ぶ（書いた項目だけが変わります）',
      en: 'Choose how notices reach you; topics that are not named stay as they are',
    },
    effect: 'changes',
    body: z.strictObject({ choices: z.partialRecord(z.enum(noticeTopics), z.enum(noticeChoices)) }),
    output: NoticesView,
    status: 200,
    refusals: ['does-not-fit'],
  }),
} as const
