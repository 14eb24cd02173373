import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { RegistrationBodyId } from '../../../shared/domain/ids.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../../application/change.ts'
import { newMember, namedAlready } from '../../application/tenants/new-member.ts'
import type { Costs } from '../../application/cost.ts'

/** A registration body and the officer who receives its reports. */
export const registerRegistrationBody =
  (deps: Dependencies): HandlerOf<Routes['registerRegistrationBody']> =>
  async ({ body: { name, officer } }, { at, metadata }) => {
    const again = await namedAlready(deps, officer.mail, ({ role }) => role === 'registrationBody')
    const before = again && (await bodyOf(deps, again.membership, name))
    if (before) {
      if (again.stage !== 'invited') return refuse({ kind: 'already-exists', what: 'mail' })
      // The same again, while its officer has not come: the invitation is sent again, and nothing else happens.
      const sent = await newMember(deps, officer, { role: 'registrationBody', registrationBodyId: before }, metadata)
      if (!sent.ok) return sent
      const { sub, change, people } = sent.value
      const answer = { registrationBodyId: before, officer: { sub, role: 'registrationBody' } }
      return deps.commits.commit({ metadata, answer, changes: [change], people })
    }
    const registrationBodyId = deps.ids.fresh('rbd')
    const member = await newMember(deps, officer, { role: 'registrationBody', registrationBodyId }, metadata)
    if (!member.ok) return member

    return deps.commits.commit({
      metadata,
      answer: { registrationBodyId, officer: { sub: member.value.sub, role: 'registrationBody' } },
      changes: [
        beginning(
          'registrationBody',
          registrationBodyId,
          [{ type: 'registration-body-registered', registrationBodyId, name }],
          at,
        ),
        member.value.change,
      ],
      people: member.value.people,
    })
  }

/** The body of a membership, if it goes by this name. */
const bodyOf = async (
  { directory }: Pick<Dependencies, 'directory'>,
  membership: Membership,
  name: string,
): Promise<RegistrationBodyId | undefined> => {
  if (membership.role !== 'registrationBody') return undefined
  const { registrationBodyId } = membership
  return (await directory.registrationBody(registrationBodyId))?.state.name === name ? registrationBodyId : undefined
}

export const costs: Costs = {
  registerRegistrationBody: { requests: 3, readUnits: 2, writeUnits: 19 },
}
