import type { ObligationCode } from '../../discontinuance/obligation.ts'
import type { Words } from '../../words.ts'
import { authorityRoles } from '../../people.ts'

/**
 * Subject of a submission: the case of a reseller that cannot continue, a service, or the implementing entity alone.
 */
export type SubmissionSubject = 'discontinuance' | 'service' | 'entity'

/** Addressees of a submission: IPA, or each registration body that lists a service it is about. */
export const submissionAddressees = authorityRoles
export type AddresseeKind = (typeof submissionAddressees)[number]

/** Field the platform does not know, and people fill in before they send: a line, a text of several lines, or a day. */
export type FormField = {
  readonly name: string
  readonly label: Words
  readonly is: 'text' | 'paragraphs' | 'day'
  /** Characters at most; a day has none. */
  readonly most?: number
  /** True where null may be given: it is not known yet. */
  readonly mayBeOpen: boolean
}

/** Content of every submission, whatever else its kind adds. */
export type SubmissionContent = {
  readonly title: string
  readonly implementingEntity: { readonly name: string; readonly corporateNumber: string }
}

/** Kind of submission: where it goes, what it is about, what is filled in, what it fulfils, and how it is drafted. */
export type KindOfSubmission<About, Content extends SubmissionContent> = {
  readonly name: Words
  readonly clause: string
  readonly subject: SubmissionSubject
  readonly addressees: readonly AddresseeKind[]
  readonly form: readonly FormField[]
  /** The obligation of its case that sending it fulfils, by whom it goes to; null where it fulfils none. */
  readonly fulfils: Readonly<Record<AddresseeKind, ObligationCode>> | null
  /** Draft the platform's own content. Whatever is filled in stands beside it, under the names of the form. */
  readonly draft: (about: About) => Content
}
