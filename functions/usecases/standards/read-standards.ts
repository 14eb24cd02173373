import type { HandlerOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Clause, Edition } from '../../../shared/standard/model/edition.ts'
import { editionNamed, editions, firstKnownDay, publicOn } from '../../../shared/standard/index.ts'
import { contentsSheet } from '../../../shared/standard/reports/contents.ts'
import { tableOfChanges } from '../../../shared/standard/editions/table-of-changes.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { clauseNotes } from '../../views/standard-views.ts'
import type { Costs } from '../../application/cost.ts'

const headOf = ({ clauses: _, ...head }: Edition) => head

/** The editions, and for a day whether each was public then. On a day before any of them there is nothing to say. */
export const listStandards =
  (): HandlerOf<Routes['listStandards']> =>
  async ({ query: { on } }) => {
    const first = firstKnownDay()
    if (on && first && on < first) return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: first })
    const items = editions.map((edition) => ({
      ...headOf(edition),
      clauses: edition.clauses.length,
      publicOn: on ? publicOn(edition, on) : null,
    }))
    return ok({ items, nextCursor: null })
  }

const noEdition = (given: string) =>
  refuse({ kind: 'not-in-standard' as const, what: 'edition' as const, given, known: editions.map(({ id }) => id) })

type KeepingView = OutputOf<Routes['getStandard']>['clauses'][number]['keptBy'][number]

const clauseView = ({ keptBy, ...clause }: Clause) => ({
  ...clauseNotes(clause),
  keptBy: keptBy.map((keeping): KeepingView => {
    if (keeping.by !== 'rule') return keeping
    const { by, rule, on, suppliedBy, says, limits } = keeping
    return { by, rule, on, suppliedBy, says, limits: limits ?? null }
  }),
})

/** An edition's contents; of one clause alone where it is named, by its label or as the table prints it. */
export const getStandard =
  (): HandlerOf<Routes['getStandard']> =>
  async ({ params, query: { clause } }) => {
    const edition = editionNamed(params.edition)
    if (!edition) return noEdition(params.edition)
    const clauses = edition.clauses.filter(
      ({ label, alsoCitedAs }) => clause === undefined || label === clause || alsoCitedAs === clause,
    )
    if (clause !== undefined && clauses.length === 0) {
      const known = edition.clauses.map(({ label }) => label)
      return refuse({ kind: 'not-in-standard', what: 'clause', given: clause, known })
    }
    return ok({
      ...headOf(edition),
      clauses: clauses.map(clauseView),
      tableOfChanges: tableOfChanges.map(({ row, about, note = null, without = null }) => ({
        row,
        about,
        note,
        without,
        clauses: edition.clauses.filter(({ seedRows }) => seedRows?.includes(row)).map(({ label }) => label),
      })),
    })
  }

export const getStandardPage =
  ({ documents }: Dependencies): HandlerOf<Routes['getStandardPage']> =>
  async ({ params }) => {
    const edition = editionNamed(params.edition)
    return edition ? ok(documents.sheetPage(contentsSheet(edition))) : noEdition(params.edition)
  }

export const costs: Costs = {
  listStandards: { requests: 0, readUnits: 0, writeUnits: 0 },
  getStandard: { requests: 0, readUnits: 0, writeUnits: 0 },
  getStandardPage: { requests: 0, readUnits: 0, writeUnits: 0 },
}
