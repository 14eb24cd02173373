import { labelOfConsent } from '../../../shared/domain/contract/consent.ts'
import type { ConsentKind } from '../../../shared/domain/contract/contract-words.ts'
import { labelOfGround, type DiscontinuanceGround } from '../../../shared/domain/discontinuance/grounds.ts'
import { obligationOf, type ObligationCode } from '../../../shared/domain/discontinuance/obligation.ts'
import { dayInWords, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { inJapan } from '../../views/in-japan.ts'

/** Words of a notice without its link: what happened, and what whoever reads it does about it, by when. */
export type NoticeWords = { readonly subject: string; readonly text: string }

/** A contract as notices name it: whose it is, and its number. No link and no code of an SME ever stands in one. */
type ContractNamed = { readonly sme: string; readonly number: string }

const contractIn = ({ sme, number }: ContractNamed): string => `ユーザー　${sme}\n契約番号　${number}`

export const signatureWords = (contract: ContractNamed, startOn: PlainDate): NoticeWords => ({
  subject: `【契約の成立】${contract.sme}`,
  text: `署名がすみ、契約が成立しました。
${contractIn(contract)}
サービスの開始　${dayInWords(startOn)}

開始の日までに、導入の準備をお進めください。`,
})

export const refusalWords = (contract: ContractNamed, isChange: boolean): NoticeWords => ({
  subject: `【署名のお断り】${contract.sme}`,
  text: `ユーザーから、${isChange ? '契約の変更に同意しない' : '契約を結ばない'}とのお返事がありました。
${contractIn(contract)}

${isChange ? 'いまの契約は、これまでの条件で続いています。' : 'お送りしたリンクは、もう使えません。'}ご事情をうかがい、改めてご案内するかどうかをお決めください。`,
})

export const linkBounceWords = (contract: ContractNamed): NoticeWords => ({
  subject: `【リンクの不達】${contract.sme}`,
  text: `ユーザーへお送りしたリンクのメールが、届かずに戻りました。
${contractIn(contract)}

メールアドレスに誤りがないかを電話などで確かめ、改めてお送りください。`,
})

export const linkUnsignedWords = (
  contract: ContractNamed,
  {
    expiresAt,
    opened,
    toConfirm,
  }: { readonly expiresAt: Instant; readonly opened: boolean; readonly toConfirm: boolean },
): NoticeWords => ({
  subject: `【${toConfirm ? '記録の確認' : '署名'}の期限】${contract.sme}`,
  text: `${toConfirm ? '書面の契約の記録をお確かめいただくリンクの期限が近づいていますが、まだご確認がありません。' : 'お送りした署名用リンクの期限が近づいていますが、まだ署名がありません。'}
${contractIn(contract)}
リンクの期限　${inJapan(expiresAt)}
リンクの状況　${opened ? `開かれていますが、${toConfirm ? 'ご確認' : '署名'}はありません` : 'まだ開かれていません'}

ユーザーにも、同じお知らせを一度だけお送りしました。期限までにご様子をうかがってください。期限を過ぎたときは、改めてお送りください。`,
})

export const codesExhaustedWords = (contract: ContractNamed): NoticeWords => ({
  subject: `【確認コードの使い切り】${contract.sme}`,
  text: `確認コードが続けて違っていたため、お送りしたリンクは使えなくなりました。
${contractIn(contract)}

ユーザーにお心当たりがあるかを電話などで確かめ、リンクを改めてお送りください。お心当たりがない場合は、実施主体にお知らせください。`,
})

export const disputeWords = (contract: ContractNamed): NoticeWords => ({
  subject: `【「違う」との申出】${contract.sme}`,
  text: `書面の契約の記録に、ユーザーから「違う」との申出がありました。
${contractIn(contract)}

申出の内容は、契約のページにあります。記録を直して改めて確かめるか、記録を保って回答するか、取り消すかを、早めにお決めください。`,
})

export const leavingWords = (contract: ContractNamed, on: PlainDate): NoticeWords => ({
  subject: `【解約の申入れ】${contract.sme}`,
  text: `ユーザーから、解約の申入れがありました。
${contractIn(contract)}
希望されるサービスの最終日　${dayInWords(on)}

違約金の有無を確かめ、最終日までにユーザーへご返答ください。`,
})

export const withdrawalWords = (contract: ContractNamed, kind: ConsentKind): NoticeWords => ({
  subject: `【同意の撤回】${contract.sme}`,
  text: `ユーザーが、「${labelOfConsent[kind].ja}」への同意を撤回しました。
${contractIn(contract)}

撤回は、記録された時刻から効いています。この同意にもとづく作業は、行わないでください。`,
})

export const contactStoppedWords = (contract: ContractNamed): NoticeWords => ({
  subject: `【連絡先の変更の差止め】${contract.sme}`,
  text: `連絡先の変更が、これまでの連絡先から止められました。連絡先は変わっていません。
${contractIn(contract)}

ご本人でない人が変更を申し出たおそれがあります。申出を受けた経緯とご本人のお考えを、これまでの連絡先のほか、書面や訪問でも確かめてください。`,
})

export const contactUnheardWords = (contract: ContractNamed): NoticeWords => ({
  subject: `【連絡先の変更の不達】${contract.sme}`,
  text: `連絡先の変更のお知らせが、これまでの連絡先のどれにも届きませんでした。連絡先は変わっていません。
${contractIn(contract)}

変更を提案した人とは別の管理者が、証拠を確かめ、承認するかどうかをお決めください。承認しないときは、提案を取り下げてください。`,
})

export const requirementWords = (reseller: string, dueOn: PlainDate): NoticeWords => ({
  subject: `【期限超過】再販の要件（${reseller}）`,
  text: `再販協力会社の要件に、期限を過ぎても出されていないものがあります。
再販協力会社　${reseller}
期限　${dayInWords(dueOn)}

足りないものをページで確かめ、早めにお出しください。`,
})

export const proposalWords = (
  reseller: string,
  { ground, approveBy }: { readonly ground: DiscontinuanceGround; readonly approveBy: Instant },
): NoticeWords => ({
  subject: `【承認のお願い】${reseller}の提供困難の提案`,
  text: `再販協力会社の提供困難について、承認を待つ提案があります。
再販協力会社　${reseller}
理由　${labelOfGround[ground].ja}
承認の期限　${inJapan(approveBy)}

期限までに、提案した人とは別の人が、承認するかどうかをお決めください。`,
})

export const exceptionWords = (seller: string, expiresOn: PlainDate): NoticeWords => ({
  subject: `【ご判断のお願い】個別契約の例外（${seller}）`,
  text: `個別契約の例外の申請がありました。
申請の対象となる販売者　${seller}
例外の期限　${dayInWords(expiresOn)}

根拠と資料を確かめ、申請した人とは別の管理者が、承認するかどうかをお決めください。`,
})

export const concernWords = (reseller: string, ground: DiscontinuanceGround | null): NoticeWords => ({
  subject: `【提供困難のおそれ】${reseller}`,
  text: `再販協力会社がサービスを続けられなくなるおそれが記録されました。
再販協力会社　${reseller}${ground === null ? '' : `\n考えられる理由　${labelOfGround[ground].ja}`}

事情を確かめ、提供困難を提案するか、理由を付けておそれを取り下げるかをお決めください。`,
})

export const obligationLateWords = (reseller: string, code: ObligationCode, dueOn: PlainDate): NoticeWords => ({
  subject: `【期限超過】${obligationOf[code].what.ja}（${reseller}の提供困難案件）`,
  text: `次の義務が期限を過ぎています。
案件　${reseller}の提供困難
義務　${obligationOf[code].what.ja}（${obligationOf[code].clause}）
期限　${dayInWords(dueOn)}

果たされている場合は、証拠とともに記録してください。`,
})

export const reportAnswerWords = (to: string, receiptNumber: string | null): NoticeWords =>
  receiptNumber === null
    ? {
        subject: `【差戻し】${to}への報告`,
        text: `お送りした報告が差し戻されました。
提出先　${to}

差戻しの理由は、報告のページにあります。直して、改めてお送りください。`,
      }
    : {
        subject: `【受理】${to}への報告`,
        text: `お送りした報告が受理されました。
提出先　${to}
受付番号　${receiptNumber}

お手続きは要りません。`,
      }

export const arrivalWords = (from: string): NoticeWords => ({
  subject: `【報告の到着】${from}より`,
  text: `報告が届きました。
提出者　${from}

内容を確かめ、受理するか、理由を付けて差し戻すかをお決めください。`,
})
