import * as z from 'zod'
import { EntityIdField, OperationIdField } from '../fields.ts'

export const OperationView = z.strictObject({
  operationId: OperationIdField,
  entityId: EntityIdField,
  kind: z.enum(['importContracts', 'recountContracts']),
  stage: z.enum(['accepted', 'running', 'finished']),
  total: z.int(),
  done: z.int(),
  accepted: z.int(),
  refused: z.int(),
})
