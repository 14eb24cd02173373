import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { Trouble } from '../../../shared/api/problem.ts'
import type { CommandMetadata } from '../../../shared/domain/command.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { dayInJapan, dayInWords, daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Seller } from '../contracts/contract-access.ts'
import { sellersOwnContact, type SellingSide } from '../contracts/sellers-own-contact.ts'
import { runCommand } from '../run-command.ts'
import { columnAt } from './book-columns.ts'
import { differingColumns, type RowOfBook } from './book-rows.ts'
import { readRow, type Codes } from './contract-book.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { attest } from '../contracts/attest.ts'
import type { RowOutcome } from '../../papers/results.ts'
import { importAnswer, recordedBy } from './import-answer.ts'
import { readWhole } from '../read-whole.ts'
import { type ImportInput } from '../../papers/books.ts'

/** Context of a run over a book. A rehearsal judges each row as if the ones before it had been recorded. */
export type ImportRun = {
  readonly deps: Dependencies
  readonly codes: Codes
  readonly attestedBy: ImportInput['attestedBy']
  readonly actor: Actor
  readonly rehearses: boolean
  /** The selling side's own people and contacts: none of them is an SME's. */
  readonly sellingSide: SellingSide
  /** The row that took each place in this book so far. */
  readonly taken: Map<string, RowOfBook & { readonly doubts?: RowOutcome['doubts'] }>
}

export const codesOf = async ({ directory }: Dependencies, entityId: EntityId): Promise<Codes> => {
  const [resellers, services] = await Promise.all([directory.resellers(entityId), directory.services(entityId)])
  return {
    resellers: new Map(
      readWhole(resellers).map(({ state: { code, resellerId, name } }) => [code, { resellerId, name }]),
    ),
    services: new Map(readWhole(services).map(({ state: { code, serviceId } }) => [code, serviceId])),
  }
}

const none = { contractId: null, formerly: null } as const

// Shown in lists, and longer than any name that is accepted.
const nameShown = 160

/**
 * One row, as the command it is: under its own content as key, so that the same row finds its first answer again while
 * what it made stands. What was annulled leaves the row to be judged anew; what ran and is over is not made again by it.
 * A rehearsal says of each row what the run would.
 */
