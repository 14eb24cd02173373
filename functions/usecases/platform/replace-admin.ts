import type { Answer, CommandMetadata } from '../../../shared/domain/command.ts'
import type { HandlerOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import { reasonForm } from '../../papers/statements.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { adminsBeside } from '../../application/tenants/admins.ts'
import { newMember, type Person } from '../../application/tenants/new-member.ts'
import { stopped } from '../../application/tenants/still-acts.ts'

/**
 * Invites a new admin of an organization and removes those it has, in one transaction, by whoever stands above it: each
 * with the reason on record.
 */
const replaceAdmins = async (
  deps: Dependencies,
  { reason, ...person }: Person & { readonly reason: string },
  membership: Membership,
  metadata: CommandMetadata,
): Promise<Answer<OutputOf<Routes['replaceEntityAdmin']>, Refusal<'already-exists' | UsualRefusal>>> => {
  const before = await adminsBeside(deps, membership)
  const named = await newMember(deps, person, membership, metadata, reason)
  if (!named.ok) return named
  const { sub, change: invited, people } = named.value
  const removed = before.filter(({ state }) => state.sub !== invited.id)
  return deps.commits.commit({
    metadata,
    answer: { sub, role: membership.role, removed: removed.map(({ state }) => state.sub) },
    changes: [
      invited,
      ...removed.map((found) => {
        const paper = paperAt(deps.digest, 'reason', found.version, reasonForm.write({ reason }))
        const event = { type: 'member-removed', reasonSha256: paper.sha256 } as const
        return change('member', found.state.sub, found, [event], metadata.at, { papers: [paper] })
      }),
    ],
    people,
  })
}

export const replaceResellerAdmin =
  (deps: Dependencies): HandlerOf<Routes['replaceResellerAdmin']> =>
  async ({ params: { resellerId }, body }, { who: { entityId }, metadata }) => {
    const reseller = await deps.directory.reseller(entityId, resellerId)
    if (!reseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const refusal = stopped(reseller.state)
    if (refusal) return refuse(refusal)
    return replaceAdmins(deps, body, { role: 'resellerAdmin', entityId, resellerId }, metadata)
  }

export const replaceEntityAdmin =
  (deps: Dependencies): HandlerOf<Routes['replaceEntityAdmin']> =>
  async ({ params: { entityId }, body }, { metadata }) =>
    (await deps.directory.entity(entityId))
      ? replaceAdmins(deps, body, { role: 'entityAdmin', entityId }, metadata)
      : refuse({ kind: 'not-found', what: 'entity' })

export const replaceOfficer =
  (deps: Dependencies): HandlerOf<Routes['replaceOfficer']> =>
  async ({ params: { registrationBodyId }, body }, { metadata }) =>
    (await deps.directory.registrationBody(registrationBodyId))
      ? replaceAdmins(deps, body, { role: 'registrationBody', registrationBodyId }, metadata)
      : refuse({ kind: 'not-found', what: 'registrationBody' })

/** Costs for an organization of one admin; each further one costs eight write units. */
export const costs: Costs = {
  replaceResellerAdmin: { requests: 6, readUnits: 6.5, writeUnits: 23 },
  replaceEntityAdmin: { requests: 6, readUnits: 7.5, writeUnits: 23 },
  replaceOfficer: { requests: 6, readUnits: 4.5, writeUnits: 23 },
}
