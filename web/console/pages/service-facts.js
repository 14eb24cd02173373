// @ts-check
import { functions, monitoringTypes, optionsOf } from '../words.js'
import { matterKinds } from '../words-of-the-standard.js'

/**
 * What a version says of its service, as fields. What is left empty is asked for by a rule of the standard, which says
 * so with its clause; only the name and the type are asked for by the form.
 *
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Given} Given
 */

/** @type {readonly (Omit<Field, 'name'> & { at: string })[]} */
export const fields = [
  { at: 'name', label: 'サービスの名称' },
  { at: 'monitoringType', label: '種類', kind: 'choice', options: optionsOf(monitoringTypes) },
  { at: 'functions', label: '一つの契約で提供する機能', kind: 'ticks', options: optionsOf(functions), optional: true },
  { at: 'consultationDesk.phone', label: '相談窓口の電話', kind: 'tel', optional: true, orNull: true },
  { at: 'consultationDesk.mail', label: '相談窓口のメール', kind: 'mail', optional: true, orNull: true },
  {
    at: 'incidentNotice.seriousTargetMinutes',
    label: '重大なインシデントを知らせる目標（分）',
    kind: 'number',
    optional: true,
    orNull: true,
  },
  {
    at: 'incidentNotice.othersReportEveryDays',
    label: 'その他を知らせるレポートの間隔（日）',
    kind: 'number',
    optional: true,
    orNull: true,
  },
  { at: 'emergencySupport.onSiteDispatch', label: '指定された場所への駆付けがある', kind: 'yesNo' },
  {
    at: 'emergencySupport.remote',
    label: 'リモート支援',
    kind: 'choice',
    options: [
      ['withConsent', '同意を得てから行う'],
      ['withoutConsent', '同意を得ずに行う'],
      ['none', '行わない'],
    ],
  },
  {
    at: 'emergencySupport.freePerContractYear',
    label: '自己負担のない緊急時の対応支援（契約1年あたりの回数）',
    kind: 'number',
  },
  {
    at: 'emergencySupport.travelExpenses',
    label: '交通費などの実費',
    kind: 'choice',
    options: [
      ['chargeable', '別に請求することがある'],
      ['included', '含まれている'],
    ],
  },
  {
    at: 'serviceProvisionCountries',
    label: 'サービス提供の所在国',
    kind: 'lines',
    optional: true,
    hint: '国の2文字の符号を1行に一つ。日本は JP です。',
  },
  {
    at: 'dataStorage.kind',
    label: 'データ保存先の所在国',
    kind: 'choice',
    options: [
      ['known', '分かっている'],
      ['unknown', '分からないと明示する'],
    ],
    optional: true,
  },
  {
    at: 'dataStorage.countries',
    label: '保存先の国',
    kind: 'lines',
    optional: true,
    hint: '国の2文字の符号を1行に一つ。',
    when: ['dataStorage.kind', 'known'],
  },
  { at: 'dataStorage.statedOn', label: '分からないと明示した日', kind: 'day', when: ['dataStorage.kind', 'unknown'] },
  { at: 'insurance.insurer', label: '保険会社', optional: true },
  {
    at: 'insurance.policyholder',
    label: '保険の契約者',
    kind: 'choice',
    options: [
      ['implementingEntity', '実施主体'],
      ['reseller', '再販協力会社'],
      ['sme', 'ユーザー'],
    ],
  },
  {
    at: 'insurance.coveredMatters',
    label: '補償の対象',
    kind: 'rows',
    optional: true,
    hint: '初動対応（駆付け支援等）の費用が要ります。',
    of: [
      { name: 'kind', label: '区分', kind: 'choice', options: optionsOf(matterKinds), optional: true },
      { name: 'what', label: '規約での言い方' },
    ],
  },
  {
    at: 'insurance.times',
    label: '補償の回数',
    kind: 'choice',
    options: [
      ['limited', '年に何回までと定めている'],
      ['unlimited', '回数の限りがない'],
    ],
    optional: true,
  },
  {
    at: 'insurance.coverageCountPerYear',
    label: '補償の回数（年）',
    kind: 'number',
    when: ['insurance.times', 'limited'],
  },
  { at: 'insurance.coverageLimitYen', label: '補償の限度額（円）', kind: 'number', optional: true, orNull: true },
  { at: 'insurance.deductibleYen', label: '免責金額（円）', kind: 'number', optional: true, orNull: true },
  {
    at: 'insurance.selfPay',
    label: '自己負担が生じる場合',
    kind: 'choice',
    options: [
      ['cases', '生じる場合がある'],
      ['none', '生じる場合はない'],
    ],
    optional: true,
    hint: '「ない」といえるのは、免責金額も補償回数の限りもなく、交通費などの実費が含まれているときだけです。',
  },
  {
    at: 'insurance.selfPayCases',
    label: '自己負担が生じる場合の内容',
    kind: 'lines',
    hint: '1行に一つ。',
    when: ['insurance.selfPay', 'cases'],
  },
  { at: 'insurance.explanatoryMaterial', label: '保険を説明する別の資料（名称と版）', optional: true, orNull: true },
  {
    at: 'termination.penalty.kind',
    label: '途中解約の違約金',
    kind: 'choice',
    options: [
      ['none', 'ない'],
      ['fixed', '定額'],
      ['remainingMonths', '残りの月額に対する割合'],
    ],
    optional: true,
  },
  {
    at: 'termination.penalty.exTaxYen',
    label: '違約金（円、税抜）',
    kind: 'number',
    when: ['termination.penalty.kind', 'fixed'],
  },
  {
    at: 'termination.penalty.monthlyRatePercent',
    label: '残りの月額に対する割合（％）',
    kind: 'number',
    when: ['termination.penalty.kind', 'remainingMonths'],
  },
  { at: 'termination.userMayCancelAnyTime', label: 'ユーザーはいつでも解約できる', kind: 'yesNo' },
  {
    at: 'devices',
    label: '監視装置',
    kind: 'rows',
    optional: true,
    of: [
      { name: 'manufacturer', label: '製造メーカー' },
      { name: 'model', label: '型式' },
    ],
  },
  { at: 'capabilities.detectInbound', label: '外からの不正な通信を検知する', kind: 'yesNo' },
  { at: 'capabilities.detectOutbound', label: '中からの不正な通信を検知する', kind: 'yesNo' },
  { at: 'capabilities.networkDefend', label: 'ネットワークで防御する', kind: 'yesNo' },
  { at: 'capabilities.continuousDetection', label: '端末を常時検知する', kind: 'yesNo' },
  { at: 'capabilities.endpointDefend', label: '端末で防御する', kind: 'yesNo' },
  { at: 'placement.boundary', label: '監視装置を置くところ（外部との境界のどこか）', optional: true },
  { at: 'placement.segments', label: '監視が及ぶ区画', optional: true },
  {
    at: 'placement.unseen',
    label: '監視が及ばない区画・通信とその扱い',
    optional: true,
    hint: 'なければ「なし」と書いてください。',
  },
  {
    at: 'placement.bypasses',
    label: '監視装置を通らない経路（無線・在宅・拠点間など）',
    optional: true,
    hint: 'なければ「なし」と書いてください。',
  },
  { at: 'coversImportantTerminals', label: '重要情報を扱うすべての端末を対象にする', kind: 'yesNo' },
  { at: 'monthlyFeeExTaxYen', label: '月額料金（円、税抜）', kind: 'number', optional: true, orNull: true },
  {
    at: 'monthlyFeePerTerminalExTaxYen',
    label: '端末1台あたりの月額料金（円、税抜）',
    kind: 'number',
    optional: true,
    orNull: true,
  },
]

/**
 * The fields of a version, filled in where something is given.
 * @param {Readonly<Record<string, Given>>} [given]
 * @returns {readonly Field[]}
 */
export const factFields = (given = {}) =>
  fields.map(({ at, when, ...field }) => ({
    ...field,
    name: `facts.${at}`,
    ...(when ? { when: [`facts.${when[0]}`, ...when.slice(1)] } : {}),
    ...(given[at] === undefined ? {} : { initial: given[at] }),
  }))
