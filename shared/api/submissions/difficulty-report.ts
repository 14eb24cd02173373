import * as z from 'zod'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import type { DifficultyReport as Reported } from '../../domain/submission/kinds/difficulty-report.ts'
import { At, Day } from '../fields.ts'

/** Content of the report of a difficulty (our own form; the scheme's form is not known to us). */
export const DifficultyReport = z.strictObject({
  title: z.string(),
  implementingEntity: z.strictObject({ name: z.string(), corporateNumber: z.string() }),
  reseller: z.strictObject({ name: z.string(), corporateNumber: z.string(), prefecture: z.string() }),
  services: z.array(z.strictObject({ code: z.string(), registrationNumber: z.string().nullable() })),
  ground: z.enum(discontinuanceGrounds),
  groundInWords: z.string(),
  occurredOn: Day,
  /** Absent in reports drafted before it was kept. */
  knownOn: z.exactOptional(Day),
  statement: z.string(),
  responsibleSince: At,
  contracts: z.int().nullable(),
  voidedDrafts: z.int().nullable(),
  listSha256: z.string().nullable(),
  plan: z.string().nullable(),
  expectedCompletionOn: Day.nullable(),
  contact: z.string().nullable(),
}) satisfies z.ZodType<Reported>
