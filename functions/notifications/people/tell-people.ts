import { nextDigestAt } from '../../../shared/domain/notices/digest.ts'
import {
  choiceOf,
  isTold,
  mayBeTold,
  type NoticeParty,
  noticeTopic,
  type NoticeTopic,
} from '../../../shared/domain/notices/topics.ts'
import { tenantOfMember, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { EventRef } from '../../ports/event-ref.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { noticeLetter, type NoticeText } from '../templates/people-letters.ts'

/** A notice to people: its words, and the organizations it concerns, each by a membership in it. */
export type Notice = {
  readonly id: string
  readonly topic: NoticeTopic
  readonly text: NoticeText
  readonly concerns: Readonly<Partial<Record<NoticeParty, Membership>>>
  /** The event it is of, its instant, and who caused it: nobody is told what he did himself, nor of what was before him. */
  readonly of: EventRef
  readonly happenedAt: Instant
  readonly causedBy: string | null
}

const pageOfMembers = 100

/**
 * Tells the people of the organizations concerned, each as it chose: by a letter at once, or in its digest. Told again,
 * it tells whoever was not told yet, and nobody twice: only who had his letter when a server died before noting it has
 * another.
 */
export const tellPeople = async (deps: Dependencies, notice: Notice): Promise<void> => {
  const { id, topic } = notice
  const known = await deps.notices.told(id)
  const members = (await membersOf(deps, notice)).filter(({ sub }) => sub !== notice.causedBy && !known.has(sub))
  const people = await deps.people.onRecord(members.map(({ sub }) => sub))
  for (const { sub, membership } of members) {
    const person = people.get(sub)
    const choice = choiceOf(membership.role, topic, undefined)
    if (!person || person.erased || choice === 'none') continue
    const at = deps.clock.now()
    const told = { noticeId: id, sub, topic, tenant: tenantOfMember(membership), about: notice.of.stream }
    if (choice === 'digest') {
      await deps.notices.putOff({ ...told, ...notice.text }, nextDigestAt(at, deps.calendar.isHoliday), at)
      continue
    }
    const { company = null } = (await deps.people.namesOf([sub])).get(sub) ?? {}
    const letter = noticeLetter({ name: person.name, company }, notice.text)
    await deps.post.mail({ to: person.mail, ...letter, reference: referenceTo(id, sub), of: notice.of })
    await deps.notices.noteTold(told, at)
  }
}

/** Name under which a carrier speaks of a notice's letter: the notice, and to whom. */
export const referenceTo = (noticeId: string, sub: string): string => `${noticeId}_${sub}`

/** Members of the organizations concerned who are told of the topic. */
const membersOf = async (
  { directory }: Pick<Dependencies, 'directory'>,
  { topic, concerns, happenedAt }: Notice,
): Promise<readonly ExistingMember[]> => {
  const found = new Map<string, ExistingMember>()
  for (const party of noticeTopic[topic].to) {
    const of = concerns[party]
    if (!of) continue
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof directory.membersBeside>> = await directory.membersBeside(of, {
        limit: pageOfMembers,
        after,
      })
      for (const { state } of page.items)
        if (mayBeTold(state) && (state.since ?? happenedAt) <= happenedAt && isTold(state.membership.role, topic))
          found.set(state.sub, state)
      after = page.next
    } while (after)
  }
  return [...found.values()]
}
