import { codeWayOf, type CodeWay } from '../phone.ts'
import { dayInWords } from '../plain-date.ts'
import type { Words } from '../words.ts'
import type { ContactSetBy, Sme } from './terms.ts'
import type { ContactGround, ContactEvidence } from './contract-words.ts'

/**
 * Fields of an SME's signatory and addresses: its links go to the mail, its codes to the phone, its incidents to the
 * notice contact. Whoever could change these alone would hold both factors of its signature.
 */
export const contactFields = ['signatoryName', 'signatoryMail', 'signatoryPhone', 'noticeMail', 'noticePhone'] as const
type ContactField = (typeof contactFields)[number]

export const labelOfContact: Readonly<Record<ContactField, Words>> = {
  signatoryName: { ja: '署名される方のお名前', en: 'Who signs' },
  signatoryMail: { ja: 'リンクの届くメールアドレス', en: 'The mail address links go to' },
  signatoryPhone: { ja: '確認コードの届く電話番号', en: 'The phone codes go to' },
  noticeMail: { ja: 'インシデントの通知先（メール）', en: 'The mail address incidents are told at' },
  noticePhone: { ja: 'インシデントの通知先（電話）', en: 'The phone incidents are told at' },
}

type Reached = Pick<Sme, 'signatory' | 'noticeContact'>

const contactOf = ({ signatory, noticeContact }: Reached): Readonly<Record<ContactField, string | null>> => ({
  signatoryName: signatory?.name ?? null,
  signatoryMail: signatory?.mail ?? null,
  signatoryPhone: signatory?.phone ?? null,
  noticeMail: noticeContact.mail,
  noticePhone: noticeContact.phone,
})

/** Field of the contact as it was before and as it is after. */
export type ContactChange = {
  readonly what: ContactField
  readonly before: string | null
  readonly after: string | null
}

/** Fields of the contact that read differently, to the byte. */
export const contactChanges = (before: Reached, after: Reached): readonly ContactChange[] => {
  const [was, is] = [contactOf(before), contactOf(after)]
  return contactFields
    .map((what) => ({ what, before: was[what], after: is[what] }))
    .filter((one) => one.before !== one.after)
}

/**
 * Addresses of the two factors of a signature: the link by mail, the code by phone. Null where one cannot go anywhere. A
 * signatory without a phone gets none at the notice contact's: whoever signs said that codes come by letter.
 */
export const factorsReach = ({
  signatory,
  noticeContact,
}: Reached): { readonly mail: string | null; readonly phone: string | null } => ({
  mail: signatory?.mail ?? noticeContact.mail,
  phone: signatory ? signatory.phone : noticeContact.phone,
})

/** What is needed for a code that is sent at once; without it a letter brings one. */
export const codeNeeds =
  'a phone that receives a code (060, 070, 080, 090, a land line or 050); else a letter brings one (POST /v1/signing/letter)'

/** The way the code of a link comes to an SME: a message or a call to its telephone, or a letter, which always works. */
export const codeComesBy = (sme: Reached): CodeWay | 'letter' => {
  const { phone } = factorsReach(sme)
  return (phone === null ? null : codeWayOf(phone)) ?? 'letter'
}

export const groundInWords: Readonly<Record<ContactGround, string>> = {
  lost: 'これまでの連絡先に届かない',
  noCode: 'これまでの連絡先で確認コードを受け取れない',
  partlyLost: 'これまでのメールと電話の一方に届かない',
  moved: '連絡先を変えたとのお申し出',
  verified: 'これまでの連絡先が、ご本人のものと確かめられた',
}
export const evidenceInWords: Readonly<Record<ContactEvidence, string>> = {
  letter: '書面',
  visit: '訪問',
  callBack: '折返しの電話',
}

/** Words on how a contact was set that no signature of the SME stands behind: by whom, by what evidence, and when. */
export const contactSetInWords = ({ evidence, on, by, from, unstopped }: ContactSetBy): string => {
  const seen = `${evidenceInWords[evidence]}、${dayInWords(on)}`
  const who = by ? `、確かめた人　${by.title}　${by.name}` : ''
  const since = from ? `。${dayInWords(from)}から` : ''
  return unstopped
    ? `実施主体による確認（${seen}${who}）。これまでの連絡先へ知らせ、7日のあいだ止められなかった${since}`
    : `実施主体の二名による確認（${seen}${who}）${since}`
}

const bare = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '')

/** True for two names written for one person: blanks and the width of letters make no difference. */
export const isSamePerson = (one: string, other: string): boolean => bare(one) === bare(other)
