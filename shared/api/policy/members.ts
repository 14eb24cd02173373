import { adminOverResellers, adminsOnTheirPeople, everyoneOfThemselves, operatorOnPlatform } from './patterns.ts'

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
  replaceEntityAdmin: operatorOnPlatform,
  replaceOfficer: operatorOnPlatform,
  chooseMembership: everyoneOfThemselves,
} as const
