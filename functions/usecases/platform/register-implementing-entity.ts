import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { gateOfEntity } from '../../../shared/domain/reseller/gate.ts'
import { entityNumber } from '../../ports/claims.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import { newMember } from './name-member.ts'
import type { Costs } from '../cost.ts'

/** A new tenant, its own portfolio open for direct contracts, and the first person who can name others. */
export const registerImplementingEntity =
  (world: World): HandlerOf<Routes['registerImplementingEntity']> =>
  async ({ body: { name, corporateNumber, admin } }, { at, stamp }) => {
    const entityId = world.ids.fresh('ent')
    const number = entityNumber(corporateNumber, entityId)
    if (await world.commits.holderOf(number)) return refuse({ kind: 'already-exists', what: 'corporateNumber' })
    const member = await newMember(world, admin, { role: 'entityAdmin', entityId }, stamp)
    if (!member.ok) return member

    return world.commits.commit({
      stamp,
      answer: { entityId, admin: { sub: member.value.sub, role: 'entityAdmin' } },
      changes: [
        beginning('entity', entityId, [{ type: 'entity-registered', entityId, name, corporateNumber }], at),
        member.value.change,
      ],
      claims: [number],
      gates: [gateOfEntity({ entityId, name, corporateNumber }, 1)],
    })
  }

export const costs: Costs = {
  registerImplementingEntity: { requests: 3, readUnits: 2, writeUnits: 45 },
}
