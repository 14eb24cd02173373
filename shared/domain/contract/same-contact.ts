import { internationalForm } from '../phone.ts'

/** A mail address as it is compared: in one width and case, since nobody has two mailboxes by these. */
export const comparedMail = (mail: string): string => mail.normalize('NFKC').trim().toLowerCase()

/** A telephone as it is compared: as a network reaches it; as it was written where it is no number. */
export const comparedPhone = (phone: string): string => internationalForm(phone) ?? phone.normalize('NFKC').trim()

/** True for two ways to write one mail address. */
export const sameMail = (one: string, other: string): boolean => comparedMail(one) === comparedMail(other)

/** True for two ways to write one telephone number. */
export const samePhone = (one: string, other: string): boolean => comparedPhone(one) === comparedPhone(other)
