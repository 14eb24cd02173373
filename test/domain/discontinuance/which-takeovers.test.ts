import { describe, expect, test } from 'vitest'
import { isMeant, type WhichTakeovers } from '../../../shared/domain/discontinuance/which-takeovers.ts'
import { concludedAfter, ended, opened, settled, told, toTakeOver } from '../contract/given.ts'
import { after, entityId, minutes, otherServiceId, resellerId, serviceId, sha256 } from '../given.ts'
import type { Takeover } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const now = after(minutes(60))
const noted = (facet: 'monitoring' | 'insurance', finding: 'confirmed' | 'lost'): ContractEvent => ({
  type: 'takeover-coverage-noted',
  facet,
  finding,
  statedAt: opened.since,
  evidenceSha256: sha256('e'),
  operationId: null,
})
const takeovers: Record<string, readonly ContractEvent[]> = {
  opened: toTakeOver,
  told: [...toTakeOver, told],
  watched: [...toTakeOver, told, noted('monitoring', 'confirmed')],
  unwatched: [...toTakeOver, told, noted('monitoring', 'lost')],
  served: [
    ...toTakeOver,
    told,
    noted('monitoring', 'confirmed'),
    noted('insurance', 'confirmed'),
    settled('servedByImplementingEntity', entityId),
  ],
  gone: [...toTakeOver, told, settled('endedBySme', resellerId), ended],
}

/** Which of them are meant, by their names. */
const meant = (which: WhichTakeovers): readonly string[] =>
  Object.entries(takeovers).flatMap(([name, events]) => {
    const contract = concludedAfter(...events)
    return isMeant(which, contract, contract.takeover as Takeover, now) ? [name] : []
  })

describe('which takeovers of a case are meant', () => {
  test.each([
    ['nothing', {}, Object.keys(takeovers)],
    ['a stage', { stage: 'told' }, ['told', 'watched', 'unwatched']],
    ['a coverage', { coverage: 'atRisk' }, ['opened', 'told', 'watched']],
    ['a coverage that is over', { coverage: 'ended' }, ['gone']],
    ['a service', { serviceId }, Object.keys(takeovers)],
    ['another service', { serviceId: otherServiceId }, []],
    ['what nobody has looked at', { unknown: 'monitoring' }, ['opened', 'told', 'gone']],
    ['a stage and what nobody has looked at', { stage: 'told', unknown: 'monitoring' }, ['told']],
    ['a stage that its coverage does not go with', { stage: 'settled', coverage: 'atRisk' }, []],
    ['all four', { stage: 'told', coverage: 'gap', serviceId, unknown: 'insurance' }, ['unwatched']],
  ] as const)('where %s is said, those of which all that is said holds', (_, which, names) =>
    expect(meant(which)).toEqual(names),
  )
})
