// @ts-check
import { contractTerms as plainTerms } from '../generated/contract-terms.js'
import { prefectures } from '../places.js'
import { disclosureItems, functions, methods, optionsOf } from '../words.js'

/**
 * What a contract says, as fields, for drafting, revising and attesting alike.
 *
 * @typedef {import('../shapes.js').Field} Field
 * @typedef {import('../shapes.js').Given} Given
 * @typedef {import('../shapes.js').Answer<'getDisclosure'>['disclosure']} Disclosure
 */

/** @type {readonly Field[]} */
const sme = [
  { name: 'sme.corporateNumber', label: '法人番号', kind: 'code', hint: '13桁の数字です。' },
  { name: 'sme.name', label: '会社名' },
  { name: 'sme.prefecture', label: '都道府県', kind: 'pick', options: prefectures.map((one) => [one, one]) },
  { name: 'sme.employees', label: '従業員数', kind: 'number' },
  { name: 'sme.industry', label: '業種' },
  {
    name: 'sme.noticeContact.mail',
    label: 'インシデントの通知先（メール）',
    kind: 'mail',
    optional: true,
    orNull: true,
    hint: '通知がユーザー自身に届くように、メールか電話のどちらかは要ります。',
  },
  { name: 'sme.noticeContact.phone', label: 'インシデントの通知先（電話）', kind: 'tel', optional: true, orNull: true },
]

/** @type {readonly Field[]} */
const signatory = [
  { name: 'sme.signatory.name', label: '署名する人の氏名' },
  { name: 'sme.signatory.title', label: '署名する人の役職' },
  { name: 'sme.signatory.mail', label: '署名する人のメール', kind: 'mail', hint: '署名用リンクの送り先です。' },
  {
    name: 'sme.signatory.phone',
    label: '署名する人の電話',
    kind: 'tel',
    optional: true,
    orNull: true,
    hint: '確認コードの送り先です（携帯電話はSMS、固定電話と050は電話）。ないときは、コードを手紙で送ります。',
  },
]

/** How the form asks for a plain term. @type {(term: (typeof plainTerms)[number]) => Field} */
const termField = ({ name, kind, field, optional }) => ({
  name: `terms.${name}`,
  kind,
  ...field,
  ...(optional ? { optional, orNull: true } : {}),
})
/** The terms that say from when and how long; what happens then follows them. */
const ofPeriod = ['startOn', 'termMonths']

/** @type {(services: readonly (readonly [string, string])[]) => readonly Field[]} */
const terms = (services) => [
  { name: 'terms.serviceId', label: 'サービス', kind: 'pick', options: services },
  {
    name: 'terms.initialFeeParts',
    label: '初期費用の内訳',
    kind: 'rows',
    optional: true,
    hint: 'ユーザーが支払う初期費用のすべてを、税抜で入れてください。',
    of: [
      { name: 'what', label: '費目' },
      { name: 'exTaxYen', label: '金額（円、税抜）', kind: 'number' },
    ],
  },
  ...plainTerms.filter(({ name }) => !ofPeriod.includes(name)).map(termField),
  ...ofPeriod.flatMap((period) => plainTerms.filter(({ name }) => name === period).map(termField)),
  {
    name: 'renewing',
    label: '契約期間が終わったとき',
    kind: 'choice',
    options: [
      ['no', '契約は終わる'],
      ['auto', '自動で更新する'],
    ],
    initial: 'no',
    unsent: true,
  },
  {
    name: 'terms.renewal.months',
    label: '更新後の契約期間（月）',
    kind: 'number',
    initial: '12',
    when: ['renewing', 'auto'],
  },
  {
    name: 'terms.renewal.noticeDays',
    label: '更新を断れる期限（おわりの何日前まで）',
    kind: 'number',
    initial: '30',
    hint: 'この期限の30日前に、ユーザーへ更新の予告が届きます（当社解釈）。',
    when: ['renewing', 'auto'],
  },
]

