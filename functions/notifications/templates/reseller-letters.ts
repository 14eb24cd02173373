import type { Instant } from '../../../shared/domain/plain-date.ts'
import { inJapan } from '../../views/in-japan.ts'
import type { Text } from './parts.ts'

/** Letter to a reseller that is to be registered. */
export const invitationLetter = (reseller: string, entity: string, url: string): Text => ({
  subject: `【再販協力会社のご案内】${entity}より`,
  text: `${reseller}
ご担当者 様

${entity}です。サイバーセキュリティお助け隊サービスの再販協力会社としてお迎えしたく、ご案内いたします。
次のページから、必要な事項（法人番号、代表者、担当窓口、基準を守る旨の誓約、説明資料についての教育）をお知らせください。

${url}
`,
})

/** Letter to a reseller whose new contracts stop. */
export const restrictedLetter = (reseller: string, entity: string, at: Instant, reason: string): Text => ({
  subject: `【${entity}】新しいご契約のお取扱いの停止について`,
  text: `${reseller}
ご担当者 様

${inJapan(at)}から、貴社を通じた新しいご契約（ご案内の送付、署名、書面の契約の登録、台帳の取込み）をお受けできません。
すでに結ばれたご契約の提供、変更、更新、解約のお手続きは、これまでどおり貴社にお願いいたします。

理由
${reason}

お心当たりのない点や、改善の状況は、${entity}へお知らせください。
`,
})

/** Letter to a reseller through which contracts are signed again. */
export const restrictionLiftedLetter = (reseller: string, entity: string, at: Instant, reason: string): Text => ({
  subject: `【${entity}】新しいご契約のお取扱いの再開について`,
  text: `${reseller}
ご担当者 様

${inJapan(at)}から、貴社を通じた新しいご契約を、再びお受けいたします。

理由
${reason}
`,
})

/** Letter to a reseller of whose restrictions one is over: nothing is open again yet. */
export const restrictionStandsLetter = (reseller: string, entity: string, at: Instant, reason: string): Text => ({
  subject: `【${entity}】新しいご契約のお取扱いの停止の理由について`,
  text: `${reseller}
ご担当者 様

${inJapan(at)}に、お知らせした停止の理由のうち、一つがなくなりました。
ほかにお知らせした理由による停止は続いています。貴社を通じた新しいご契約は、引き続きお受けできません。

なくなった理由について
${reason}
`,
})

/** Letter to a reseller whose contracts its implementing entity answers for from an instant on. */
export const discontinuedLetter = (reseller: string, entity: string, since: Instant): Text => ({
  subject: `【${entity}】再販のお取扱いの終了について`,
  text: `${reseller}
ご担当者 様

${inJapan(since)}をもって、貴社を通じた新しいご契約はお受けできなくなりました。
すでに結ばれたご契約には、同じ時刻から${entity}が責任を負っています。
お客様へは${entity}からお知らせいたします。引継ぎへのご協力をお願いいたします。
`,
})
