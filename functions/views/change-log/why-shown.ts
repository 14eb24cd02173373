import { asWritten } from '../../papers/as-written.ts'
import type { LedgerEvent, NamedPaper } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Audience } from './fields.ts'
import { aboutOf } from './logged-view.ts'

/** An evidence document by the ledger it lies beside, and its name. */
export type PaperRef = { readonly stream: string; readonly name: string }

/** Where the words lie that were entered with an event, as far as an audience reads them. */
export const paperOf = (logged: LedgerEvent, audience: Audience): PaperRef | null => {
  const { why } = aboutOf(logged)
  if (why.is !== 'entered' || (why.entered.to === 'house' && audience !== 'house')) return null
  const { paper } = why.entered
  const elsewhere = why.entered.in?.(logged.event)
  const name = typeof paper === 'string' ? paper : paper(logged.event)
  return elsewhere ?? { stream: logged.stream, name: numbered(name, logged.seq) }
}

const within = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((now, key) => (now as Readonly<Record<string, unknown>> | undefined | null)?.[key], value)

const wordsIn = (says: unknown, paths: readonly string[]): string | null => {
  const found = paths.map((path) => within(says, path)).filter((word) => typeof word === 'string' && word !== '')
  return found.length === 0 ? null : found.join('\n')
}

/**
 * Why something was done, in words. A document counts as the event's own where the event names its hash: another one
 * under that name says nothing of it.
 */
export const whyOf = (logged: LedgerEvent, audience: Audience, paper: NamedPaper | undefined): string | null => {
  const { why } = aboutOf(logged)
  switch (why.is) {
    case 'none':
      return null
    case 'follows':
      return why.from
    case 'said':
      return why.of(logged.event)
    case 'entered': {
      const isOwn = paper !== undefined && JSON.stringify(logged.event).includes(`"${paper.sha256}"`)
      if (!isOwn || paperOf(logged, audience) === null) return null
      return wordsIn(asWritten(paper.content), why.entered.says)
    }
  }
}
