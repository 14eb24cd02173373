import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { casesOf, type Case } from '../reading/cases.ts'
import { digest } from '../reading/hash.ts'
import { concluded } from '../reading/looking-up.ts'

type Line = readonly [contractId: string, documentSha256: string]

const isLine = (line: unknown): line is Line =>
  Array.isArray(line) && line.length === 2 && line.every((text) => typeof text === 'string')

/** The list of a case, from its evidence documents in order; nothing where they do not hold one. */
export const listOf = (book: Book, id: string): readonly Line[] | undefined => {
  const papers = (book.papers.get(id) ?? []).filter(({ name }) => name.startsWith('list-'))
  const lines: unknown[] = papers
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ text }) => JSON.parse(text) as unknown)
  return lines.every(isLine) ? lines : undefined
}

/** Findings on the list itself: its count, its seal, its order, the documents it names. */
const wrongList = (book: Book, { id, state }: Case, lines: readonly Line[] | undefined) => {
  if (!state.list) return []
  if (!lines) return ['has no readable list']
  const ids = lines.map(([contractId]) => contractId)
  // A contract may have been changed since the list was frozen.
  const had = (contractId: string, sha256: string) =>
    book.streams.get(contractId)?.states.some((one) => 'deal' in one && one.deal.documentSha256 === sha256)
  const other = lines.find(([contractId, sha256]) => !had(contractId, sha256))
  return [
    lines.length !== state.list.contracts && `lists ${lines.length} contracts and says ${state.list.contracts}`,
    digest(lines) !== state.list.sha256 && `${id} has another list than its seal is of`,
    ids.some((one, index) => index > 0 && one <= (ids[index - 1] ?? '')) && 'has a list out of order',
    other && `lists ${other[0]} with a document it does not have`,
  ]
}

/** Contracts that were live in the reseller's hands at the instant, by their own ledgers. */
const heldAt = ({ hands, state: { resellerId } }: Case, since: string): readonly string[] =>
  hands.flatMap(({ id, entries, states }) => {
    const made = concluded(states[entries.findLastIndex(({ at }) => at <= since)])
    return made?.stage === 'live' && made.holder === resellerId ? [id] : []
  })

const twice = (ids: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size === seen.add(id).size)
}

/**
 * I12. Once the list of a discontinuance is reached: every contract on its frozen list has exactly one takeover of this
 * case in its ledger, from its very instant; no other contract has one, but for those that turned up late and are
 * marked so; nothing that was live in the reseller's hands at the instant is missing, and no live contract of its is
 * without one. The list is what its count and its seal (SHA-256 of the canonical lines) say.
 */
export const listAndTakeovers: Invariant = {
  id: 'I12',
  says: { ja: '確定した一覧のすべての契約に、引継ぎがある', en: 'the frozen list is met exactly' },
  check: (book, see) => {
    for (const about of casesOf(book)) {
      const { where, state, stories, hands } = about
      if (state.since === null) {
        see(where, stories.length > 0 && 'has takeovers, and was never approved')
        continue
      }
      const lines = listOf(book, about.id)
      see(where, ...wrongList(book, about, lines))
      for (const story of stories) see(story.where, story.since !== state.since && `is not of ${state.since}`)
      if (!state.reached) continue

      const onTime = new Set(stories.filter(({ late }) => !late).map(({ contractId }) => contractId))
      const any = new Set(stories.map(({ contractId }) => contractId))
      const listed = new Set((lines ?? []).map(([contractId]) => contractId))
      for (const contractId of listed)
        see(where, !onTime.has(contractId) && `lists ${contractId}, which has no takeover`)
      for (const contractId of onTime)
        see(where, !listed.has(contractId) && `took over ${contractId}, which is not listed`)
      for (const contractId of heldAt(about, state.since)) {
        see(where, !any.has(contractId) && `never took over ${contractId}, live at the instant`)
      }
      for (const { id } of hands) {
        const now = concluded(book.heads.get(id)?.contract)
        const held = now?.stage === 'live' && now.holder === state.resellerId
        if (held) see(where, !any.has(id) && `has no takeover of ${id}, which is live`)
      }
      for (const id of twice(stories.map(({ contractId }) => contractId))) see(where, `took over ${id} twice`)
    }
  },
}
