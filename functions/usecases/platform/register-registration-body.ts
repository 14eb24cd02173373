import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { RegistrationBodyId } from '../../../shared/domain/ids.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../../application/change.ts'
import { newMember, stillInvited } from '../../application/tenants/new-member.ts'
import type { Costs } from '../../application/cost.ts'

/** A registration body and the officer who receives its reports. */
export const registerRegistrationBody =
  (world: World): HandlerOf<Routes['registerRegistrationBody']> =>
  async ({ body: { name, officer } }, { at, stamp }) => {
    const again = await stillInvited(world, officer.mail, ({ role }) => role === 'registrationBody')
    const before = again && (await bodyOf(world, again.membership, name))
    if (before) {
      // The same again, while its officer has not come: the invitation is sent again, and nothing else happens.
      const sent = await newMember(world, officer, { role: 'registrationBody', registrationBodyId: before }, stamp)
      if (!sent.ok) return sent
      const { sub, change } = sent.value
      const answer = { registrationBodyId: before, officer: { sub, role: 'registrationBody' } }
      return world.commits.commit({ stamp, answer, changes: [change] })
    }
    const registrationBodyId = world.ids.fresh('rbd')
    const member = await newMember(world, officer, { role: 'registrationBody', registrationBodyId }, stamp)
    if (!member.ok) return member

    return world.commits.commit({
      stamp,
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
    })
  }

/** The body of a membership, if it goes by this name. */
const bodyOf = async (
  { directory }: Pick<World, 'directory'>,
  membership: Membership,
  name: string,
): Promise<RegistrationBodyId | undefined> => {
  if (membership.role !== 'registrationBody') return undefined
  const { registrationBodyId } = membership
  return (await directory.registrationBody(registrationBodyId))?.state.name === name ? registrationBodyId : undefined
}

export const costs: Costs = {
  registerRegistrationBody: { requests: 2, readUnits: 1, writeUnits: 10 },
}
