import { as020Wrote } from './as-0.2.0-wrote.ts'
import type { Invariant, Violation, Words } from './invariants/invariant.ts'
import { oneLiveContract } from './invariants/i01-one-live-contract.ts'
import { placesAndContracts } from './invariants/i02-places-and-contracts.ts'
import { rowsAndLedgers } from './invariants/i03-rows-and-ledgers.ts'
import { versions } from './invariants/i04-versions.ts'
import { signedIsSigned } from './invariants/i05-signed-is-signed.ts'
import { times } from './invariants/i06-times.ts'
import { exceptions } from './invariants/i07-exceptions.ts'
import { evidenceOfMany } from './invariants/i07-evidence-of-many.ts'
import { papers } from './invariants/i07-papers.ts'
import { references } from './invariants/i07-references.ts'
import { claims } from './invariants/i08-claims.ts'
import { gates } from './invariants/i08-gates.ts'
import { keys } from './invariants/i08-keys.ts'
import { listings } from './invariants/i08-listings.ts'
import { restrictions } from './invariants/i08-restrictions.ts'
import { pointers } from './invariants/i08-pointers.ts'
import { whoAnswers } from './invariants/i09-who-answers.ts'
import { noHole } from './invariants/i10-no-hole.ts'
import { whoMayServe } from './invariants/i11-who-may-serve.ts'
import { listAndTakeovers } from './invariants/i12-list-and-takeovers.ts'
import { afterTheInstant } from './invariants/i13-after-the-instant.ts'
import { casesAddUp } from './invariants/i14-cases-add-up.ts'
import { casesAreCounted } from './invariants/i14-tallies.ts'
import { drills } from './invariants/i14-drills.ts'
import { workAddsUp } from './invariants/i14-work-adds-up.ts'
import { takeovers } from './invariants/i15-takeovers.ts'
import { successors } from './invariants/i16-successors.ts'
import { takeoverChangesOnlyWho } from './invariants/i17-takeover-changes-only-who.ts'
import { everythingAcknowledged } from './invariants/i18-everything-acknowledged.ts'
import { oneText } from './invariants/i19-one-text.ts'
import { currentTextSigned } from './invariants/i20-current-text-signed.ts'
import { toldBeforeSigned } from './invariants/i21-told-before-signed.ts'
import { codeLetters } from './invariants/i22-code-letters.ts'
import { secondFactor } from './invariants/i22-second-factor.ts'
import { sealsHold } from './invariants/i23-seals-hold.ts'
import { nonces } from './invariants/i24-nonces.ts'
import { oneSignature } from './invariants/i25-one-signature.ts'
import { sealedWhenDone } from './invariants/i26-sealed-when-done.ts'
import { keptLongEnough } from './invariants/i27-kept-long-enough.ts'
import { chains } from './invariants/i28-chains.ts'
import { statesAndEvents } from './invariants/i29-states-and-events.ts'
import { deliveries } from './invariants/i33-deliveries.ts'
import { freePlacesTaken } from './invariants/i02-free-places.ts'
import { marksTaken } from './invariants/i33-marks.ts'
import { digestsSent, notices } from './invariants/i33-notices.ts'
import { reminders } from './invariants/i33-reminders.ts'
import { told } from './invariants/i33-told.ts'
import { nothingWaits } from './invariants/i34-nothing-waits.ts'
import { doneOnce } from './invariants/i36-done-once.ts'
import { calendarCame } from './invariants/i37-calendar.ts'
import { obligations } from './invariants/i37-obligations.ts'
import { commands } from './invariants/i38-commands.ts'
import { nothingRuns } from './invariants/i47-nothing-runs.ts'
import { inForm } from './invariants/i48-in-form.ts'
import { disputes } from './invariants/i49-disputes.ts'
import { uploadedFiles } from './invariants/i50-uploaded-files.ts'
import { members } from './invariants/i51-members.ts'
import { contacts } from './invariants/i52-contacts.ts'
import { changeLogs } from './invariants/i53-change-logs.ts'
import { smeIdentities } from './invariants/i54-sme-identities.ts'
import { sharedContacts } from './invariants/i55-shared-contacts.ts'
import { bookOf, type Book } from './reading/book.ts'
import type { Files } from './reading/files.ts'
import type { Row } from './reading/rows.ts'
export type { Violation } from './invariants/invariant.ts'
export { filesIn, type Files } from './reading/files.ts'
export { dumpOf, type Row } from './reading/rows.ts'

