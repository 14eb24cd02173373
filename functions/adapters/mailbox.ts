import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { channelNames } from '../../shared/domain/aggregates/delivery.ts'
import type { Clock, Letter, Post } from '../ports/dependencies.ts'
import { at } from './dynamodb/forms/plain.ts'
import { storedForm } from './dynamodb/forms/stored-form.ts'
import { word } from './dynamodb/forms/values.ts'

/** A letter or message as it lies in the mailbox. */
const posted = z.strictObject({
  by: word(channelNames),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  reference: z.string(),
  /** Files that came with it, and where they lie to be opened. */
  attachments: z
    .array(z.strictObject({ name: z.string(), type: z.string(), path: z.string() }))
    .readonly()
    .exactOptional(),
  at,
})
export type Posted = Readonly<z.output<typeof posted>>

const postedForm = storedForm<Posted>({ kind: 'letter in the mailbox', codec: posted, upgrades: [] })

/** Addresses under this ending can never exist (RFC 2606); mail to them bounces. */
const bounces = (to: string): boolean => to.endsWith('.invalid') && !bouncesLate(to)
/** Mail to these is accepted, and comes back later: what a mail server far away does. */
const bouncesLate = (to: string): boolean => to.endsWith('@late.invalid')

/** Told of a letter that was accepted and came back: the reference it was sent under, and the event that owed it. */
type OnBounce = (letter: Pick<Letter, 'reference' | 'of'>) => void

export type Mailbox = Post & {
  /** The invitation of a person who was named, as a user pool sends it: each time another letter. */
  readonly invite: (person: { readonly mail: string; readonly name: string }, url: string) => void
  /** Everything sent to an address or a number, oldest first; all of it where none is named. */
  readonly read: (to?: string) => readonly Posted[]
}

/** Post as files one can read: what mail, messages and calls are on AWS. A reference is delivered once, however often it is sent. */
export const mailboxIn = (folder: string, clock: Clock, onBounce: OnBounce = () => {}): Mailbox => {
  mkdirSync(folder, { recursive: true })
  const keep = (posted: Omit<Posted, 'at'>) => {
    if (bounces(posted.to)) return 'bounced' as const
    const path = join(folder, `${posted.reference}.json`)
    // Written aside and moved, so that a reader never finds half a letter.
    writeFileSync(`${path}.part`, postedForm.write({ ...posted, at: clock.now() }))
    renameSync(`${path}.part`, path)
    return 'accepted' as const
  }
  return {
    mail: async ({ to, subject, text, reference, of, attachments = [] }) => {
      const files = attachments.map(({ name, type, bytes }) => {
        const path = join(folder, `${reference}-${name}`)
        if (!bounces(to)) writeFileSync(path, bytes)
        return { name, type, path }
      })
      const enclosed = files.length > 0 ? { attachments: files } : {}
      const kept = keep({ by: 'mail', to, subject, text, reference, ...enclosed })
      if (bouncesLate(to)) onBounce({ reference, of })
      return kept
    },
    sms: async ({ to, text, reference }) => keep({ by: 'sms', to, subject: '', text, reference }),
    voice: async ({ to, text, reference }) => keep({ by: 'voice', to, subject: '', text, reference }),
    invite: ({ mail, name }, url) => {
      const text = `${name} 様\n\n結 Musubi に、利用者として登録されました。次の画面からサインインしてください。\n\n${url}\n`
      keep({ by: 'mail', to: mail, subject: '【結 Musubi】利用者登録のお知らせ', text, reference: randomUUID() })
    },
    read: (to) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => postedForm.read(readFileSync(join(folder, file), 'utf8')))
        .filter((posted) => to === undefined || posted.to === to)
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
  }
}
