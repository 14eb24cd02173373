import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { countedIds } from '../support/counted-ids.ts'
import { isProof } from '../support/extent.ts'
import { figure } from '../support/figures.ts'
import { ledgersIn, lookedInto } from '../support/logged-events.ts'
import { newHouse } from '../support/house.ts'
import {
  check,
  dumpOf,
  examine,
  filesIn,
  invariants,
  invariantsAtRest,
  type Row,
} from '../../functions/audit/examine.ts'
import { bookOf, type Book } from '../../functions/audit/reading/book.ts'
import { digest } from '../../functions/audit/reading/hash.ts'
import { whereOf } from '../../functions/audit/reading/rows.ts'
import { readsATableInUse, watched } from './in-use.ts'
import { liveThrough } from './scenario/living.ts'
import { changeLogSeeds } from './seeds/change-logs.ts'
import { archiveSeeds } from './seeds/archives.ts'
import { agreementSeeds } from './seeds/agreements.ts'
import { bulkSeeds } from './seeds/bulk.ts'
import { contactSeeds } from './seeds/contacts.ts'
import { disputeSeeds } from './seeds/disputes.ts'
import { contractSeeds } from './seeds/contracts.ts'
import { fileSeeds } from './seeds/files.ts'
import { exceptionSeeds, redisclosureSeeds } from './seeds/exceptions.ts'
import { ledgerSeeds } from './seeds/ledgers.ts'
import { responsibilitySeeds } from './seeds/responsibility.ts'
import { memberSeeds } from './seeds/members.ts'
import { listingSeeds } from './seeds/listings.ts'
import { sharedContactSeeds } from './seeds/shared-contacts.ts'
import { noticeSeeds } from './seeds/notices.ts'
import { obligationSeeds } from './seeds/obligations.ts'
import { repeatSeeds } from './seeds/repeats.ts'
import { restSeeds, successorSeeds } from './seeds/rest.ts'
import { rowSeeds } from './seeds/rows.ts'
import { identitySeeds, successionSeeds } from './seeds/successions.ts'
import { signingSeeds } from './seeds/signing.ts'
import { event, quiet, tamperingWith, type Tampering } from './seeds/tampering.ts'
import { uploadSeeds } from './seeds/uploads.ts'
import { timeSeeds } from './seeds/times.ts'
import { servingSeeds } from './seeds/serving.ts'
import { takeoverSeeds } from './seeds/takeovers.ts'
import { tallySeeds } from './seeds/tallies.ts'
import { drillSeeds } from './seeds/drills.ts'
import { triggerSeeds } from './seeds/triggers.ts'

const seeds = [
  ...contractSeeds,
  ...timeSeeds,
  ...agreementSeeds,
  ...signingSeeds,
  ...rowSeeds,
  ...listingSeeds,
  ...sharedContactSeeds,
  ...exceptionSeeds,
  ...redisclosureSeeds,
  ...responsibilitySeeds,
  ...obligationSeeds,
  ...successorSeeds,
  ...successionSeeds,
  ...repeatSeeds,
  ...restSeeds,
  ...ledgerSeeds,
  ...memberSeeds,
  ...changeLogSeeds,
  ...archiveSeeds,
  ...servingSeeds,
  ...takeoverSeeds,
  ...tallySeeds,
  ...noticeSeeds,
  ...triggerSeeds,
  ...drillSeeds,
  ...bulkSeeds,
  ...fileSeeds,
  ...disputeSeeds,
  ...uploadSeeds,
  ...contactSeeds,
  ...identitySeeds,
]
const rowsOfBook = 24
const every = 40
// An engine gives rows in an order of its own, and a seed takes the first of its kind.
const byPlace = (one: Row, other: Row) => (whereOf(one) < whereOf(other) ? -1 : 1)

