import type { DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import { namedTwice } from './moves-book.ts'
import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { type WorkRow } from '../../papers/takeover-work.ts'

export type Given = InputOf<Routes['workOnTakeovers']>['body']

/** A case whose takeovers can be worked on. */
export const caseAtWork = async (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
): Promise<Result<ExistingDiscontinuance, Refusal<'not-found' | 'wrong-stage'>>> => {
  const found = await directory.discontinuance(entityId, discontinuanceId)
  if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
  const { stage } = found.state
  return stage === 'takingOver'
    ? ok(found.state)
    : refuse({ kind: 'wrong-stage', what: 'discontinuance', stage, needs: ['takingOver'] })
}

/** The refusal of rows among which a contract stands twice: nobody could say which of them was meant. */
export const oneRowEach = (rows: readonly WorkRow[], what: string): Refusal<'does-not-fit'> | undefined => {
  const twice = namedTwice(rows)
  return twice && { kind: 'does-not-fit', what, given: twice.rows.join(', '), needs: 'each contract in one row' }
}

/** Named contracts, in the order they were named. */
export const rowsOf = (contractIds: Extract<Given['on'], { contractIds: unknown }>['contractIds']): WorkRow[] =>
  contractIds.map((contractId, index) => ({ row: index + 1, contractId }))
