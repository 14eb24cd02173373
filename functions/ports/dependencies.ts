import type { Book } from './book.ts'
import type { ChannelName } from '../../shared/domain/aggregates/delivery.ts'
import type { IsHoliday } from '../../shared/domain/business-day.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import type { ContractId, PortfolioOwner, EntityId } from '../../shared/domain/ids.ts'
import type { CountryCode } from '../../shared/domain/places.ts'
import type { Instant, PlainDate } from '../../shared/domain/plain-date.ts'
import type { Principal } from '../../shared/domain/people.ts'
import type { Refusal } from '../../shared/domain/refusal.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Sheet } from '../../shared/domain/sheet.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { ChangeLog } from './change-log.ts'
import type { Contracts } from './contracts.ts'
import type { Directory } from './directory.ts'
import type { Zip, Holdings } from './holdings.ts'
import type { Ledger } from './ledger.ts'
import type { Notices } from './notices.ts'
import type { People } from './people.ts'
import type { Printing } from './printing.ts'
import type { Listings } from './listings.ts'
import type { Commits } from './records.ts'
import type { Seals } from './seals.ts'
import type { Signer } from './secrets.ts'
import type { Uploads } from './uploads.ts'
import type { Vault } from './vault.ts'
import type { EventRef } from './event-ref.ts'
import type { Charset } from '../../shared/domain/charsets.ts'

/** Now. The only clock there is. */
export type Clock = { readonly now: () => Instant }

/** New ids, sortable by the time they were made, and unguessable nonces. */
export type Ids = {
  readonly fresh: <Prefix extends string>(prefix: Prefix) => `${Prefix}_${string}`
  readonly contractIn: (owner: PortfolioOwner) => ContractId
  readonly nonce: () => string
}

/** SHA-256, in hex, of a value's canonical JSON (RFC 8785). */
export type Digest = (content: unknown) => string

/** A value's canonical JSON (RFC 8785): what a digest is over. */
export type Canonical = (content: unknown) => string

/** SHA-256, in hex, of bytes as they are. */
type BytesDigest = (bytes: Uint8Array) => string

/** Day and month arithmetic of the Japanese calendar. */
export type Calendar = {
  /** The last day of a term of so many months that starts on a day. */
  readonly lastDayOfTerm: (startOn: PlainDate, months: number) => PlainDate
  /** Number of whole months between two days, both included. */
  readonly wholeMonths: (from: PlainDate, until: PlainDate) => number
  /**
   * True for national holidays, substitute ones (振替休日) and days between two (国民の休日) included, and for the year's
   * end, 29 December to 3 January (当社解釈). Throws for a year whose holidays are not known.
   */
  readonly isHoliday: IsHoliday
}

/** A country's Japanese name, from a frozen table. Throws on a code that does not exist. */
export type CountryName = (code: CountryCode) => string

/** Links and codes for SMEs. Both are derived from a key, so nothing secret lies in the table. */
export type Links = {
  readonly linkFor: (to: { readonly contractId: ContractId; readonly nonce: string }) => Promise<string>
  /** Contract and nonce that a link names, if it is one of ours. */
  readonly read: (link: string) => Promise<{ readonly contractId: ContractId; readonly nonce: string } | undefined>
  /**
   * The link to a contract's public page. It never changes and opens nothing else: it can stand in letters for years.
   */
  readonly servingFor: (contractId: ContractId) => Promise<string>
  /** The contract a public page's link names, if it is one of ours. */
  readonly readServing: (link: string) => Promise<ContractId | undefined>
  /** The six digits of a link's n-th code. */
  readonly codeFor: (nonce: string, n: number) => Promise<string>
  /** True for a link's n-th code. The time it takes tells nothing of how much of it is right. */
  readonly isCode: (nonce: string, n: number, given: string) => Promise<boolean>
}

/** Tokens for SMEs that came through a link. */
export type Sessions = {
  readonly mint: (
    who: Extract<Principal, { role: 'sme' }>,
  ) => Promise<{ readonly token: string; readonly expiresInSeconds: number }>
}

/** A file that comes with a letter. Its name is plain ASCII: not every mail program shows others as they are. */
export type Attachment = { readonly name: string; readonly type: 'application/pdf'; readonly bytes: Uint8Array }

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly reference: string
  /** The event that owes it: whoever hears later that it did not arrive finds by this what it was about. */
  readonly of: EventRef
  readonly attachments?: readonly Attachment[]
}

/**
 * The carriers of letters, one for each channel. `accepted` where the carrier took it: whether it arrives is known
 * later, if ever. `bounced` where the address refuses for good; anything else that goes wrong is thrown and tried
 * again.
 */
export type Post = { readonly [By in ChannelName]: (letter: Letter) => Promise<'accepted' | 'bounced'> }

/** An account, and whether the person has signed in with it: before, it is an invitation that nobody has accepted. */
export type Account = { readonly sub: string; readonly hasAccepted: boolean }

