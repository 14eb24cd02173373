import { withCodePoints } from '../../../shared/domain/characters-at-risk.ts'
import {
  contractTerms,
  revisionTerms,
  termInWords,
  type RevisionTerm,
} from '../../../shared/domain/contract/contract-terms.ts'
import { differencesBetween } from '../../../shared/domain/contract/differences.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { dayInWords, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { addressInWords, type PostalAddress } from '../../../shared/domain/postal-address.ts'
import { differenceOfNames, type NameDifference } from '../../../shared/domain/search-name.ts'
import { serviceFunctions } from '../../../shared/domain/service/facts.ts'
import { yen } from '../../../shared/domain/yen.ts'
import { nameOfFunction } from '../../../shared/standard/model/names.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'

/** A contract as it stands or is to be made: its text, and the day it was signed where it was signed already. */
export type Said = { readonly deal: ContractRevision; readonly text: Disclosure; readonly signedOn?: PlainDate }

/**
 * Difference of two contracts in one thing. `how`: where it is a name, whether only its writing or legal form differs.
 */
export type Difference = {
  readonly what: string
  readonly label: string
  readonly standing: string
  readonly given: string
  readonly how?: NameDifference
}

const none = 'なし'
const orNone = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? none : String(value)

const addressOrNone = (address: PostalAddress | undefined): string => (address ? addressInWords(address) : none)

type Line = readonly [what: string, label: string, of: (said: Said) => string | undefined]

const people: readonly Line[] = [
  ['sme.name', '会社名', ({ text }) => text.sme.name],
  ['sme.prefecture', '都道府県', ({ text }) => text.sme.prefecture],
  ['sme.reading', 'ふりがな', ({ text }) => orNone(text.sme.reading)],
  ['sme.postalAddress', '住所', ({ text }) => addressOrNone(text.sme.postalAddress)],
  ['sme.placeOfService', 'サービスを提供する場所', ({ text }) => addressOrNone(text.sme.placeOfService)],
  ['sme.employees', '従業員数', ({ text }) => `${text.sme.employees}人`],
  ['sme.industry', '業種', ({ text }) => text.sme.industry],
  ['sme.noticeContact.mail', '通知先メール', ({ text }) => orNone(text.sme.noticeContact.mail)],
  ['sme.noticeContact.phone', '通知先電話', ({ text }) => orNone(text.sme.noticeContact.phone)],
  ['sme.signatory.name', '署名をお願いした方', ({ text }) => orNone(text.sme.signatory?.name)],
  ['sme.signatory.title', '署名をお願いした方の立場', ({ text }) => orNone(text.sme.signatory?.title)],
  ['sme.signatory.mail', 'リンクの届くメールアドレス', ({ text }) => orNone(text.sme.signatory?.mail)],
  ['sme.signatory.phone', '確認コードの届く電話番号', ({ text }) => orNone(text.sme.signatory?.phone)],
]

/** A plain term, as each of two contracts has it. */
const plainTerm = (name: RevisionTerm): Line => [
  `terms.${name}`,
  contractTerms[name].label.ja,
  ({ deal }) => termInWords(name, deal[name]),
]

const terms: readonly Line[] = [
  ['resellerId', '販売者', ({ text }) => (text.reseller ?? text.implementingEntity).name],
  // A contract that is only to be signed has no day yet, and differs in none.
  ['signedOn', '契約日', ({ signedOn }) => signedOn && dayInWords(signedOn)],
  plainTerm('startOn'),
  ['terms.endOn', '満了日', ({ deal }) => dayInWords(deal.endOn)],
  ['terms.initialFeeParts', '初期費用', ({ text }) => feeParts(text)],
  ...revisionTerms.filter((name) => name !== 'startOn').map(plainTerm),
  ['terms.renewal', '自動更新', ({ deal }) => renewalOf(deal)],
  ['exception', '契約に含めない機能', ({ deal }) => orNone(leftOut(deal))],
  ['service.version', 'サービスの版', ({ deal }) => `第${deal.serviceVersion}版`],
  ['edition', '基準の版', ({ deal }) => deal.edition],
]

const feeParts = ({ terms: { initialFeeParts } }: Disclosure): string =>
  orNone(initialFeeParts.map(({ what, exTaxYen }) => `${what} ${yen(exTaxYen)}`).join('、'))
const renewalOf = ({ renewal }: ContractRevision): string =>
  renewal ? `${renewal.months}か月ごと（申出は${renewal.noticeDays}日前まで）` : none
const leftOut = ({ functions }: ContractRevision): string =>
  serviceFunctions
    .filter((one) => !functions.includes(one))
    .map((one) => nameOfFunction[one].ja)
    .join('、')

/** Differences of a standing contract from the one that is to be made, the whole of both texts compared. */
export const differencesOf = (standing: Said, wanted: Said): readonly Difference[] => {
  const named = [...people, ...terms].flatMap(([what, label, of]) => {
    const [now, then] = [of(standing), of(wanted)]
    if (now === undefined || then === undefined || now === then) return []
    return [{ what, label, standing: now, given: then, ...(what === 'sme.name' ? howNames(now, then) : {}) }]
  })
  if (named.length > 0) return named
  // Any difference left is in what the service itself says.
  return differencesBetween(standing.text, wanted.text).map(({ code, label, before, after }) => ({
    what: code,
    label: label.ja,
    standing: before.join(' '),
    given: after.join(' '),
  }))
}

const howNames = (one: string, other: string) => ({ how: differenceOfNames(one, other) })

const inWords: Readonly<Partial<Record<NameDifference, string>>> = {
  writing: '同じ名前の別の書き方と見られます。',
  legalForm: '法人格のほかは同じ名前です。',
}

const mostCharacters = 3
const signs = new Intl.Segmenter('ja')
const signsIn = (text: string): readonly string[] => [...signs.segment(text)].map(({ segment }) => segment)

/**
 * The signs only one of two names has, with their code points, where they stand in the same places: twins are drawn
 * alike. Nothing where one name is longer: that is seen.
 */
const signsApart = (one: string, other: string): string => {
  const [mine, its] = [signsIn(one), signsIn(other)]
  if (mine.length !== its.length) return ''
  const apart = mine.flatMap((sign, place) => (sign === its[place] ? [] : [[sign, its[place] ?? ''] as const]))
  const said = apart
    .slice(0, mostCharacters)
    .map(([sign, twin]) => `既にある契約の字は${withCodePoints(sign)}、今回の字は${withCodePoints(twin)}`)
  const left = apart.length - said.length
  return `。${said.join('、')}${left > 0 ? `、ほか${left}字` : ''}`
}

/** A difference as a clerk reads it. */
export const differenceInWords = ({ label, standing, given, how }: Difference): string => {
  const note = how ? (inWords[how] ?? '') : ''
  const apart = how === 'writing' ? signsApart(standing, given) : ''
  return `${label}（${note}既にある契約は${standing}、今回は${given}${apart}）`
}

const inEnglish: Readonly<Partial<Record<NameDifference, string>>> = {
  writing: ', what looks like the same name in another writing',
  legalForm: ', the same but for its legal form',
}

export const differenceInEnglish = ({ what, standing, given, how }: Difference): string =>
  `${what} (${standing} there, ${given} here${how ? (inEnglish[how] ?? '') : ''})`
