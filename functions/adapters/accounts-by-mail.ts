import { createHash } from 'node:crypto'
import type { Accounts } from '../ports/world.ts'

/** Accounts without a user pool: a person is its mail address, and the same address is the same person. */
export const accountsByMail: Accounts = {
  open: async ({ mail }) => ({
    sub: `usr_${createHash('sha256').update(mail.toLowerCase()).digest('hex').slice(0, 24)}`,
  }),
}
