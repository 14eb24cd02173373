// @ts-check
import { labelOfType } from './generated/monitoring-types.js'
import { labelOfRole } from './generated/people.js'

/** The words of the house for what the API names by codes. */

/** @typedef {Readonly<Record<string, string>>} Names */

/** @type {Names} */
export const roles = { ...labelOfRole, system: 'この仕組み' }

/** @type {Names} */
export const monitoringTypes = labelOfType

/** @type {Names} */
export const contractStages = {
  drafted: '起案中',
  offered: '署名待ち',
  live: '契約中',
  ended: '終了',
  void: '取りやめ',
}

/** @type {Names} */
export const entries = { signed: 'リンクで署名', attested: '紙の契約を記録' }

/** @type {Names} */
export const confirmations = {
  given: '署名のとき本人が確認',
  awaiting: '本人の確認を待っています',
  confirmed: '本人が確認済み',
  disputed: '本人から「違う」との申出あり',
}

/** @type {Names} */
export const resellerStages = {
  invited: '要件の準備中',
  active: '承認済み',
  restricted: '新規停止',
  discontinued: '提供困難',
}

/** @type {Names} */
export const requirementStages = { due: '未提出', pastDue: '期限切れ', met: '済み' }

/** @type {Names} */
export const parties = {
  implementingEntity: '実施主体',
  reseller: '再販協力会社',
  registrationBody: '審査登録機関',
  ipa: 'IPA',
  platform: 'この仕組み',
}

/** @type {Names} */
export const caseStages = {
  proposed: '承認待ち',
  lapsed: '期限切れ',
  withdrawn: '取下げ',
  takingOver: '引継ぎ中',
  closed: '完了',
}

/** @type {Names} */
export const concernStages = { open: '確認待ち', dismissed: 'おそれなしと判断', proposed: '提供困難を提案済み' }

/** @type {Names} */
export const concernCauses = {
  told: '再販協力会社からの申出',
  noticed: '実施主体の気づき',
  requirementsPastDue: '要件の期限切れ',
  lettersBounced: 'メールの不達',
}

/** @type {Names} */
export const grounds = {
  bankruptcy: '倒産',
  withdrawal: '事業からの撤退',
  staff: '人員の不足',
  facilities: '設備の喪失',
  law: '法令による制限',
  unreachable: '連絡がつかない',
  other: 'その他',
}

/** @type {Names} */
export const takeoverStages = { opened: '通知前', told: '通知済み（行き先は未定）', settled: '行き先が決まった' }

/** @type {Names} */
export const settlements = {
  servedByImplementingEntity: '実施主体がそのまま続ける（契約の相手方は変えない）',
  movedToImplementingEntity: '契約の相手方を実施主体に移す',
  movedToReseller: '契約の相手方をほかの再販協力会社に移す',
  endedBySme: 'ユーザーの意思で契約を終える',
}

/** @type {Names} */
export const submissionStages = {
  drafted: '下書き',
  sent: '送付済み（受領待ち）',
  returned: '差戻し',
  acknowledged: '受領済み',
}

/** @type {Names} */
export const operationStages = { accepted: '受付済み', running: '処理中', finished: '完了' }

/** @type {Names} */
export const operationKinds = {
  importContracts: '紙の契約の取込み',
  rehearseImport: '取込みの下調べ',
  recountContracts: '報告の数え直し',
  relistContracts: '検索用の索引の作り直し',
  exportHoldings: '書出し',
  drillTakeover: '引継ぎの予行演習',
  workOnTakeovers: '引継ぎの一括処理',
  moveContracts: '契約の移転',
  recordFormReading: '様式の確認の記録',
}

/** @type {Names} */
export const methods = { oral: '口頭', written: '書面' }

/** @type {Names} */
export const channels = { written: '書面', mail: 'メール', phone: '電話', visit: '訪問' }

/** @type {Names} */
export const tellings = { mail: 'メール', phone: '電話', post: '郵便', visit: '訪問' }