export const importRow = async (run: ImportRun, one: RowOfBook): Promise<RowOutcome> => {
  const { deps, actor, rehearses, taken } = run
  const { number, line, row, key, place } = one
  const common = {
    row: number,
    line,
    name: Array.from(row['会社名'] ?? '')
      .slice(0, nameShown)
      .join(''),
    sameAs: one.sameAs?.number ?? null,
  }
  const refused = (refusal: Trouble): RowOutcome => {
    const other = taken.get(place)
    const differs =
      other && other.key !== key ? { row: other.number, columns: [...differingColumns(row, other.row)] } : null
    return { ...common, ...none, verdict: 'refused', replayed: false, refusal, differsFrom: differs, doubts: [] }
  }
  const accepted = (
    contractId: ContractId | null,
    replayed: boolean,
    doubts: RowOutcome['doubts'],
    formerly: ContractId | null = null,
  ): RowOutcome => {
    if (!taken.has(place)) taken.set(place, { ...one, doubts })
    return { ...common, verdict: 'accepted', contractId, replayed, formerly, refusal: null, differsFrom: null, doubts }
  }

  const given = readRow(row, run.codes, run.attestedBy)
  if (!given.ok) return refused({ kind: 'malformed', errors: given.refusal })
  const at = deps.clock.now()
  const who = { role: actor.role, sub: actor.sub, entityId: actor.tenant } as Seller
  const requestId = `import/${number}`
  // Rehearsed, the same row again would find the first one's answer.
  const first = taken.get(place)
  if (rehearses && first?.key === key) return accepted(null, true, first.doubts ?? [])
  const inWorld = taken.has(place) ? withPlaceTaken(deps, rehearses) : deps
  let formerly: ContractId | null = null
  for (let command = key; ; command = deps.digest([key, formerly])) {
    const metadata: CommandMetadata = {
      tenant: actor.tenant,
      route: 'importRow',
      key: command,
      inputSha256: command,
      requestId,
      actor,
      at,
      dryRun: rehearses,
      ifMatch: null,
    }
    // A worker records the row: it came through no door.
    const origin = { ip: null, userAgent: null }
    const call: RequestContext<Seller> = { who, at, today: dayInJapan(at), requestId, origin, metadata }
    const { sme, resellerId } = given.value
    // Within the command: what is on record already stays so, whoever has come to the seller since.
    const answer = await runCommand(
      deps.commits,
      metadata,
      async () =>
        (await sellersOwnContact(deps, sme, who, resellerId ?? who.entityId, run.sellingSide)) ??
        attest(inWorld, given.value, call, { answer: importAnswer, rememberForEver: true }),
    )
    if (!answer.ok) return refused(inItsColumn(answer.refusal, row))
    // A rehearsal writes nothing, so it does not meet what was written before: it looks.
    const recorded = answer.replayed || !rehearses ? answer : ((await deps.commits.answerTo(metadata)) as typeof answer)
    if (!recorded?.ok || !recorded.replayed)
      return accepted(rehearses ? null : answer.value.contractId, false, answer.value.doubts, formerly)
    const made = recordedBy(recorded.value)
    const now = (await deps.contracts.find(made.contractId))?.kept.state
    if (now?.stage === made.stage) return accepted(made.contractId, true, made.doubts)
    if (now?.stage === 'ended' && now.ending !== 'annulled') {
      // Whatever else stands in its way is said first; nothing is written either way.
      const dry = { ...call, metadata: { ...metadata, dryRun: true } }
      const anew = await attest(inWorld, given.value, dry, { answer: importAnswer })
      return refused(anew.ok ? samePaper(now, given.value.signedOn) : anew.refusal)
    }
    formerly = made.contractId
  }
}

/** A refusal of a contact by the column it stands in: a book has no field names. */
const inItsColumn = (refusal: Trouble, row: RowOfBook['row']): Trouble =>
  refusal.kind === 'does-not-fit' && refusal.what.startsWith('noticeContact.')
    ? { ...refusal, what: columnAt(`sme.${refusal.what}`, row) ?? refusal.what }
    : refusal

/** The refusal of the paper of a contract that ran and is over: whoever concluded anew has a paper of another day. */
const samePaper = ({ deal, endedOn }: Extract<ExistingContract, { stage: 'ended' }>, signedOn: PlainDate): Trouble => ({
  kind: 'out-of-order',
  what: 'signedOn',
  given: signedOn,
  notBefore: daysAfter(endedOn, 1),
  why: {
    ja: `同じ内容の行から記録した契約（${deal.contractId}）は、${dayInWords(endedOn)}に終わっています。同じ書面から契約を二度記録することはありません。改めて契約を結ばれたときは、その書面の契約日で行を作ってください。`,
    en: `The contract that was recorded from the same row (${deal.contractId}) ended on ${endedOn}. The same paper makes no second one; where the firm concluded anew, make a row with the signing day of that paper.`,
  },
})

const ofThisBook = 'ctr_of-this-book'

/**
 * Dependencies as an earlier row of the book leaves them: its contract holds the place. That row is named by its number
 * and not by its contract, which a rehearsal does not have: so both say the same.
 */
const withPlaceTaken = (deps: Dependencies, rehearses: boolean): Dependencies => ({
  ...deps,
  contracts: {
    ...deps.contracts,
    ground: async (id, about) => {
      const ground = await deps.contracts.ground(id, about)
      return ground && { ...ground, slotHeldBy: rehearses || ground.slotHeldBy ? ofThisBook : null }
    },
  },
})
