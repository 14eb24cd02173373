import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import { newMember } from './name-member.ts'
import type { Costs } from '../cost.ts'

/** A registration body and the officer who receives its reports. */
export const registerRegistrationBody =
  (world: World): HandlerOf<Routes['registerRegistrationBody']> =>
  async ({ body: { name, officer } }, { at, stamp }) => {
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

export const costs: Costs = {
  registerRegistrationBody: { requests: 2, readUnits: 1, writeUnits: 10 },
}
