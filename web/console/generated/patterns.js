// @ts-check
// Written by `npm run build:console` from shared/api/policy, and never by hand.

/** @import { Role } from '../../../shared/domain/people.ts' */

/** @type {readonly Role[]} */
export const everyoneOfThemselves = [
  'operator',
  'ipa',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'registrationBody',
]

/** @type {readonly Role[]} */
export const operatorOnPlatform = ['operator']

/** @type {readonly Role[]} */
export const readersOfRegistrationBodies = ['operator', 'entityAdmin', 'entityStaff']

/** @type {readonly Role[]} */
export const adminsOnTheirPeople = ['operator', 'entityAdmin', 'resellerAdmin', 'registrationBody', 'ipa']

/** @type {readonly Role[]} */
export const adminOverResellers = ['entityAdmin']

/** @type {readonly Role[]} */
export const operatorOnTenants = ['operator']

/** @type {readonly Role[]} */
export const entityOnOwn = ['entityAdmin', 'entityStaff']

/** @type {readonly Role[]} */
export const readersOfOwn = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']

/** @type {readonly Role[]} */
export const sellersOnBook = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']

/** @type {readonly Role[]} */
export const entityReadsResellers = ['entityAdmin', 'entityStaff']

/** @type {readonly Role[]} */
export const readersOfBook = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']

/** @type {readonly Role[]} */
export const entityReadsOwn = ['entityAdmin', 'entityStaff']

/** @type {readonly Role[]} */
export const adminOnOwn = ['entityAdmin']

/** @type {readonly Role[]} */
export const entityOverResellers = ['entityAdmin', 'entityStaff']

/** @type {readonly Role[]} */
export const sellersOnOwn = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']

/** @type {readonly Role[]} */
export const everyoneOfTheirTenant = [
  'operator',
  'ipa',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'registrationBody',
]

/** @type {readonly Role[]} */
export const exportersOfOwn = ['entityAdmin', 'resellerAdmin']

/** @type {readonly Role[]} */
export const readersOfOwnOperations = ['entityAdmin', 'entityStaff', 'resellerAdmin']

/** @type {readonly Role[]} */
export const sendersAndAddressees = ['entityAdmin', 'entityStaff', 'registrationBody', 'ipa']

/** @type {readonly Role[]} */
export const addressees = ['registrationBody', 'ipa']
