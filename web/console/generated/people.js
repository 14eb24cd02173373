// @ts-check
// Written by `npm run build:console` from shared/domain/people.ts, and never by hand.

/** @import { Role } from '../../../shared/domain/people.ts' */

/** Names of the roles. @type {Readonly<Record<Role, string>>} */
export const labelOfRole = {
  operator: '運用者',
  entityAdmin: '実施主体の管理者',
  entityStaff: '実施主体の担当者',
  resellerAdmin: '再販協力会社の管理者',
  resellerStaff: '再販協力会社の担当者',
  registrationBody: '審査登録機関',
  ipa: 'IPA',
  sme: 'ユーザー',
}

/** The roles of an implementing entity's people. @type {readonly Role[]} */
export const entityRoles = ['entityAdmin', 'entityStaff']

/** The roles of a reseller's people. @type {readonly Role[]} */
export const resellerRoles = ['resellerAdmin', 'resellerStaff']

/** The roles that each may name. @type {Readonly<Partial<Record<Role, readonly Role[]>>>} */
export const mayName = {
  operator: ['operator', 'ipa'],
  entityAdmin: ['entityAdmin', 'entityStaff'],
  resellerAdmin: ['resellerAdmin', 'resellerStaff'],
  registrationBody: ['registrationBody'],
  ipa: ['ipa'],
}
