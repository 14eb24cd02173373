// @ts-check
import * as names from '../words.js'
import * as coverage from '../words-of-coverage.js'
import { letters, tellings } from '../words-of-letters.js'
import { word } from '../words.js'
import { count, dayInWords, inJapan, yen } from './common.js'

/**
 * A contract's ledger in words: what happened, who did it, and what became of what was sent.
 *
 * @typedef {import('../shapes.js').Answer<'getContractLedger'>['items'][number]} Entry
 * @typedef {(id: string | null) => string} NameOf
 */

/** @type {Readonly<Record<string, (event: any, party: NameOf) => string>>} */
const told = {
  'contract-drafted': () => '契約を起案した',
  'contract-revised': ({ deal }) => `契約を改めた（第${deal.revision}稿）`,
  'contract-explained': ({ explanation }) =>
    `説明を記録した（${dayInWords(explanation.on)} ${word(names.methods, explanation.method)}、${count(explanation.items.length)}項目）`,
  'contract-offered': ({ expiresAt }) => `署名用リンクを送った（${inJapan(expiresAt)}まで）`,
  'link-bounced': () => 'リンクのメールが届かず、戻った',
  'link-reminded': ({ expiresAt, opened, toConfirm }) =>
    `${toConfirm ? '記録の確認' : '署名'}のお願いを、もう一度送った（${opened ? '開かれているが返事がない' : '開かれていない'}、${inJapan(expiresAt)}まで）`,
  'signing-code-requested': () => 'リンクが開かれ、確認コードを送った',
  'signing-code-refused': () => '違う確認コードが入れられた',
  'signing-code-accepted': () => '確認コードが合い、本人と確かめた',
  'code-letter-asked': () => 'ユーザーが、確認コードを手紙で送るよう求めた',
  'code-letter-printed': () => '実施主体が、確認コードの手紙を印刷した（14日間有効）',
  'contract-signed': ({ remoteSupportConsent }) =>
    `署名され、契約が成立した（リモート支援に${remoteSupportConsent ? '同意した' : '同意しなかった'}）`,
  'contract-attested': ({ signedOn, explanation }) =>
    `紙で結んだ契約を記録した（契約日 ${dayInWords(signedOn)}${explanation.listed === false ? '、説明した項目の記載はない' : ''}）`,
  'attestation-confirmed': () => 'ユーザーが記録に間違いがないことを確かめた',
  'attestation-disputed': () => 'ユーザーが記録は違うと申し出た',
  'attestation-kept': ({ expiresAt }) =>
    `申出に答え、記録は変えずに、もう一度確認をお願いした（${inJapan(expiresAt)}まで）`,
  'attestation-corrected': ({ deal, expiresAt }) =>
    `申出を受けて記録を直し（第${deal.revision}稿）、もう一度確認をお願いした（${inJapan(expiresAt)}まで）`,
  'contract-voided': ({ reason }) => `取りやめになった（${word(names.voidings, reason)}）`,
  'confirmation-asked': ({ expiresAt }) => `記録の確認を、もう一度お願いした（${inJapan(expiresAt)}まで）`,
  'own-link-sent': ({ expiresAt }) => `ご契約ページのリンクを送った（${inJapan(expiresAt)}まで）`,
  'amendment-proposed': ({ kind, deal, changed }) =>
    `${word(names.proposalKinds, kind)}を起案した（第${deal.revision}稿、変わる項目 ${count(changed.length)}）`,
  'amendment-withdrawn': ({ reason }) => (reason === 'declined' ? 'ユーザーが変更を断った' : '変更の起案を取り下げた'),
  'amendment-signed': ({ signedOn }) => `変更に署名された（${dayInWords(signedOn)}）`,
  'contract-amended': ({ deal, next, contactChange }) =>
    `${contactChange === undefined ? '開示事項に触れない変更をした' : '実施主体の二名の確認で、ユーザーの連絡先を変更した'}（第${deal.revision}稿${next ? `、次の期間の第${next.revision}稿` : ''}）`,
  'renewal-announced': ({ endOn, answerBy }) =>
    `自動更新を予告した（期間のおわり ${dayInWords(endOn)}、断れるのは${dayInWords(answerBy)}まで）`,
  'renewal-held': ({ departsFrom, wishedOn, unheard }) =>
    unheard
      ? '自動更新を止めた（予告のお知らせが届かなかった。電話か郵便で知らせると、改めて進む）'
      : wishedOn
        ? `自動更新を止めた（${dayInWords(wishedOn)}までとする解約の申出が、決まっていない）`
        : `自動更新を止めた（基準に合わない点: ${departsFrom.join('、')}）`,
  'contract-renewed': ({ deal }) => `自動で更新した（${dayInWords(deal.startOn)}から${dayInWords(deal.endOn)}まで）`,
  'term-begun': () => '新しい契約期間が始まった',
  'cancellation-requested': ({ on, penaltyExTaxYen }) =>
    `解約の申出があった（最後の日 ${dayInWords(on)}、違約金 ${yen(penaltyExTaxYen)}、税抜）`,
  'cancellation-withdrawn': () => '解約の申出が取りやめられた',
  'cancellation-confirmed': () => '解約が決まった',
  'consent-given': ({ kind }) => `同意があった（${word(names.consentKinds, kind)}）`,
  'consent-withdrawn': ({ kind }) => `同意が撤回された（${word(names.consentKinds, kind)}）`,
  'contract-ended': ({ on, ending }) => `${dayInWords(on)}に終了した（${word(names.endings, ending)}）`,
  'incident-told': ({ severity, toldAt }) =>
    `検知したインシデントを知らせた（${word(names.severities, severity)}、${inJapan(toldAt)}）`,
  'incident-telling-judged': ({ verdict }) =>
    verdict === 'kept'
      ? '目標の時間を過ぎた通知を、なお即時であったと判断した'
      : '目標の時間を過ぎた通知を、即時とはいえないと判断した',
  'form-read': ({ readOn, stated, notStated }) =>
    `様式の確認を記録した（${dayInWords(readOn)}に確認、記載あり${count(stated.length)}項目、記載なし${count(notStated.length)}項目）`,
  'emergency-supported': ({ mode, purpose, chargedExTaxYen }) =>
    `${purpose === 'setUp' ? '導入のために' : '緊急時の対応支援として'}${mode === 'onSite' ? '駆け付けた' : 'リモートで支援した'}（料金 ${yen(chargedExTaxYen)}、税抜）`,
  'takeover-opened': ({ since, late, knownOn }) =>
    `再販協力会社が提供困難になり、引継ぎを始めた（${inJapan(since)}から実施主体が責任を負う${knownOn ? `。提供困難を知った日は${dayInWords(knownOn)}` : ''}${late ? '。あとから見つかった契約' : ''}）`,
  'takeover-told': ({ by }) => `引継ぎをユーザーに知らせた（${word(names.tellings, by)}）`,
  'contact-change-proposed': ({ waits }) =>
    waits
      ? `連絡先の変更を申し出た（これまでのあて先へ知らせ、${dayInWords(waits.from)}まで待つ）`
      : '連絡先の変更を申し出た（別の人の承認を待つ）',
  'contact-change-withdrawn': () => '連絡先の変更の申出を取り下げた',
  'contact-verified': () => '連絡先がユーザー本人のものと確かめた',
  'contact-change-stopped': () => 'ユーザーが、これまでのあて先から連絡先の変更を止めた',
  'contact-change-unheard': () => '連絡先の変更のお知らせが、これまでのあて先に届かなかった（別の人の承認を待つ）',
  'letter-told': ({ by, on }) => `届かなかったお知らせを、${word(tellings, by)}で伝えた（${dayInWords(on)}）`,
  'takeover-notice-sent-again': ({ addressSha256 }) =>
    `引継ぎのお知らせを、もう一度送った${addressSha256 ? '（伺った新しい宛先へ）' : ''}`,
  'takeover-notice-bounced': ({ cause, untold }) =>
    `受け付けられた引継ぎのお知らせが、${word(causes, cause)}${untold ? '（もう一度知らせる必要がある）' : '（ほかの方法で知らせてある）'}`,
  'takeover-coverage-noted': ({ facet, finding, statedAt }) =>
    `提供状態を記録した（${word(coverage.facets, facet)}: ${word(coverage.findings, finding)}、${inJapan(statedAt)}）`,
  'takeover-settled': ({ settlement, holder }, party) =>
    `引継ぎの行き先が決まった（${word(names.settlements, settlement)}。預かる者 ${party(holder)}）`,
}

