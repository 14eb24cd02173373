import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Cost, Costs } from '../../application/cost.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { operationOf } from '../../application/operations/operation-of.ts'
import { formReadingInputForm } from '../../papers/service-records.ts'

const misfit = (what: string, given: string, needs: string): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what,
  given,
  needs,
})

type Given = InputOf<Routes['recordFormReading']>['body']

const repeatedIn = <One>(all: readonly One[]): One | undefined => all.find((one, index) => all.indexOf(one) !== index)

/** Refusal of a reading, whatever contracts it is of. */
const wrongWith = (
  { readOn, stated, notStated, on }: Given,
  today: PlainDate,
): Refusal<'does-not-fit' | 'out-of-order'> | undefined => {
  if (readOn > today) return { kind: 'out-of-order', what: 'readOn', given: today, notBefore: readOn }
  if (stated.length + notStated.length === 0)
    return misfit('stated', 'nothing', 'at least one item that was looked for')
  const item = repeatedIn([...stated, ...notStated])
  if (item) return misfit('notStated', item, 'each item once, stated or not stated')
  const [named, what] = 'contractIds' in on ? [on.contractIds, 'on.contractIds'] : [on.rows ?? [], 'on.rows']
  const twice = repeatedIn<string | number>(named)
  return twice === undefined ? undefined : misfit(what, String(twice), 'each contract once')
}

/** Number of contracts a reading is of; of an import that is done, all that it put on record. */
const totalOf = async (
  deps: Dependencies,
  who: Parameters<typeof operationOf>[1],
  on: Given['on'],
): Promise<Result<number, Refusal<'not-found' | 'wrong-stage' | 'does-not-fit'>>> => {
  if ('contractIds' in on) {
    const reads = await deps.contracts.findAll(on.contractIds)
    const areOwn = reads.every((read) => read?.kept.state.deal.entityId === who.entityId)
    return areOwn ? ok(on.contractIds.length) : refuse({ kind: 'not-found', what: 'contract' })
  }
  const found = await operationOf(deps, who, on.operationId, ['importContracts'])
  if (!found.ok) return found
  const { stage, accepted } = found.value
  if (stage !== 'finished') return refuse({ kind: 'wrong-stage', what: 'operation', stage, needs: ['finished'] })
  const total = on.rows?.length ?? accepted
  return total > 0 ? ok(total) : refuse(misfit('on.operationId', '0 contracts', 'an import that put some on record'))
}

/**
 * Takes in that a named person read the form of paper contracts were signed on. It is the implementing entity's to say:
 * the duty to state is its own, whoever sold. Contracts follow one by one, as an operation, since a book has thousands.
 */
export const recordFormReading =
  (deps: Dependencies): HandlerOf<Routes['recordFormReading']> =>
  async ({ body }, { who, at, today, metadata }) => {
    const wrong = wrongWith(body, today)
    if (wrong) return refuse(wrong)
    const total = await totalOf(deps, who, body.on)
    if (!total.ok) return total
    const { entityId } = who
    const content = formReadingInputForm.write({ ...body, recordedBy: who.sub })
    const asked = { entityId, owner: entityId, kind: 'recordFormReading', total: total.value } as const
    return deps.commits.commit({ metadata, ...acceptOperation(deps, asked, onePaper(deps, content), at) })
  }

/**
 * Cost to the worker of each contract of a list of 62: its head, an event and an evidence document, 31 to a
 * transaction.
 */
export const costPerReading = { requests: 0.2, readUnits: 1.6, writeUnits: 10.5 } as const satisfies Cost

export const costs: Costs = {
  recordFormReading: { requests: 2, readUnits: 2, writeUnits: 12 },
}
