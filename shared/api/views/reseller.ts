import * as z from 'zod'
import { requirementCodes, requirementStages } from '../../domain/reseller/requirement.ts'
import { At, Day, DiscontinuanceIdField, EntityIdField, ResellerIdField, ServiceIdField } from '../fields.ts'
import { WordsView } from './judgement.ts'
import { FilesView } from './file.ts'
import { WrittenView } from './written.ts'
import { resellerStages } from '../../domain/reseller/states.ts'
import { sellingParties } from '../../domain/parties.ts'

const RequirementView = z.strictObject({
  code: z.enum(requirementCodes),
  what: WordsView,
  suppliedBy: z.enum(sellingParties),
  dueOn: Day,
  stage: z.enum(requirementStages),
  metOn: Day.nullable(),
})

export const ResellerView = z.strictObject({
  resellerId: ResellerIdField,
  entityId: EntityIdField,
  version: z.int(),
  stage: z.enum(resellerStages),
  code: z.string(),
  name: z.string(),
  prefecture: z.string(),
  corporateNumber: z.string().nullable(),
  requirements: z.array(RequirementView),
  authorizations: z.array(
    z.strictObject({
      serviceId: ServiceIdField,
      periods: z.array(z.strictObject({ from: Day, until: Day.nullable() })),
    }),
  ),
  /** Instant since which it signs nobody new, while it is restricted. */
  restrictedSince: At.nullable(),
  /**
   * The proposal it is restricted for; `alone` unless a person restricted it as well. After `until` the proposal was waited
   * out and restricts nobody any more, though that may be written down a little later.
   */
  restrictedFor: z
    .strictObject({ discontinuanceId: DiscontinuanceIdField, alone: z.boolean(), until: At.optional() })
    .nullable(),
  /** Readiness for its stop, in points of a hundred; the day of the latest drill, and whether another is due. */
  readiness: z.strictObject({ score: z.number(), drilledOn: Day.nullable(), drillDue: z.boolean() }),
  discontinued: z
    .strictObject({ since: At, discontinuanceId: DiscontinuanceIdField, knownOn: Day.optional() })
    .nullable(),
})

/** The same with what was handed in for its requirements, and why it was restricted or let go: whoever decides reads it. */
export const ResellerInFullView = ResellerView.extend({ written: z.array(WrittenView), files: FilesView })
