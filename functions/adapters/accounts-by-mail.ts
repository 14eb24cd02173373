import { createHash } from 'node:crypto'
import type { Accounts } from '../ports/world.ts'

const accountOf = (mail: string) => ({
  sub: `usr_${createHash('sha256').update(mail.toLowerCase()).digest('hex').slice(0, 24)}`,
})

/** Accounts without a user pool: a person is its mail address, and the same address is the same person. */
export const accountsByMail: Accounts = {
  find: async (mail) => accountOf(mail),
  open: async ({ mail }) => accountOf(mail),
}
