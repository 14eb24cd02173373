import type { Role } from '../../domain/people.ts'
import type { Grants, Relation } from './relations.ts'
import {
  authorities,
  contractReaders,
  entityAdmins,
  entityPeople,
  entityReaders,
  everyone,
  exporters,
  membersAdmins,
  operationReaders,
  operators,
  registrationBodyReaders,
  resellerPeople,
  sellers,
  smes,
  submissionReaders,
} from './roles.ts'

/*
 * What rows of the policy table say, each under a name: who, and of whose things. A role gets in by its groups in
 * roles.ts; a row that fits none of these gets a pattern of its own here.
 */

const grant = <R extends Role>(of: readonly R[], to: readonly Relation[]): Grants<R> =>
  Object.fromEntries(of.map((role) => [role, to])) as Grants<R>

const own = ['own'] as const
const ownTenant = ['ownTenant'] as const
/** What an implementing entity answers for: its own, its resellers', and what it once held itself. */
const answeredFor = ['ownTenant', 'ownReseller', 'formerHolder'] as const

/** Open lines: no token, and nobody's things but what a secret in the request names. */
export const anyone = 'anyone'

/** Whoever signs in, about themselves. */
export const everyoneOfThemselves = grant(everyone, own)

/** Whoever signs in, about their own organization. */
export const everyoneOfTheirTenant = grant(everyone, ownTenant)

/** An SME, about the one contract of its link. */
export const smeOnOwnContract = grant(smes, own)

/** The operator, about the platform. */
export const operatorOnPlatform = grant(operators, ownTenant)

/** The operator, about tenants that have lost whoever could act for them: any, and their admins only. */
export const operatorOnTenants = grant(operators, ['ownTenant', 'none'])

/** Admins, about people of their own organization. */
export const adminsOnTheirPeople = grant(membersAdmins, ownTenant)

/** What belongs to no tenant, for those who have to choose from it. */
export const readersOfRegistrationBodies = grant(registrationBodyReaders, ['none'])

/** An implementing entity's people, in all that it answers for. */
export const entityOverResellers = grant(entityPeople, answeredFor)
export const entityReadsResellers = grant(entityReaders, answeredFor)
export const adminOverResellers = grant(entityAdmins, answeredFor)

/** An implementing entity's people, in what is the entity's own: services, settings, long work, campaigns. */
export const entityOnOwn = grant(entityPeople, ownTenant)
export const entityReadsOwn = grant(entityReaders, ownTenant)
export const adminOnOwn = grant(entityAdmins, ownTenant)

/** Each in its own book; an implementing entity in its resellers' books too. A former holder may nothing any more. */
export const sellersOnBook = { ...grant(entityPeople, answeredFor), ...grant(resellerPeople, ownTenant) }
export const readersOfBook = { ...grant(entityReaders, answeredFor), ...grant(resellerPeople, ownTenant) }

/** Each in its own book alone: only the seller prepares what it sells. */
export const sellersOnOwn = grant(sellers, ownTenant)
export const readersOfOwn = grant(contractReaders, ownTenant)

/** Whole books that are taken out, and long work: of those who asked. */
export const exportersOfOwn = grant(exporters, ownTenant)
export const readersOfOwnOperations = grant(operationReaders, ownTenant)

/** Submissions: of those who send them, and of those they are addressed to. */
export const sendersAndAddressees = grant(submissionReaders, ownTenant)
export const addressees = grant(authorities, ownTenant)
