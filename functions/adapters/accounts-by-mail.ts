import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import type { Accounts } from '../ports/dependencies.ts'
import { storedForm } from './dynamodb/forms/stored-form.ts'

/** The person of a mail address: the same address is the same person, everywhere. */
export const subOfMail = (mail: string): string =>
  `usr_${createHash('sha256').update(mail.toLowerCase()).digest('hex').slice(0, 24)}`

/** Whom a server knows, by person, and whether each has signed in. */
type Known = ReadonlyMap<string, boolean>
type AccountBook = { readonly read: () => Known; readonly write: (known: Known) => void }

/** Accounts without a user pool, as one keeps them. */
type AccountsByMail = Accounts & {
  /** Notes that the person of an address has signed in: from then on its invitation is accepted. */
  readonly signedIn: (mail: string) => void
}

/** Invites by a letter of its own: what Cognito does on AWS. */
type Invite = (person: { readonly mail: string; readonly name: string }) => void

export const accountsByMail = (book: AccountBook, invite: Invite = () => {}): AccountsByMail => {
  const note = (sub: string, hasAccepted: boolean) => {
    const known = book.read()
    if (known.get(sub) !== hasAccepted) book.write(new Map([...known, [sub, hasAccepted]]))
  }
  return {
    find: async (mail) => {
      const sub = subOfMail(mail)
      const hasAccepted = book.read().get(sub)
      return hasAccepted === undefined ? undefined : { sub, hasAccepted }
    },
    open: async (person) => {
      const sub = subOfMail(person.mail)
      const hasAccepted = book.read().get(sub) ?? false
      if (!hasAccepted) {
        invite(person)
        note(sub, false)
      }
      return { sub, hasAccepted }
    },
    // No session is kept here: a token runs out, and the next one is made from the memberships that stand then.
    signOut: async () => {},
    disable: async () => {},
    signedIn: (mail) => note(subOfMail(mail), true),
  }
}

export const bookInMemory = (): AccountBook => {
  let known: Known = new Map()
  return {
    read: () => known,
    write: (now) => {
      known = now
    },
  }
}

/** Form of the file of accounts: whether each person has signed in. */
const accountsForm = storedForm<Record<string, boolean>>({
  kind: 'accounts',
  codec: z.record(z.string(), z.boolean()),
  upgrades: [],
})

export const bookInFile = (path: string): AccountBook => ({
  read: () => {
    try {
      return new Map(Object.entries(accountsForm.read(readFileSync(path, 'utf8'))))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return new Map()
    }
  },
  write: (known) => {
    // Written aside and moved, so that it is never cut short.
    writeFileSync(`${path}.part`, accountsForm.write(Object.fromEntries(known)), { mode: 0o600 })
    renameSync(`${path}.part`, path)
  },
})
