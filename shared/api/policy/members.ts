import { adminOverResellers, adminsOnTheirPeople, everyoneOfThemselves, operatorOnTenants } from './patterns.ts'

export const memberPolicy = {
  listMembers: adminsOnTheirPeople,
  getMember: adminsOnTheirPeople,
  inviteMemberAgain: adminsOnTheirPeople,
  changeMemberRole: adminsOnTheirPeople,
  suspendMember: adminsOnTheirPeople,
  reinstateMember: adminsOnTheirPeople,
  removeMember: adminsOnTheirPeople,
  eraseMember: adminsOnTheirPeople,
  replaceResellerAdmin: adminOverResellers,
  replaceEntityAdmin: operatorOnTenants,
  replaceOfficer: operatorOnTenants,
  chooseMembership: everyoneOfThemselves,
} as const
