import { mayBeTold } from '../../../shared/domain/notices/topics.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { DigestEntry } from '../../ports/notices.ts'
import { digestLetter } from '../templates/people-letters.ts'
import { mailTo, referenceTo } from './mail-to.ts'

/**
 * Sends a person what stands in its digest, in one letter, and clears it. Where the person is no member any more, or was
 * erased, nobody is written to and the entries go. True where a letter went out.
 */
export const sendDigest = async (deps: Dependencies, entries: readonly DigestEntry[]): Promise<boolean> => {
  const [first] = entries
  if (!first) return false
  const { sub } = first
  const [member, people, names] = await Promise.all([
    deps.directory.member(sub),
    deps.people.onRecord([sub]),
    deps.people.namesOf([sub]),
  ])
  const person = people.get(sub)
  const reader = member && mayBeTold(member.state) && person && !person.erased ? person : undefined
  if (reader) {
    const letter = digestLetter({ name: reader.name, company: names.get(sub)?.company ?? null }, entries)
    await mailTo(deps, reader, {
      ...letter,
      reference: referenceTo(first.noticeId, sub),
      of: { stream: first.about, seq: 1 },
    })
  }
  await deps.notices.clearDigest(entries)
  return reader !== undefined
}