/** Nothing is sent to anyone: the platform's own work. @type {Readonly<Record<string, string>>} */
const works = {
  'list-contract': '検索用の索引への記載',
  'seal-contract': '書面の封印',
  'set-retention': '保存期限の設定',
}

/** @type {Readonly<Record<string, string>>} */
const outcomes = {
  accepted: '送付済み（到着は未確認）',
  delivered: '届いた',
  cameBack: '届かずに戻った',
  bounced: '届かなかった',
  givenUp: '送れず、人の手に渡した',
  overtaken: '用件が終わり、送らなかった',
  done: '済み',
}

/** @type {Readonly<Record<string, string>>} */
const causes = {
  bounce: '届かずに戻った',
  complaint: '迷惑メールとして扱われた',
  expired: '送り直しても届かなかった',
  undetermined: '理由の分からないまま届かなかった',
  suppressed: '送信の停止リストにあるため届かなかった',
  rejected: '送信の事業者に止められた',
}

const sent = (/** @type {Entry['deliveries'][number]} */ { template, outcome, cause }) =>
  `${word({ ...letters, ...works }, template)}: ${cause ? word(causes, cause) : outcome ? word(outcomes, outcome) : template in works ? '処理中' : '送付中'}`

/**
 * The ledger as a table, newest first.
 * @param {readonly Entry[]} entries
 * @param {import('../shapes.js').Person} who
 * @param {NameOf} party
 * @returns {import('../shapes.js').Table}
 */
export const ledgerTable = (entries, who, party) => ({
  kind: 'table',
  heading: '台帳',
  columns: ['いつ', 'できごと', 'だれが', '送付・処理'],
  rows: [...entries]
    .sort((one, other) => other.seq - one.seq)
    .map(({ at, event, actor, deliveries }) => [
      inJapan(at),
      told[event.type]?.(event, party) ?? 'そのほかの記録',
      actor.sub === who.sub ? 'あなた' : (actor.name ?? word(names.roles, actor.role)),
      deliveries.map(sent),
    ]),
  none: 'まだ何もありません。',
})
