import {
  operationKinds,
  operationStages,
  type ExistingOperation,
} from '../../../../shared/domain/platform/operation.ts'
import { at, exactly, id, idOfEither, maybe, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { operation1To2 } from './upgrades/operation-1-to-2.ts'
import { count, day, word } from './values.ts'

/** Stored form of work over many rows. */
export const operationForm = storedForm<ExistingOperation>({
  kind: 'operation',
  codec: exactly<ExistingOperation>()(
    object({
      stage: word(operationStages),
      operationId: id('opr'),
      entityId: id('ent'),
      owner: idOfEither('ent', 'rsl'),
      kind: word(operationKinds),
      discontinuanceId: maybe(id('dsc')),
      total: orNull(count),
      listed: maybe(object({ papers: count, rows: count })),
      acceptedAt: at,
      advancedAt: at,
      done: count,
      accepted: count,
      refused: count,
      steps: count,
      clearedOn: maybe(day),
    }),
  ),
  upgrades: [operation1To2],
})
