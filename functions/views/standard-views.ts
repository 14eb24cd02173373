import { shortNumberOf } from '../../shared/domain/short-number.ts'
import type { OutputOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'
import type { Clause, Edition } from '../../shared/standard/model/edition.ts'
import type { ClauseVerdict, PartVerdict } from '../../shared/standard/reports/conformity.ts'

/** A clause's label, gist and notes, nothing left out. */
export const clauseNotes = ({ label, gist, ...notes }: Omit<Clause, 'keptBy'>) => ({
  label,
  gist,
  seedRows: [...(notes.seedRows ?? [])],
  alsoCitedAs: notes.alsoCitedAs ?? null,
  ourReading: notes.ourReading ?? null,
  textNotInHand: notes.textNotInHand ?? false,
})

type View = OutputOf<Routes['getServiceConformity']>
type PartView = View['clauses'][number]['parts'][number]

const partView = (part: PartVerdict): PartView => {
  switch (part.by) {
    case 'rule':
      return { ...part, facts: [...part.facts], objections: [...part.objections], doubts: [...part.doubts] }
    case 'people':
      return { ...part, records: [...part.records] }
    case 'nobody':
      return part
  }
}

type About = Pick<View, 'serviceId' | 'serviceVersion' | 'contractId'> & { readonly today: PlainDate }

/** A conformity report as the API gives it. */
export const conformityView = (
  edition: Edition,
  verdicts: readonly ClauseVerdict[],
  { today, ...about }: About,
): View => {
  const count = (verdict: ClauseVerdict['verdict']) => verdicts.filter((one) => one.verdict === verdict).length
  return {
    ...about,
    shortNumber: about.contractId && shortNumberOf(about.contractId),
    edition: edition.id,
    madeOn: today,
    counts: {
      kept: count('kept'),
      breached: count('breached'),
      byPeople: count('byPeople'),
      evidenceMissing: count('evidenceMissing'),
      notKnown: count('notKnown'),
      awaited: count('awaited'),
      depends: count('depends'),
      notItemised: count('notItemised'),
      notApplicable: count('notApplicable'),
      notAsked: count('notAsked'),
      notJudged: count('notJudged'),
    },
    clauses: verdicts.map(({ verdict, parts, ...clause }) => ({
      ...clauseNotes(clause),
      verdict,
      parts: parts.map(partView),
    })),
  }
}
