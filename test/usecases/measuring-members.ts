import type { RouteName } from '../../shared/api/routes/index.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { good, nextNumber, type Parties } from '../support/parties.ts'

/** Measures every line about members, in an organization of a few. */
export const measureMembers = async (
  house: House,
  { admin, operator }: Parties,
  as: (name: RouteName, ask: () => Promise<Reply>) => Promise<any>,
  parties: () => Promise<Parties>,
): Promise<void> => {
  const why = { reason: '異動のため' }
  const person = () => ({ mail: `m${nextNumber()}@example.jp`, name: '新人 一郎' })
  const one = { ...person(), role: 'entityStaff' }
  const { sub } = good(await admin.post('/v1/members', one))
  const path = `/v1/members/${sub}`
  await as('inviteMemberAgain', () => admin.post(`${path}/invite-again`))
  await house.signedIn(one.mail)
  const entityId = good(await admin.get('/v1/me')).tenant
  const [asAdmin, asStaff] = (['entityAdmin', 'entityStaff'] as const).map((role) => house.as({ role, sub, entityId }))
  await as('readNotices', () => (asStaff as Ask).get('/v1/me/notices'))
  await as('chooseNotices', () => (asStaff as Ask).post('/v1/me/notices', { choices: { signature: 'digest' } }))
  await as('listChangeLog', () => admin.get('/v1/change-log'))
  await as('downloadChangeLog', () => admin.get('/v1/change-log.csv'))
  await as('listMembers', () => admin.get('/v1/members?stage=active'))
  await as('getMember', () => admin.get(path))
  await as('changeMemberRole', () => admin.post(`${path}/role`, { ...why, role: 'entityAdmin' }))
  await as('suspendMember', () => admin.post(`${path}/suspend`, why))
  await as('reinstateMember', () => admin.post(`${path}/reinstate`, why))
  const elsewhere = await parties()
  const invited = good(await elsewhere.admin.post('/v1/members', { ...one, role: 'entityStaff' })).sub
  await as('chooseMembership', () => (asAdmin as Ask).post('/v1/me/membership', { sub: invited }))
  await as('removeMember', () => admin.post(`${path}/remove`, why))
  await as('eraseMember', () => admin.post(`${path}/erase`, why))
  const replacement = () => ({ ...person(), ...why })
  const { resellerId } = await elsewhere.reseller(`Q${nextNumber()}`, [])
  await as('replaceResellerAdmin', () =>
    elsewhere.admin.post(`/v1/resellers/${resellerId}/replace-admin`, replacement()),
  )
  await as('replaceOfficer', () =>
    operator.post(`/v1/registration-bodies/${elsewhere.registrationBodyId}/replace-officer`, replacement()),
  )
  await as('replaceEntityAdmin', () =>
    operator.post(`/v1/implementing-entities/${elsewhere.entityId}/replace-admin`, replacement()),
  )
}
