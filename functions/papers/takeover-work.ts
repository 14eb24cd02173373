import * as z from 'zod'
import { coverageStages } from '../../shared/domain/contract/coverage.ts'
import { coverageAreas, findings, takeoverStages } from '../../shared/domain/contract/contract-words.ts'
import { count, day, idOf, moment } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

const on = z.union([
  z.strictObject({ contractIds: z.array(idOf('ctr')) }),
  z.strictObject({
    where: z.strictObject({
      stage: z.enum(takeoverStages).optional(),
      coverage: z.enum(coverageStages).exclude(['ended']).optional(),
      serviceId: idOf('svc').optional(),
      /** The coverage area nobody has looked at yet. */
      unknown: z.enum(coverageAreas).optional(),
    }),
  }),
])

/** Input of work on takeovers. On a coverage this document is the evidence for every contract. */
export const workInputForm = paperForm({
  kind: 'takeover work input',
  schema: z.discriminatedUnion('work', [
    z.strictObject({
      work: z.literal('noteCoverage'),
      facet: z.enum(coverageAreas),
      finding: z.enum(findings),
      evidence: z.string(),
      statedAt: moment,
      on,
    }),
    z.strictObject({ work: z.literal('serveOn'), on }),
    z.strictObject({ work: z.literal('sendNoticeAgain'), on }),
  ]),
})
export type WorkInput = SaidIn<typeof workInputForm>

const consent = z.strictObject({
  givenBy: z.string(),
  on: day,
  how: z.enum(['written', 'mail', 'phone', 'visit']),
})
const ofRow = { row: z.int(), line: z.exactOptional(z.int().nullable()) }
const words = z.strictObject({ ja: z.string(), en: z.string() })

const workRow = z.union([
  z.strictObject({ ...ofRow, contractId: idOf('ctr'), consent: consent.optional() }),
  z.strictObject({
    ...ofRow,
    cells: z.record(z.string(), z.string()),
    errors: z.array(z.strictObject({ where: z.string(), why: words })).readonly(),
    about: z.exactOptional(idOf('ctr')),
  }),
])

/**
 * One contract of some work, by its row: as it can be worked on, or with everything that is wrong with the row's form
 * and, where its number can be read, the contract it is about.
 */
export type WorkRow = z.output<typeof workRow>

/** Input of a move, some rows to an evidence document: where to, how many of these there are, and the rows. */
export const moveInputForm = paperForm({
  kind: 'move input',
  schema: z.strictObject({ resellerId: idOf('rsl'), papers: count.min(1), rows: z.array(workRow).readonly() }),
})
export type MoveInput = SaidIn<typeof moveInputForm>
