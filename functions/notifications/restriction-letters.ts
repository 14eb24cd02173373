import { labelOfGround, type DiscontinuanceGround } from '../../shared/domain/discontinuance/grounds.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { Text } from './letters.ts'
import { inJapan } from '../views/in-japan.ts'

/** To a reseller whose new contracts stop. */
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

/** To a reseller through which contracts are signed again. */
export const restrictionLiftedLetter = (reseller: string, entity: string, at: Instant, reason: string): Text => ({
  subject: `【${entity}】新しいご契約のお取扱いの再開について`,
  text: `${reseller}
ご担当者 様

${inJapan(at)}から、貴社を通じた新しいご契約を、再びお受けいたします。

理由
${reason}
`,
})

/** Of two restrictions one is over: nothing is open again yet. */
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
