import * as z from 'zod'
import { DifficultyReport } from './difficulty-report.ts'

/** Content of a submission, line by line: the shape of every kind that has none of its own. */
const LinedContentView = z.looseObject({
  title: z.string(),
  implementingEntity: z.strictObject({ name: z.string(), corporateNumber: z.string() }),
  items: z.array(z.strictObject({ label: z.string(), says: z.array(z.string()) })),
})

/** Content of a submission, whatever its kind. A kind with a shape of its own has its schema here. */
export const SubmissionContentView = z.union([DifficultyReport, LinedContentView])
