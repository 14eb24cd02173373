import type { Printing } from '../../ports/printing.ts'
import type { Secrets, Signer } from '../../ports/secrets.ts'
import type { Seals } from '../../ports/seals.ts'
import type { Uploads } from '../../ports/uploads.ts'
import type { Vault } from '../../ports/vault.ts'
import type { Accounts, Clock, Ids, SiteUrls, Post, Work, Dependencies } from '../../ports/dependencies.ts'
import { zipArchive } from '../archive.ts'
import { gregorianCalendar } from '../calendar.ts'
import { canonical, digest, sha256 } from '../canonical.ts'
import { japaneseCountryName } from '../countries.ts'
import { readCsv } from '../csv/read-csv.ts'
import { writeCsv, writeCsvInShiftJis } from '../csv/write-csv.ts'
import { bundled } from '../bundled.ts'
import { cursorsSealedBy } from '../cursors.ts'
import { disclosurePage } from '../documents/disclosure-page.ts'
import { sheetPage } from '../documents/sheet-page.ts'
import type { Table } from '../dynamodb/client.ts'
import { changeLogInDynamoDb } from '../dynamodb/change-log.ts'
import { commitsInDynamoDb } from '../dynamodb/commits.ts'
import { contractsInDynamoDb } from '../dynamodb/contracts.ts'
import { directoryInDynamoDb } from '../dynamodb/directory.ts'
import { holdingsInDynamoDb } from '../dynamodb/holdings.ts'
import { ledgerInDynamoDb } from '../dynamodb/ledger.ts'
import { contactKeysBy } from '../contact-keys.ts'
import { contactsInDynamoDb } from '../dynamodb/listings/contacts.ts'
import { disputesInDynamoDb } from '../dynamodb/listings/disputes.ts'
import { findInDynamoDb } from '../dynamodb/listings/find.ts'
import { enterInDynamoDb } from '../dynamodb/book/enter.ts'
import { recountInDynamoDb } from '../dynamodb/book/recount.ts'
import { countsInDynamoDb, findInBook, pageInDynamoDb } from '../dynamodb/book/read.ts'
import { listInDynamoDb } from '../dynamodb/listings/list.ts'
import { noticesInDynamoDb } from '../dynamodb/notices.ts'
import { peopleInDynamoDb } from '../dynamodb/people.ts'
import { factsInLedger } from '../facts.ts'
import { randomIds } from '../ids.ts'
import { linksSealedBy } from '../links.ts'
import { sessionsSignedBy } from '../sessions.ts'
import verifier from '../verifier.json' with { type: 'json' }
import type { EventRef } from '../../ports/event-ref.ts'

/**
 * Dependencies that differ from place to place: where table and vault are, who keeps the keys, who carries the post.
 */
export type Around = {
  readonly table: Table
  readonly vault: Vault
  readonly uploads: Uploads
  readonly seals: Seals
  readonly packageKey: Signer
  readonly clock: Clock
  readonly secrets: Secrets
  readonly signer: Signer
  readonly post: Post
  readonly accounts: Accounts
  readonly work: Work
  readonly printing: Printing
  readonly places: SiteUrls
  readonly ids?: Ids
  /** Woken when something was written that owes a delivery. */
  readonly onOwed?: (refs: readonly EventRef[]) => void
}

/** Everything use cases need, put together around one table. */
export const worldAround = ({
  table,
  vault,
  uploads,
  seals,
  packageKey,
  clock,
  secrets,
  signer,
  post,
  accounts,
  work,
  printing,
  places,
  ids = randomIds,
  onOwed = () => {},
}: Around): Dependencies => {
  const ledger = ledgerInDynamoDb(table)
  return {
    clock,
    vault,
    uploads,
    seals,
    packageKey,
    ids,
    digest,
    bytesDigest: sha256,
    canonical,
    bundled,
    post,
    accounts,
    work,
    printing,
    places,
    ledger,
    readCsv,
    calendar: gregorianCalendar,
    countryName: japaneseCountryName,
    links: linksSealedBy(secrets),
    sessions: sessionsSignedBy(signer),
    documents: { disclosurePage, sheetPage, csv: writeCsv, csvInShiftJis: writeCsvInShiftJis },
    cursors: cursorsSealedBy(secrets),
    facts: factsInLedger(ledger),
    contracts: contractsInDynamoDb(table),
    listings: {
      list: listInDynamoDb(table),
      find: findInDynamoDb(table),
      disputes: disputesInDynamoDb(table),
      ...contactsInDynamoDb(table),
    },
    contactKeys: contactKeysBy(secrets),
    book: {
      enter: enterInDynamoDb(table),
      page: pageInDynamoDb(table),
      find: findInBook(table),
      counts: countsInDynamoDb(table),
      recount: recountInDynamoDb(table),
    },
    directory: directoryInDynamoDb(table),
    people: peopleInDynamoDb(table),
    notices: noticesInDynamoDb(table),
    commits: commitsInDynamoDb(table, onOwed),
    holdings: holdingsInDynamoDb(table),
    changeLog: changeLogInDynamoDb(table),
    archive: zipArchive,
    verifier: verifier.text,
  }
}