describe('what is seeded into a clean dump is found', () => {
  let clean: readonly Row[]
  // As the table was every so many commands.
  const dumps: (readonly Row[])[] = []
  let book: Book
  beforeAll(async () => {
    const house = await newHouse({ ids: countedIds() })
    let moments = 0
    const look = async (): Promise<void> => {
      moments += 1
      if (moments % every === 0) dumps.push(await dumpOf(inject('endpoint'), house.table.name))
    }
    await liveThrough(watched(house, look), rowsOfBook)
    clean = (await dumpOf(inject('endpoint'), house.table.name)).toSorted(byPlace)
    book = bookOf(clean, filesIn(join(inject('vaults'), house.table.name)))
  }, 300_000)

  /** Invariants that an edit breaks, of all or of some. */
  const found = (edit: (tampering: Tampering) => void, by = (_: string): boolean => true): readonly string[] => {
    const tampering = tamperingWith(clean, book)
    edit(tampering)
    const violations = check(tampering.rows(), tampering.files(), { atRest: true, by })
    return [...new Set(violations.map(({ invariant }) => invariant))].sort()
  }

  test('nothing is found before, and every invariant has something to examine', () => {
    const findings = examine(clean, book.files, { atRest: true })
    expect(findings.flatMap(({ violations }) => violations)).toEqual([])
    for (const { invariant, says, examined } of findings) expect(examined, `${invariant} ${says.en}`).toBeGreaterThan(0)
    figure('checker: rows', clean.length)
    figure(
      'checker: things examined',
      findings.reduce((sum, one) => sum + one.examined, 0),
    )
  })

  test('every event of that life says in a change log what it changed, and nothing that is secret', () => {
    const looked = ledgersIn(clean).map(lookedInto)
    expect(new Set(looked.flatMap(({ silent }) => silent))).toEqual(new Set())
    expect([...new Set(looked.flatMap(({ leaks }) => leaks))]).toEqual([])
    figure(
      'change log: lines of before and after',
      looked.reduce((sum, { lines }) => sum + lines, 0),
    )
  })

  test.each(seeds)('$invariant: $name', ({ invariant, also = [], edit }) => {
    const broken = [invariant, ...also].sort()
    // That nothing else is broken by it is gone through in the proof: every seed by every invariant takes a minute.
    expect(found(edit, isProof() ? undefined : (id) => broken.includes(id))).toEqual(broken)
  })

  test('every invariant has at least three seeds', () => {
    const count = (id: string) => seeds.filter(({ invariant }) => invariant === id).length
    const tooFew = [...invariants, ...invariantsAtRest].filter(({ id }) => count(id) < 3)
    expect(tooFew).toEqual([])
    figure('checker: seeded violations caught', seeds.length)
  })

  describe('a forger who goes further each time', () => {
    const raised = (body: any) => (body.event.deal.monthlyFeeExTaxYen += 1)
    const attested = () => event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)
    const headOf = (stream: string) => book.heads.get(stream)?.where ?? ''

    test('only changes the event', () => {
      expect(found(({ text }) => text(attested().where, 'e', raised))).toEqual([
        'I03',
        'I05',
        'I07',
        'I08',
        'I28',
        'I29',
      ])
    })

    test('chains the ledger anew', () => {
      expect(found(({ forge }) => forge(attested(), raised))).toEqual(['I03', 'I05', 'I07', 'I08', 'I29'])
    })

    test('hashes the state anew', () => {
      const rehashed = (tampering: Tampering) => {
        tampering.forge(attested(), raised)
        const [folded] = bookOf(tampering.rows()).streams.get(attested().stream)?.states ?? []
        tampering.forge(attested(), (body) => (body.after = digest(folded)))
      }
      expect(found(rehashed)).toEqual(['I03', 'I05', 'I07', 'I08'])
    })

    test('writes the head anew, and is left with a document and listings that say otherwise', () => {
      const rewritten = (tampering: Tampering) => {
        tampering.forge(attested(), raised)
        const [folded] = bookOf(tampering.rows()).streams.get(attested().stream)?.states ?? []
        tampering.forge(attested(), (body) => (body.after = digest(folded)))
        tampering.head(headOf(attested().stream), 'monthlyFeeExTaxYen', (fee) => fee + 1)
      }
      expect(found(rewritten)).toEqual(['I07', 'I08'])
    })
  })

  readsATableInUse(dumps)

  test('the order of the rows does not matter', () => {
    expect(check([...clean].reverse(), book.files)).toEqual([])
  })
})
