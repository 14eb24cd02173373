import { nextDigestAt } from '../../../shared/domain/notices/digest.ts'
import {
  isTold,
  mayBeTold,
  type NoticeParty,
  noticeTopic,
  type NoticeTopic,
} from '../../../shared/domain/notices/topics.ts'
import { choiceOf } from '../../../shared/domain/notices/choice.ts'
import { tenantOfMember, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { eachMemberBeside } from '../../application/tenants/members.ts'
import type { EventRef } from '../../ports/event-ref.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { mailTo, referenceTo } from './mail-to.ts'
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

/**
 * Tells the people of the organizations concerned, each as it chose: by a letter at once, or in the next digest. Told again, it tells
 * whoever was not told yet, and nobody twice: only who had his letter when a server died before noting it has another.
 */
export const tellPeople = async (deps: Dependencies, notice: Notice): Promise<void> => {
  const { id, topic } = notice
  const known = await deps.notices.told(id)
  const members = (await membersOf(deps, notice)).filter(({ sub }) => sub !== notice.causedBy && !known.has(sub))
  const people = await deps.people.onRecord(members.map(({ sub }) => sub))
  const readers = members.flatMap(({ sub, membership }) => {
    const person = people.get(sub)
    return person && !person.erased ? [{ person, membership, tenant: tenantOfMember(membership) }] : []
  })
  const companyOf = await companiesOf(deps, readers)
  for (const { person, membership, tenant } of readers) {
    const { sub, name, mail, notices } = person
    const choice = choiceOf(membership.role, topic, notices)
    if (choice === 'none') continue
    const at = deps.clock.now()
    const told = { noticeId: id, sub, topic, tenant, about: notice.of.stream }
    if (choice === 'digest') {
      await deps.notices.putOff({ ...told, ...notice.text }, nextDigestAt(at, deps.calendar.isHoliday), at)
      continue
    }
    const letter = noticeLetter({ name, company: companyOf.get(tenant) ?? null }, notice.text)
    await mailTo(deps, { sub, mail }, { ...letter, reference: referenceTo(id, sub), of: notice.of })
    await deps.notices.noteTold(told, at)
  }
}

/** Names of the organizations of some people, asked for once each. */
const companiesOf = async (
  { people }: Pick<Dependencies, 'people'>,
  readers: readonly { readonly person: { readonly sub: string }; readonly tenant: string }[],
): Promise<ReadonlyMap<string, string | null>> => {
  const oneOfEach = [...new Map(readers.map(({ tenant, person }) => [tenant, person.sub]))]
  const names = await people.namesOf(oneOfEach.map(([, sub]) => sub))
  return new Map(oneOfEach.map(([tenant, sub]) => [tenant, names.get(sub)?.company ?? null]))
}

/** Members of the organizations concerned who are told of the topic. */
const membersOf = async (
  deps: Pick<Dependencies, 'directory'>,
  { topic, concerns, happenedAt }: Notice,
): Promise<readonly ExistingMember[]> => {
  const found = new Map<string, ExistingMember>()
  for (const party of noticeTopic[topic].to) {
    const of = concerns[party]
    if (!of) continue
    for await (const { state } of eachMemberBeside(deps, of))
      if (mayBeTold(state) && (state.since ?? happenedAt) <= happenedAt && isTold(state.membership.role, topic))
        found.set(state.sub, state)
  }
  return [...found.values()]
}
