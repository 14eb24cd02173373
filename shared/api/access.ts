import { namers, rolesOfPeople } from '../domain/people.ts'

/*
 * Who may call what: the groups of roles that routes name. A route that reads names a group of readers, one that changes
 * something a group of those who act. A new role is in no group until somebody puts it there.
 */

/** An implementing entity's people who act for it. */
export const entityPeople = ['entityAdmin', 'entityStaff'] as const

/** Whoever reads what an implementing entity's people read. */
export const entityReaders = [...entityPeople] as const

/** A reseller's people who act for it. */
export const resellerPeople = ['resellerAdmin', 'resellerStaff'] as const

/** Who sells: the implementing entity itself, or a reseller. */
export const sellers = [...entityPeople, ...resellerPeople] as const

/** Whoever reads contracts, and what belongs to them. */
export const contractReaders = [...entityReaders, ...resellerPeople] as const

/** Who asks for work that takes a while, and looks how far it is. */
export const operationReaders = [...entityReaders, 'resellerAdmin'] as const

/** Who takes a whole book out of the house. */
export const exporters = ['entityAdmin', 'resellerAdmin'] as const

/** Whom reports are submitted to. */
export const authorities = ['registrationBody', 'ipa'] as const

/** Whoever reads submissions: those who send them, and those who get them. */
export const submissionReaders = [...entityReaders, ...authorities] as const

/** Whoever reads which registration bodies there are. */
export const registrationBodyReaders = ['operator', ...entityReaders] as const

/** Who names people of their own organization. */
export const membersAdmins = namers

/** Everyone who signs in. */
export const everyone = rolesOfPeople
