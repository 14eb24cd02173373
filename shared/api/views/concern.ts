import * as z from 'zod'
import { WriterView } from './written.ts'
import { concernCauses, concernStages } from '../../domain/discontinuance/concern.ts'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import { At, ConcernIdField, DiscontinuanceIdField, EntityIdField, ResellerIdField } from '../fields.ts'

export const ConcernView = z.strictObject({
  concernId: ConcernIdField,
  version: z.int(),
  stage: z.enum(concernStages),
  entityId: EntityIdField,
  resellerId: ResellerIdField,
  cause: z.enum(concernCauses),
  ground: z.enum(discontinuanceGrounds).nullable(),
  raisedAt: At,
  decidedAt: At.nullable(),
  discontinuanceId: DiscontinuanceIdField.nullable(),
})

/** A concern with what was said when it was raised, and when it was dismissed. */
export const ConcernInFullView = ConcernView.extend({
  statement: z.string(),
  reason: z.string().nullable(),
  raisedBy: WriterView,
  decidedBy: WriterView.nullable(),
})
