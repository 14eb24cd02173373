import { policy } from '../../../shared/api/policy/index.ts'
import type { AggregateKind } from '../../../shared/domain/aggregates/aggregates.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import { entityRoles, isOneOf, type Principal } from '../../../shared/domain/people.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Audience, Named } from '../../views/change-log/fields.ts'

export type Reader = Exclude<Principal, { role: 'sme' }>

/**
 * The lines by which each kind of thing is read by itself: whoever may call none of them is not shown in a change log
 * what such a thing came to either.
 */
const readBy: Readonly<Record<AggregateKind, readonly (keyof typeof policy)[]>> = {
  entity: ['getObligationSettings', 'registerImplementingEntity'],
  registrationBody: ['readMe'],
  member: ['getMember'],
  service: ['getService'],
  reseller: ['getReseller'],
  contract: ['getContract'],
  discontinuance: ['getDiscontinuance'],
  concern: ['getConcern'],
  submission: ['getSubmission'],
  operation: ['getOperation'],
  separateContractException: ['getException'],
  smeIdentity: ['getSmeIdentity'],
  redisclosure: ['getRedisclosure'],
  archive: ['getArchive'],
  file: ['getFile'],
}

/** True where a role reads things of a kind by themselves. */
export const readsKind = ({ role }: Pick<Reader, 'role'>, kind: AggregateKind): boolean =>
  readBy[kind].some((line) => Object.hasOwn(policy[line] as object, role))

/** The audience that whoever reads belongs to: an implementing entity's people see what is its own. */
export const audienceOf = ({ role }: Pick<Reader, 'role'>): Audience => (isOneOf(entityRoles, role) ? 'house' : 'all')

/** Events of a page whose objects whoever reads does not read (any more): a contract that a reseller does not hold now. */
export const withheldFrom = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  who: Reader,
  events: readonly LedgerEvent[],
): Promise<ReadonlySet<LedgerEvent>> => {
  const ids = 'resellerId' in who ? events.flatMap(({ kind, stream }) => (kind === 'contract' ? [stream] : [])) : []
  const holders =
    ids.length > 0 ? await contracts.holders([...new Set(ids)] as ContractId[]) : new Map<string, string>()
  return new Set(
    events.filter(
      ({ kind, stream }) =>
        !readsKind(who, kind) ||
        (kind === 'contract' && 'resellerId' in who && holders.get(stream as ContractId) !== who.resellerId),
    ),
  )
}

/** Whose organizations and services are known by name to whoever reads. */
export const entityKnownTo = (who: Reader): EntityId | null => ('entityId' in who ? who.entityId : null)

/** True where whoever reads may know something by its name: a reseller no other one. */
export const mayName = (who: Reader, { id }: Pick<Named, 'id'>): boolean =>
  !('resellerId' in who) || !id.startsWith('rsl_') || id === who.resellerId