/** @type {(today: string) => readonly Field[]} */
export const explanationFields = (today) => [
  { name: 'method', label: '説明の方法', kind: 'choice', options: optionsOf(methods) },
  { name: 'on', label: '説明した日', kind: 'day', initial: today },
  { name: 'by.name', label: '説明した人の氏名' },
  { name: 'by.title', label: '説明した人の役職', optional: true },
  { name: 'items', label: '説明した項目', kind: 'ticks', options: optionsOf(disclosureItems), optional: true },
]

/**
 * The fields of a draft, filled in where there is a text already.
 * @param {readonly (readonly [string, string])[]} services
 * @param {Disclosure} [before]
 * @returns {readonly Field[]}
 */
export const draftFields = (services, before) => {
  const fields = [...sme, ...signatory, ...terms(services)]
  return before ? fields.map((field) => ({ ...field, initial: givenIn(before, field.name) ?? field.initial })) : fields
}

const givenIn = (/** @type {Disclosure} */ { sme: user, terms: said }, /** @type {string} */ path) => {
  const [whole, ...steps] = path.split('.')
  if (path === 'renewing') return said.renewal ? 'auto' : 'no'
  if (path === 'sme.corporateNumber') return user.smeId
  if (path === 'terms.initialFeeParts')
    return said.initialFeeParts.map(({ what, exTaxYen }) => ({ what, exTaxYen: String(exTaxYen) }))
  const value = steps.reduce((/** @type {any} */ at, step) => at?.[step], whole === 'sme' ? user : said)
  return value === null || value === undefined ? undefined : String(value)
}

/** The explanation of a paper contract: what it does not list is not asked, and not put on record. @type {readonly Field[]} */
const paperExplanationFields = explanationFields('').flatMap((field) => {
  const asked = { ...field, name: `explanation.${field.name}` }
  if (field.name !== 'items') return [asked]
  return [
    {
      name: 'itemsListed',
      label: '説明した項目の記載',
      kind: 'choice',
      options: [
        ['listed', '紙に、説明した項目が書いてある'],
        ['notListed', '説明したことだけで、項目は書いていない'],
      ],
      initial: 'listed',
      unsent: true,
    },
    { ...asked, when: ['itemsListed', 'listed'] },
  ]
})

/** What a paper contract is put on record with. */
/** @type {(services: readonly (readonly [string, string])[], resellers: readonly (readonly [string, string])[]) => readonly Field[]} */
export const attestFields = (services, resellers) => [
  ...(resellers.length > 0
    ? [
        /** @type {Field} */ ({
          name: 'resellerId',
          label: '再販協力会社',
          kind: 'pick',
          options: resellers,
          optional: true,
          hint: '実施主体と直接結んだ契約なら、選ばずにおきます。',
        }),
      ]
    : []),
  ...sme,
  ...terms(services),
  { name: 'signedOn', label: '契約日', kind: 'day' },
  ...paperExplanationFields,
  { name: 'remoteSupportConsent', label: 'リモート支援への同意がある', kind: 'yesNo' },
  {
    name: 'attestedBy.name',
    label: '記録する担当者の氏名',
    hint: '紙の契約書を見て、この記録に間違いがないと確かめた人です。',
  },
  { name: 'attestedBy.title', label: '記録する担当者の役職' },
]

/**
 * What a contract binds, as a new text of it has to say again: a change of its terms leaves that as it is.
 * @param {import('../shapes.js').Answer<'getContract'>} contract
 */
export const bindingOf = ({ separate }) =>
  separate
    ? {
        functions: Object.keys(functions).filter((one) => !separate.leavesOut.some((left) => left === one)),
        exceptionId: separate.exceptionId,
      }
    : {}

/** Where the rules speak of what this form calls otherwise. */
export const draftPlaces = {
  serviceId: 'terms.serviceId',
  resellerId: 'terms.serviceId',
  'sme.smeId': 'sme.corporateNumber',
  service: 'terms.serviceId',
  exceptionId: 'exception',
  functions: 'exception',
}
