import { isSamePerson } from './contact.ts'
import type { Disclosure } from './disclosure.ts'

/** Whoever speaks for an SME, behind a link and its code: the name and the capacity as that person gave them. */
export type Speaker = { readonly name: string; readonly title: string }

/** Answers of an SME to the text of a contract. */
export const saidBySmes = ['signed', 'confirmed', 'disputed'] as const
export type SaidBySme = (typeof saidBySmes)[number]

/**
 * Last answer to a contract's text, with the person who gave it and the revision; the name is null where nobody asked.
 */
export type Spoken = {
  readonly said: SaidBySme
  readonly revision: number
  readonly name: string | null
  readonly title: string | null
  readonly isAddressee: boolean | null
}

/** Whom a text names as who signs for the SME; null where it names nobody, as many a paper contract. */
export const addresseeOf = ({ sme: { signatory } }: Pick<Disclosure, 'sme'>): Speaker | null =>
  signatory && { name: signatory.name, title: signatory.title }

/** Somebody's word on a text, beside whom that text names. */
export const spokenTo = (
  said: SaidBySme,
  { name, title }: Speaker | { readonly name: null; readonly title: null },
  text: Pick<Disclosure, 'sme' | 'revision'>,
): Spoken => {
  const asked = addresseeOf(text)
  const isAddressee = name === null || !asked ? null : isSamePerson(name, asked.name)
  return { said, revision: text.revision, name, title, isAddressee }
}
