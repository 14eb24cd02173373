import type { OutputOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'
import { choiceOf, topicsOf } from '../../shared/domain/notices/choice.ts'
import { decidesOn, noticeTopic, wayTo } from '../../shared/domain/notices/topics.ts'
import type { RoleOfPeople } from '../../shared/domain/people.ts'
import type { PersonOnRecord } from '../ports/people.ts'

/** How a person hears of what its role is told, topic by topic. */
export const noticesView = (
  role: RoleOfPeople,
  person: PersonOnRecord | undefined,
): OutputOf<Routes['readNotices']> => {
  const known = person && !person.erased ? person : undefined
  return {
    mail: known?.mail ?? null,
    mailBounced: known?.mailBounced ?? null,
    topics: topicsOf(role).map((topic) => ({
      topic,
      label: noticeTopic[topic].label,
      choice: choiceOf(role, topic, known?.notices ?? {}),
      usual: wayTo(role, topic),
      fixed: decidesOn(role, topic),
    })),
  }
}
