import { describe, expect, test } from 'vitest'
import { tenantOf, type Principal, type Role } from '../../shared/domain/people.ts'
import { contractOf, entityId, registrationBodyId, resellerId, serviceId } from './given.ts'

const contractId = contractOf(1)
const someone: { readonly [R in Role]: Extract<Principal, { readonly role: R }> | Principal } = {
  operator: { role: 'operator', sub: 'a' },
  entityAdmin: { role: 'entityAdmin', sub: 'b', entityId },
  entityStaff: { role: 'entityStaff', sub: 'c', entityId },
  resellerAdmin: { role: 'resellerAdmin', sub: 'd', entityId, resellerId },
  resellerStaff: { role: 'resellerStaff', sub: 'e', entityId, resellerId },
  sme: { role: 'sme', sub: contractId, contractId, nonce: 'n', serviceId, smeId: '4011001098993' },
  registrationBody: { role: 'registrationBody', sub: 'f', registrationBodyId },
  ipa: { role: 'ipa', sub: 'g' },
}

describe('the tenant someone acts for', () => {
  test.each([
    ['operator', 'operator'],
    ['ipa', 'ipa'],
    ['entityAdmin', entityId],
    ['entityStaff', entityId],
    ['resellerAdmin', resellerId],
    ['resellerStaff', resellerId],
    ['sme', contractId],
    ['registrationBody', registrationBodyId],
  ] as const)('%s: %s', (role, tenant) => expect(tenantOf(someone[role])).toBe(tenant))

  test('of a reseller is never its implementing entity', () =>
    expect([tenantOf(someone.resellerAdmin), tenantOf(someone.resellerStaff)]).not.toContain(entityId))
})
