import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { later } from '../../../shared/domain/plain-date.ts'
import type { Clock, SiteUrls } from '../../ports/dependencies.ts'
import type { Secrets } from '../../ports/secrets.ts'
import {
  downloadLinkSeconds,
  quarantineDays,
  uploadLinkSeconds,
  type Quarantine,
  type Uploads,
} from '../../ports/uploads.ts'
import { vaultName, type Vault } from '../../ports/vault.ts'
import { sha256 } from '../canonical.ts'
import { asAttachment } from './content-disposition.ts'
import { inspectContent } from './inspect/inspect-content.ts'
import { scanBuiltIn } from './scan-built-in.ts'
import { ticketsSealedBy } from './tickets.ts'

/** Where links to files lead on this machine. */
export const filesIn = '/files/in/'
export const filesOut = '/files/out/'

/** What came of an attempt to put something in. */
export type TakenIn = 'taken' | 'no-ticket' | 'other-size' | 'other-hash' | 'other-type'

/** Uploads on this machine, and the two doors its server opens for them: nothing passes without a ticket. */
export type UploadsHere = Uploads & {
  readonly takeIn: (ticket: string, type: string | undefined, bytes: Uint8Array) => Promise<TakenIn>
  readonly giveOut: (
    ticket: string,
  ) => Promise<{ readonly type: string; readonly disposition: string; readonly bytes: Uint8Array } | undefined>
}

const quarantineMs = quarantineDays * 24 * 60 * 60 * 1000

type Around = {
  readonly folder: string
  readonly vault: Vault
  readonly secrets: Secrets
  readonly clock: Clock
  readonly places: SiteUrls
}

/** Uploads into a folder of this machine: what the quarantine bucket and signed addresses of S3 are on AWS. */
export const uploadsHere = ({ folder, vault, secrets, clock, places }: Around): UploadsHere => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const tickets = ticketsSealedBy(secrets, clock)
  const pathOf = (name: string) => join(folder, `${vaultName(name).replaceAll('/', '~')}.brought`)
  const inSeconds = (seconds: number) => later(clock.now(), seconds * 1_000)

  // Whatever became of it, nothing stays longer: the same promise as the bucket's rule.
  const letGo = (): void => {
    const before = Date.parse(clock.now()) - quarantineMs
    for (const file of readdirSync(folder)) {
      const path = join(folder, file)
      if (statSync(path).mtimeMs < before) rmSync(path, { force: true })
    }
  }

  const quarantine: Quarantine = {
    linkTo: async (name, { type, bytes, sha256: hash }) => {
      letGo()
      const until = inSeconds(uploadLinkSeconds)
      const ticket = await tickets.seal({ for: 'in', name: vaultName(name), type, bytes, sha256: hash, until })
      return { method: 'PUT', url: `${places.site}${filesIn}${ticket}`, headers: { 'content-type': type }, until }
    },
    get: async (name) => {
      letGo()
      try {
        return readFileSync(pathOf(name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }

  return {
    quarantine,
    scan: scanBuiltIn,
    inspect: inspectContent,
    handOut: async (name, { fileName, type }) => {
      const until = inSeconds(downloadLinkSeconds)
      const ticket = await tickets.seal({ for: 'out', name: vaultName(name), fileName, type, until })
      return { url: `${places.site}${filesOut}${ticket}`, until }
    },
    takeIn: async (sealed, type, bytes) => {
      const ticket = await tickets.open(sealed)
      if (ticket?.for !== 'in') return 'no-ticket'
      if (type !== ticket.type) return 'other-type'
      if (bytes.length !== ticket.bytes) return 'other-size'
      if (sha256(bytes) !== ticket.sha256) return 'other-hash'
      const aside = join(folder, `${randomUUID()}.part`)
      writeFileSync(aside, bytes, { mode: 0o600 })
      const now = new Date(clock.now())
      utimesSync(aside, now, now)
      renameSync(aside, pathOf(ticket.name))
      return 'taken'
    },
    giveOut: async (sealed) => {
      const ticket = await tickets.open(sealed)
      const bytes = ticket?.for === 'out' ? await vault.get(ticket.name) : undefined
      if (ticket?.for !== 'out' || !bytes) return undefined
      return { type: ticket.type, disposition: asAttachment(ticket.fileName), bytes }
    },
  }
}
