import { obligationOf, type ObligationCode } from '../../../shared/domain/discontinuance/obligation.ts'
import { dayInWords, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { ServiceLapse } from '../../../shared/domain/service/lapses.ts'
import type { NoticeWords } from './notice-words.ts'

/** Words of notices of what is to come: what it is, its last day, and what is done before. */

export const obligationDueWords = (reseller: string, code: ObligationCode, dueOn: PlainDate): NoticeWords => ({
  subject: `【期限のお知らせ】${obligationOf[code].what.ja}（${reseller}の提供困難案件）`,
  text: `次の義務の期限が近づいています。
案件　${reseller}の提供困難
義務　${obligationOf[code].what.ja}（${obligationOf[code].clause}）
期限　${dayInWords(dueOn)}

期限までに果たし、証拠とともに記録してください。`,
})

export const requirementDueWords = (reseller: string, dueOn: PlainDate): NoticeWords => ({
  subject: `【期限のお知らせ】再販の要件（${reseller}）`,
  text: `再販協力会社の要件に、まだ出されていないものがあり、期限が近づいています。
再販協力会社　${reseller}
期限　${dayInWords(dueOn)}

足りないものをページで確かめ、期限までにお出しください。`,
})

const nearLapse = (days: number): string => (days === 0 ? '本日まで' : `あと${days}日`)

export const serviceLapseWords = (code: string, lapse: ServiceLapse, days: number): NoticeWords =>
  lapse.what === 'registration'
    ? {
        subject: `【登録の期限】サービス${code}（${nearLapse(days)}）`,
        text: `サービスの登録の有効期間が、まもなく終わります。
サービス　${code}
最終日　${dayInWords(lapse.lastDay)}

続けるときは、審査登録機関で更新の手続きをすませ、新しい期間を記録してください。`,
      }
    : {
        subject: `【証拠の期限】サービス${code}の${lapse.clause}（${nearLapse(days)}）`,
        text: `サービス基準の要件について記録された証拠の有効期間が、まもなく終わります。
サービス　${code}
要件　${lapse.clause}
最終日　${dayInWords(lapse.lastDay)}

改めて確認し、新しい証拠を記録してください。`,
      }

export const authorizationLapseWords = (
  reseller: string,
  code: string,
  { lastDay, days }: { readonly lastDay: PlainDate; readonly days: number },
): NoticeWords => ({
  subject: `【再販許諾の期限】${reseller}・サービス${code}（${nearLapse(days)}）`,
  text: `再販協力会社への再販許諾の期間が、まもなく終わります。
再販協力会社　${reseller}
サービス　${code}
最終日　${dayInWords(lastDay)}

終わったあとは、このサービスを新しく契約できません。続けるときは、期間を延ばしてください。`,
})
