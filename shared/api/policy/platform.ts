import {
  adminsOnTheirPeople,
  anyone,
  everyoneOfThemselves,
  operatorOnPlatform,
  readersOfRegistrationBodies,
} from './patterns.ts'

export const platformPolicy = {
  about: anyone,
  readOpenapi: anyone,
  readMe: everyoneOfThemselves,
  registerImplementingEntity: operatorOnPlatform,
  registerRegistrationBody: operatorOnPlatform,
  listRegistrationBodies: readersOfRegistrationBodies,
  nameMember: adminsOnTheirPeople,
} as const
