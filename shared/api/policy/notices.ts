import { everyoneOfThemselves } from './patterns.ts'

export const noticePolicy = {
  readNotices: everyoneOfThemselves,
  chooseNotices: everyoneOfThemselves,
} as const
