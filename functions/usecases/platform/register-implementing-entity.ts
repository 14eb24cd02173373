import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { gateOfEntity } from '../../../shared/domain/reseller/guard.ts'
import { entityNumber } from '../../ports/unique-keys.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../../application/change.ts'
import { newMember, namedAlready } from '../../application/tenants/new-member.ts'
import type { Costs } from '../../application/cost.ts'

/** A new tenant, its own portfolio open for direct contracts, and the first person who can name others. */
export const registerImplementingEntity =
  (deps: Dependencies): HandlerOf<Routes['registerImplementingEntity']> =>
  async ({ body: { name, corporateNumber, admin } }, { at, metadata }) => {
    const entityId = deps.ids.fresh('ent')
    const number = entityNumber(corporateNumber, entityId)
    const holder = (await deps.commits.holderOf(number)) as EntityId | null
    if (holder) {
      // The same again, while its admin has not come: the invitation is sent again, and nothing else happens.
      const isItsAdmin = (held: Membership) => held.role === 'entityAdmin' && held.entityId === holder
      const again = await namedAlready(deps, admin.mail, isItsAdmin)
      const sent = again?.stage === 'invited' && (await newMember(deps, admin, again.membership, metadata))
      if (!sent || !sent.ok) return refuse({ kind: 'already-exists', what: 'corporateNumber' })
      const { sub, change, people } = sent.value
      const answer = { entityId: holder, admin: { sub, role: 'entityAdmin' } }
      return deps.commits.commit({ metadata, answer, changes: [change], people })
    }
    const member = await newMember(deps, admin, { role: 'entityAdmin', entityId }, metadata)
    if (!member.ok) return member

    return deps.commits.commit({
      metadata,
      answer: { entityId, admin: { sub: member.value.sub, role: 'entityAdmin' } },
      changes: [
        beginning('entity', entityId, [{ type: 'entity-registered', entityId, name, corporateNumber }], at),
        member.value.change,
      ],
      people: member.value.people,
      claims: [number],
      gates: [gateOfEntity({ entityId, name, corporateNumber }, 1)],
    })
  }

export const costs: Costs = {
  registerImplementingEntity: { requests: 4, readUnits: 3, writeUnits: 53 },
}
