import { labelOfGround, type DiscontinuanceGround } from '../../../shared/domain/discontinuance/grounds.ts'
import { obligationOf, type ObligationCode } from '../../../shared/domain/discontinuance/obligation.ts'
import { dayInWords, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { inJapan } from '../../views/in-japan.ts'
import type { Text } from './parts.ts'

/** Says that an obligation of a case is past due. */
export const overdueLetter = (
  entity: string,
  reseller: string,
  { code, dueOn, url }: { readonly code: ObligationCode; readonly dueOn: PlainDate; readonly url: string },
): Text => ({
  subject: `【期限超過】${obligationOf[code].what.ja}（${reseller}の提供困難案件）`,
  text: `${entity}
ご担当者 様

${reseller}の提供困難案件で、次の義務が期限を過ぎています。

・${obligationOf[code].what.ja}（${obligationOf[code].clause}）
・期限　${dayInWords(dueOn)}

果たされている場合は、証拠とともに記録してください。
${url}

${obligationOf[code].ourReading.ja}
`,
})

/** Asks an admin whether new contracts are to stop for a proposal that could not stop them itself. */
export const restrictionAskedLetter = (
  entity: string,
  reseller: string,
  { ground, approveBy }: { readonly ground: DiscontinuanceGround; readonly approveBy: Instant },
  url: string,
): Text => ({
  subject: `【ご判断のお願い】${reseller}の提供困難の提案と新規の契約の停止`,
  text: `${entity}
管理者 様

${reseller}について、提供困難（${labelOfGround[ground].ja}）の提案がありました。承認の期限は${inJapan(approveBy)}です。
結論が出るまで新しい契約を止めるかどうか、管理者のご判断をお願いいたします。止めるまでは、新しい契約が結ばれます。
${url}
`,
})
