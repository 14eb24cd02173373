import type { memberRoutes } from '../../shared/api/routes/members.ts'
import type { noticeRoutes } from '../../shared/api/routes/notices.ts'
import type { Ask, House } from './house.ts'
import { good } from './parties.ts'
import type { Sample } from './scene.ts'

/** Members in every stage, and a sample for every line about them. */
export const memberSamples = async ({
  house,
  admin,
  person,
  entityId,
  resellerId,
  registrationBodyId,
}: {
  readonly house: House
  readonly admin: Ask
  readonly person: () => { readonly mail: string; readonly name: string }
  readonly entityId: string
  readonly resellerId: string
  readonly registrationBodyId: string
}): Promise<Record<keyof typeof memberRoutes | keyof typeof noticeRoutes, Sample>> => {
  const memberOf = async (by: Ask, role: string, ...then: readonly string[]): Promise<string> => {
    const one = person()
    const { sub } = good(await by.post('/v1/members', { ...one, role }))
    if (then.length > 0) await house.signedIn(one.mail)
    for (const act of then.filter((each) => each !== 'accept'))
      good(await by.post(`/v1/members/${sub}/${act}`, { reason: '異動のため' }))
    return sub
  }
  const member = async (...then: readonly string[]) => `/v1/members/${await memberOf(admin, 'entityStaff', ...then)}`
  const members = {
    invited: await member(),
    active: await member('accept'),
    leaving: await member('accept'),
    suspended: await member('suspend'),
    removed: await member('remove'),
    changing: await member('accept'),
  }
  const why = { reason: '異動のため' }

  return {
    listMembers: { path: '/v1/members' },
    getMember: { path: members.active },
    inviteMemberAgain: { path: `${members.invited}/invite-again` },
    changeMemberRole: { path: `${members.changing}/role`, body: { ...why, role: 'entityAdmin' } },
    suspendMember: { path: `${members.active}/suspend`, body: why },
    reinstateMember: { path: `${members.suspended}/reinstate`, body: why },
    removeMember: { path: `${members.leaving}/remove`, body: why },
    eraseMember: { path: `${members.removed}/erase`, body: why },
    replaceResellerAdmin: { path: `/v1/resellers/${resellerId}/replace-admin`, body: { ...person(), ...why } },
    replaceEntityAdmin: { path: `/v1/implementing-entities/${entityId}/replace-admin`, body: { ...person(), ...why } },
    replaceOfficer: {
      path: `/v1/registration-bodies/${registrationBodyId}/replace-officer`,
      body: { ...person(), ...why },
    },
    readNotices: { path: '/v1/me/notices' },
    chooseNotices: { path: '/v1/me/notices', body: { choices: {} } },
    chooseMembership: { path: '/v1/me/membership', body: { sub: 'admin' } },
  }
}