/** @type {Names} */
export const voidings = {
  withdrawn: '販売者が取り下げた',
  declined: 'ユーザーが契約しないと答えた',
  sellerDiscontinued: '再販協力会社が提供困難になった',
}

/** @type {Names} */
export const endings = {
  cancelledBySme: 'ユーザーの申出による解約',
  endedInTakeover: '引継ぎのなかでの終了',
  expired: '契約期間の満了',
  terminated: '事由による解除',
  annulled: '無効の記録',
}

/** @type {Names} */
export const proposalKinds = { amendment: '契約の変更', renewal: '契約の更新' }

/** @type {Names} */
export const consentKinds = {
  remoteSupport: 'リモートによる対応支援',
  positionTransfer: '契約上の地位の移転（事前の承諾）',
  foreignPersonalData: '外国にある第三者への個人データの提供',
}

/** @type {Names} */
export const consentStages = { given: '同意しています', withdrawn: '撤回しました' }

/** @type {Names} */
export const terminationGrounds = {
  nonPayment: '料金の不払い（催告が要ります）',
  breach: '契約違反（催告が要ります）',
  antisocialForces: '反社会的勢力との関係',
  insolvency: '倒産・支払停止',
  agreed: '双方の合意',
}

/** @type {Names} */
export const severities = {
  serious: '重大なもの',
  defended: '防御済みのもの',
  noResponseNeeded: '対応の要らないもの',
}

/** @type {Names} */
export const incidentTellings = { atOnce: '即時に知らせた', inReport: '後日のレポートで知らせた' }

/** @type {Names} */
export const supportPurposes = { emergency: '緊急時の対応支援', setUp: '導入時の初期対応（回数に数えません）' }

/** @type {Names} */
export const supportModes = { onSite: '駆付け', remote: 'リモート' }

/** @type {Names} */
export const changeKinds = { general: '一般の事項の変更（届出）', requirement: '要件に関わる変更（改めて申請）' }

/** @type {Names} */
export const disclosureItems = {
  devices: '監視装置の製造メーカー・型式',
  provisionCountries: 'サービス提供の所在国',
  dataStorage: 'データ保存先の所在国',
  insurance: '簡易サイバー保険の補償範囲',
  selfPay: '自己負担が生じる場合',
  initialFee: '初期費用とその内訳',
  monthlyFee: '月額料金',
  term: '契約期間',
  penalty: '途中解約の違約金',
  rightToCancel: '契約を解除する権利',
  support: '緊急時の対応支援',
  noticeContact: 'インシデントの通知',
  helpDesk: '実施主体の相談窓口',
}

/** @type {Names} */
export const functions = {
  consultationDesk: '相談窓口',
  anomalyMonitoring: '異常の監視',
  emergencyResponse: '緊急時の対応支援',
  easeOfAdoption: '導入・運用の容易さ',
  simpleCyberInsurance: '簡易サイバー保険',
}

/** @type {Names} */
export const exceptionStages = {
  asked: '承認待ち',
  approved: '承認済み',
  expired: '期限切れ',
  declined: '認めない',
  withdrawn: '取下げ',
}

/** @type {Names} */
export const exceptionGrounds = { law: '法令', necessity: 'その他のやむを得ない事情' }

/** @type {Names} */
export const redisclosureStages = { open: '進行中', closed: '完了' }

/** @type {Names} */
export const standings = { open: 'まだ', overdue: '期限を過ぎた', left: '理由を記録して残す' }

/**
 * The word for a code. One this console does not know yet is shown as unknown, never as itself.
 * @param {Names} names
 * @param {string | null | undefined} code
 */
export const word = (names, code) => (code ? (names[code] ?? '（名前のない区分）') : 'なし')

/**
 * The choices of a field.
 * @param {Names} names
 * @returns {readonly (readonly [string, string])[]}
 */
export const optionsOf = (names) => Object.entries(names)
