import { readersOfOwn } from './patterns.ts'

export const draftingPolicy = {
  readDraftDefaults: readersOfOwn,
} as const
