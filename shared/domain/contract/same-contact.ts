import { internationalForm } from '../phone.ts'
import type { Sme } from './terms.ts'

/** A mail address as it is compared: in one width and case, since nobody has two mailboxes by these. */
const comparedMail = (mail: string): string => mail.normalize('NFKC').trim().toLowerCase()

/** A telephone as it is compared: as a network reaches it; as it was written where it is no number. */
const comparedPhone = (phone: string): string => internationalForm(phone) ?? phone.normalize('NFKC').trim()

type Reached = Pick<Sme, 'signatory' | 'noticeContact'>

/** Kinds of contact: a mail address, or a telephone. */
export const contactKinds = ['mail', 'phone'] as const
export type ContactKind = (typeof contactKinds)[number]

/** A contact of an SME as it is compared, of its kind. */
export type Contact = { readonly kind: ContactKind; readonly value: string }

const once = (kind: ContactKind, values: readonly (string | null)[]): readonly Contact[] =>
  [...new Set(values.filter((value) => value !== null))].map((value) => ({ kind, value }))

/** The contacts of an SME, of its signatory and of its notices, each once. */
export const contactsOf = ({ signatory, noticeContact }: Reached): readonly Contact[] => {
  const given = [signatory, noticeContact].flatMap((one) => (one ? [one] : []))
  return [
    ...once(
      'mail',
      given.map(({ mail }) => mail && comparedMail(mail)),
    ),
    ...once(
      'phone',
      given.map(({ phone }) => phone && comparedPhone(phone)),
    ),
  ]
}

/** True for two ways to write one mail address. */
export const sameMail = (one: string, other: string): boolean => comparedMail(one) === comparedMail(other)

/** True for two ways to write one telephone number. */
export const samePhone = (one: string, other: string): boolean => comparedPhone(one) === comparedPhone(other)
