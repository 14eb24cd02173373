import { namers, rolesOfPeople } from '../../domain/people.ts'

/*
 * The groups of roles that the policy table admits. A line that reads admits a group of readers, one that changes
 * something a group of those who act. A new role is in no group until somebody puts it there.
 */

/** An implementing entity's people who act for it. */
export const entityPeople = ['entityAdmin', 'entityStaff'] as const

/** Roles that decide for an implementing entity. */
export const entityAdmins = ['entityAdmin'] as const

/** Roles that run the platform. */
export const operators = ['operator'] as const

/** Whoever came through a signing link. */
export const smes = ['sme'] as const

/** Roles that read what an implementing entity's people read. */
export const entityReaders = [...entityPeople] as const

/** A reseller's people who act for it. */
export const resellerPeople = ['resellerAdmin', 'resellerStaff'] as const

/** Roles that sell: those of the implementing entity itself, or of a reseller. */
export const sellers = [...entityPeople, ...resellerPeople] as const

/** Roles that read contracts, and what belongs to them. */
export const contractReaders = [...entityReaders, ...resellerPeople] as const

/** Roles that ask for work that takes a while, and look how far it is. */
export const operationReaders = [...entityReaders, 'resellerAdmin'] as const

/** Roles that take a whole book out of the platform. */
export const exporters = ['entityAdmin', 'resellerAdmin'] as const

/** Roles that reports are submitted to. */
export const authorities = ['registrationBody', 'ipa'] as const

/** Roles that read submissions: those who send them, and those who get them. */
export const submissionReaders = [...entityReaders, ...authorities] as const

/** Roles that read which registration bodies there are. */
export const registrationBodyReaders = ['operator', ...entityReaders] as const

/** Roles that name people of their own organization. */
export const membersAdmins = namers

/** Roles of everyone who signs in. */
export const everyone = rolesOfPeople
