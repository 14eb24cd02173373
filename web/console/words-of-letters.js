// @ts-check

/**
 * Letters to an SME, and what is done where one cannot reach it, in words.
 *
 * @typedef {import('./words.js').Names} Names
 */

/** @type {Names} */
export const letters = {
  'signing-link': '署名用リンクのメール',
  'link-reminder': '期限の近い署名用リンクのメール',
  'signing-code': '確認コード（SMS又は電話）',
  'attestation-to-confirm': '記録を確かめるお願いのメール',
  'contract-signed': '契約成立のメール',
  'signed-papers': '署名した書面の控えのメール',
  'own-link': 'ご契約ページのメール',
  'link-again': 'リンクを求められ、もう一度送ったメール',
  'code-letter-asked': '確認コードの手紙を承ったメール',
  'contract-amended': '契約の変更のメール',
  'contact-change-announced': '連絡先の変更の申出を、これまでのあて先へ知らせるメール',
  'contact-change-told': '連絡先の変更の申出を知らせるSMS又は電話',
  'contact-changed': '連絡先の変更を、変更前のあて先へ知らせるメール',
  'attestation-recorded': '記録したことのお知らせのメール',
  'renewal-announced': '自動更新のお知らせのメール',
  'contract-renewed': '更新のメール',
  'cancellation-requested': '解約の申出を承ったメール',
  'contract-ended': '契約終了のメール',
  'consent-receipt': '同意の控えのメール',
  'takeover-notice': '引継ぎのお知らせのメール',
  'takeover-settled': '引継ぎ完了のメール',
}

/** How a person tells an SME what a letter could not. @type {Names} */
export const tellings = { phone: '電話', post: '郵便', visit: '訪問' }

/** Why the contact of an SME is changed without its signature. @type {Names} */
export const contactGrounds = {
  lost: 'これまでの連絡先に届かない',
  noCode: 'これまでの連絡先で確認コードを受け取れない',
  partlyLost: 'これまでのメールと電話の一方に届かない',
  moved: '連絡先を変えたとのお申し出',
  verified: 'これまでの連絡先が、ご本人のものと確かめられた',
}

/** What shows that a new contact is the SME's own. @type {Names} */
export const contactEvidence = { letter: '書面', visit: '訪問', callBack: '折返しの電話' }
