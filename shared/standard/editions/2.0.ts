import { plainDate } from '../../domain/plain-date.ts'
import { byNobody, clause, type Clause, type Edition } from '../model/edition.ts'
import type { Words } from '../../domain/words.ts'

const notJudged = byNobody({
  ja: '版の全文が手元にないため、判定しない。この版への適合は述べない。',
  en: 'Not judged: the text is not in hand. Conformity to this edition is never claimed.',
})

/** Clause the announcement speaks of, though not under which number; the label is ours, and says so. */
const announced = (about: string, gist: Words): Clause =>
  clause(`（条番号未入手）${about}`, gist, [notJudged], { textNotInHand: true })

/**
 * サービス基準 2.0版, as far as its announcement of 2024-03-15 goes. It stands here so that nobody takes 1.2 for the
 * newest, and so that what is known of it can be looked up; nothing is judged by it.
 */
export const edition2_0: Edition = {
  id: '2.0',
  title: { ja: 'サイバーセキュリティお助け隊サービス基準 2.0版', en: 'Service standard, edition 2.0' },
  published: { on: plainDate('2024-03-15'), exactTo: 'day' },
  inForceFrom: null,
  knownInPartOnly: true,
  source: {
    ja: '2024年3月15日の公表についての報道と解説。条文は未入手。',
    en: 'What was reported of its publication on 15 March 2024. The text is not in hand.',
  },
  monitoringTypes: ['network', 'endpoint', 'combined'],
  clauses: [
    announced('1類・2類の区分', {
      ja: 'サービスを1類（これまでの要件を引き継ぐもの）と2類（新しい類型）に分ける。条文は未入手。',
      en: 'Services fall into class 1 (the requirements so far) and class 2 (new). The text is not in hand.',
    }),
    announced('1類の月額料金', {
      ja: 'ネットワーク監視型は月額10,000円以下、端末監視型は1台あたり月額2,000円以下。税抜か税込か、併用型の上限は未入手。',
      en: 'Network type at most 10,000 yen a month, endpoint type at most 2,000 yen a month for each terminal. Whether tax is included, and the cap of the combined type, are not in hand.',
    }),
    announced('2類の最低端末数', {
      ja: '2類のネットワーク監視型と併用型は、監視の対象を50端末以上とする。条文は未入手。',
      en: 'Class 2 network and combined types cover at least 50 terminals. The text is not in hand.',
    }),
    announced('2類の要件', {
      ja: '2類では価格の要件を緩め、監視機能の強化や定期的な相談などを求める。内容は未入手。',
      en: 'Class 2 relaxes prices and asks for stronger monitoring and regular consulting. Details are not in hand.',
    }),
    announced('2類の申請条件', {
      ja: '1類の登録から2年以上が過ぎ、1類を1年以上にわたり10社以上に提供した実績があること。条文は未入手。',
      en: 'Registered in class 1 for at least two years, and class 1 provided to at least ten firms for at least a year. The text is not in hand.',
    }),
  ],
}