/** Every invariant that is looked into; some in more than one part. */
export const invariants: readonly Invariant[] = [
  oneLiveContract,
  placesAndContracts,
  rowsAndLedgers,
  versions,
  signedIsSigned,
  times,
  references,
  exceptions,
  evidenceOfMany,
  papers,
  gates,
  keys,
  restrictions,
  pointers,
  listings,
  claims,
  whoAnswers,
  noHole,
  whoMayServe,
  listAndTakeovers,
  afterTheInstant,
  casesAddUp,
  casesAreCounted,
  drills,
  workAddsUp,
  takeovers,
  successors,
  takeoverChangesOnlyWho,
  everythingAcknowledged,
  oneText,
  currentTextSigned,
  toldBeforeSigned,
  secondFactor,
  codeLetters,
  sealsHold,
  nonces,
  oneSignature,
  sealedWhenDone,
  keptLongEnough,
  chains,
  statesAndEvents,
  deliveries,
  notices,
  reminders,
  told,
  doneOnce,
  obligations,
  commands,
  nothingRuns,
  inForm,
  disputes,
  uploadedFiles,
  members,
  contacts,
  changeLogs,
  smeIdentities,
  sharedContacts,
]

/** Invariants that hold besides of a house at rest: whatever was owed has been done, and nothing happens any more. */
export const invariantsAtRest: readonly Invariant[] = [
  nothingWaits,
  marksTaken,
  digestsSent,
  calendarCame,
  freePlacesTaken,
]

/** Result of looking into one invariant: how many things were examined, and which are not as they must be. */
export type Finding = {
  readonly invariant: string
  readonly says: Words
  readonly examined: number
  readonly violations: readonly Violation[]
}

const lookInto = (book: Book, { id, says, check }: Invariant): Finding => {
  let examined = 0
  const violations: Violation[] = []
  try {
    check(book, (where, ...wrong) => {
      examined += 1
      for (const what of wrong) if (typeof what === 'string') violations.push({ invariant: id, where, what })
    })
  } catch (error) {
    // Rows so wrong that they cannot even be looked into are a violation, never a pass.
    violations.push({ invariant: id, where: says.en, what: `could not be looked into: ${String(error)}` })
  }
  return { invariant: id, says, examined, violations }
}

/**
 * Looks into every invariant over a dump and the vault beside it; of a house at rest, into more. A part that examined
 * nothing says so with a zero.
 */
export const examine = (
  rows: readonly Row[],
  files: Files | null = null,
  { atRest = false, by = () => true }: { readonly atRest?: boolean; readonly by?: (id: string) => boolean } = {},
): readonly Finding[] => {
  const book = bookOf(rows, files)
  const all = (atRest ? [...invariants, ...invariantsAtRest] : invariants).filter(({ id }) => by(id))
  const isOf020 = as020Wrote(book)
  return [
    {
      invariant: 'all',
      says: { ja: 'すべての行を読み取ることができる', en: 'every row can be read' },
      examined: rows.length,
      violations: book.unread,
    },
    ...all.map((one) => {
      const { violations, ...finding } = lookInto(book, one)
      return { ...finding, violations: violations.filter((violation) => !isOf020(violation)) }
    }),
  ]
}

/** Everything in a dump, and the vault beside it, that is not as it must be. */
export const check = (...given: Parameters<typeof examine>): readonly Violation[] =>
  examine(...given).flatMap(({ violations }) => violations)
