import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { memberRoutes } from '../../../shared/api/routes/members.ts'
import type { noticeRoutes } from '../../../shared/api/routes/notices.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { changeMemberRole, eraseMember, reinstateMember, removeMember, suspendMember } from './members.ts'
import { inviteMemberAgain, nameMember } from './name-member.ts'
import { chooseNotices, readNotices } from './notices.ts'
import { chooseMembership, getMember, listMembers, readMe } from './read-members.ts'
import { replaceEntityAdmin, replaceOfficer, replaceResellerAdmin } from './replace-admin.ts'

/** The use cases about members, and about oneself as one. */
export const membersIn = (
  deps: Dependencies,
): HandlersOf<Pick<Routes, keyof typeof memberRoutes | keyof typeof noticeRoutes | 'readMe' | 'nameMember'>> => ({
  readMe: readMe(deps),
  readNotices: readNotices(deps),
  chooseNotices: chooseNotices(deps),
  nameMember: nameMember(deps),
  listMembers: listMembers(deps),
  getMember: getMember(deps),
  inviteMemberAgain: inviteMemberAgain(deps),
  changeMemberRole: changeMemberRole(deps),
  suspendMember: suspendMember(deps),
  reinstateMember: reinstateMember(deps),
  removeMember: removeMember(deps),
  eraseMember: eraseMember(deps),
  replaceResellerAdmin: replaceResellerAdmin(deps),
  replaceEntityAdmin: replaceEntityAdmin(deps),
  replaceOfficer: replaceOfficer(deps),
  chooseMembership: chooseMembership(deps),
})