/**
 * Accounts people sign in with. Opening one invites the person, by a letter; opening one that nobody has accepted yet
 * sends the invitation again, and the one before is good no more; one that was accepted is found, and nobody is written
 * to. Finding opens none. Throws `Unavailable`, with a time, where no invitation can go out just now.
 */
export type Accounts = {
  readonly find: (mail: string) => Promise<Account | undefined>
  readonly open: (person: { readonly mail: string; readonly name: string }) => Promise<Account>
  /** Ends the sessions of an account, by its subject: it gets no further token without signing in. */
  readonly signOut: (sub: string) => Promise<void>
  /** Lets nobody sign in with an account any more, until it is opened again. */
  readonly disable: (sub: string) => Promise<void>
}

/** Rendering of documents: pages, and tables in CSV. */
export type Documents = {
  readonly disclosurePage: (disclosure: Disclosure, sha256: string) => string
  readonly sheetPage: (sheet: Sheet) => string
  /** UTF-8 with BOM, and no cell that a spreadsheet would run. */
  readonly csv: (header: readonly string[], rows: readonly (readonly (string | number)[])[]) => string
  /** The same table in Shift_JIS as Windows reads it; every character it cannot write is told, and none replaced. */
  readonly csvInShiftJis: (
    header: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ) => Result<Uint8Array, Refusal<'not-in-charset'>>
}

/** An uploaded CSV: its text, or its bytes with the charset the sender states, if any. */
type CsvSource = { readonly text: string } | { readonly base64: string; readonly charset: Charset | null }

/** The columns a table must have, and those it may have. What else stands in it is nobody's business. */
export type Wanted = {
  readonly needed: readonly string[]
  readonly also: readonly string[]
  /** Other names under which a column is known. */
  readonly otherNames?: Readonly<Record<string, string>>
}

/** Row of a table that was read: its cells by column, and the line of the file on which it begins. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/**
 * Reads an uploaded table by the columns wanted of it, as people have such: below a title, parted by commas, tabs or
 * semicolons, with line ends of any kind, in any charset that is certain. Rows without content are left out. What
 * cannot be read is refused at its line, byte and column, and never replaced; a wanted column that is missing, or
 * stands there twice, and a cell that belongs to no column are refused too.
 */
export type ReadCsv = (
  source: CsvSource,
  wanted: Wanted,
) => Result<
  { readonly charset: Charset; readonly columns: readonly string[]; readonly rows: readonly CsvRow[] },
  Refusal<'not-readable' | 'does-not-fit'>
>

/** Files by their path in one zip, nothing compressed: the same files give the same bytes. */
export type Bundled = (files: Readonly<Record<string, Uint8Array>>) => Uint8Array

/** Hands work to a worker. At least once; the event that owes it stays marked until the worker is done. */
export type Work = {
  readonly hand: (ref: EventRef) => Promise<void>
  /** The same for an event that owes a printed letter: behind other work, for there may be very many. */
  readonly enqueueLetter: (ref: EventRef) => Promise<void>
}

/** Cursors nobody can read, change or use elsewhere. */
export type Cursors = {
  readonly seal: (scope: string, position: string) => Promise<string>
  /** The position; undefined for a cursor that was not sealed for this scope. */
  readonly open: (scope: string, cursor: string) => Promise<string | undefined>
}

/** The facts of service versions. They never change, so they may be remembered. */
export type Facts = (serviceId: string, number: number) => Promise<ServiceFacts>

/** Address at which people find the platform: for links in letters. */
export type SiteUrls = { readonly site: string }

/** Dependencies of use cases: everything they need from outside. */
/**
 * Key by which the contracts of an implementing entity with one contact are found: the same for the same contact, and nothing
 * that the contact could be read from.
 */
export type ContactKeys = (entityId: EntityId, contact: string) => Promise<string>

export type Dependencies = {
  readonly clock: Clock
  readonly ids: Ids
  readonly digest: Digest
  readonly bytesDigest: BytesDigest
  readonly canonical: Canonical
  readonly bundled: Bundled
  readonly calendar: Calendar
  readonly countryName: CountryName
  readonly links: Links
  readonly sessions: Sessions
  readonly post: Post
  readonly accounts: Accounts
  readonly documents: Documents
  readonly printing: Printing
  readonly readCsv: ReadCsv
  readonly work: Work
  readonly cursors: Cursors
  readonly facts: Facts
  readonly places: SiteUrls
  readonly contracts: Contracts
  readonly listings: Listings
  readonly contactKeys: ContactKeys
  readonly book: Book
  readonly directory: Directory
  readonly ledger: Ledger
  readonly changeLog: ChangeLog
  readonly people: People
  readonly notices: Notices
  readonly commits: Commits
  readonly holdings: Holdings
  readonly archive: Zip
  readonly vault: Vault
  readonly uploads: Uploads
  readonly seals: Seals
  /** Signs the list of what is in an evidence package; what it signs twice it signs alike. */
  readonly packageKey: Signer
  /** The verifier of evidence packages, as the text of one JavaScript file. */
  readonly verifier: string
}
