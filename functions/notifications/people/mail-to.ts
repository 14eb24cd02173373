import type { Dependencies, Letter } from '../../ports/dependencies.ts'

/** Name under which a carrier speaks of a notice's letter: the notice, and to whom. */
export const referenceTo = (noticeId: string, sub: string): string => `${noticeId}_${sub}`

/** The person whom a letter with a reference is to; null where it is no letter of a notice. Ids of notices have no `_`. */
export const personOfReference = (reference: string): string | null => {
  const at = reference.indexOf('_')
  return at < 0 ? null : reference.slice(at + 1)
}

/** Sends a person a letter; that its address takes none at once shows on the person. */
export const mailTo = async (
  { post, people, clock }: Pick<Dependencies, 'post' | 'people' | 'clock'>,
  { sub, mail }: { readonly sub: string; readonly mail: string },
  letter: Omit<Letter, 'to'>,
): Promise<void> => {
  const at = clock.now()
  const outcome = await post.mail({ to: mail, ...letter })
  if (outcome === 'bounced') await people.noteBounce(sub, { at, cause: 'bounce', sentAt: at, to: mail })
}
