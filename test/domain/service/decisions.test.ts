import { describe, expect, test } from 'vitest'
import {
  draftVersion,
  noService,
  publishVersion,
  recordEvidence,
  recordRegistration,
  type ExistingService,
} from '../../../shared/domain/service/service.ts'
import { isValidOn } from '../../../shared/domain/service/evidence.ts'
import { breach, cellsOf, day, entityId, folded, kept, outcome, refusalOf, serviceId, sha256 } from '../given.ts'
import { draft, drafted, evidence, published, publishing, registered, registration, serviceAfter } from './given.ts'

const good = { breaches: [] }
const services: Record<string, ExistingService> = {
  drafted: serviceAfter(),
  published: serviceAfter(published(1, '2026-04-01')),
  'published-and-drafted': serviceAfter(published(1, '2026-04-01'), drafted(2)),
  registered: serviceAfter(published(1, '2026-04-01'), registered('2026-04-01', null)),
}
const offeredFrom = '2026-10-01'
const commands: Record<string, (service: ExistingService) => Parameters<typeof outcome>[0]> = {
  draft: (service) => draftVersion(service, draft),
  'publish-1': (service) => publishVersion(service, publishing(1, offeredFrom), good),
  'publish-2': (service) => publishVersion(service, publishing(2, offeredFrom), good),
  register: (service) => recordRegistration(service, registration('2026-10-01', null)),
}

const table = `
                        draft                    publish-1                  publish-2                  register
  drafted               service-version-drafted  service-version-published  not-found                  wrong-stage
  published             service-version-drafted  wrong-stage                not-found                  service-registered
  published-and-drafted service-version-drafted  wrong-stage                service-version-published  service-registered
  registered            service-version-drafted  wrong-stage                not-found                  service-registered
`

describe('every command in every stage of a service', () => {
  const cells = cellsOf(table)

  test('is in the table', () => expect(cells).toHaveLength(Object.keys(services).length * Object.keys(commands).length))

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [service, command] = [services[row], commands[column]]
    const decision = service && command?.(service)
    expect(decision && outcome(decision)).toBe(cell)
  })
})

describe('drafting', () => {
  test('the first version begins the service', () => {
    const decision = draftVersion(noService, draft)
    expect(decision).toEqual({ ok: true, value: [drafted(1)] })
    expect(kept(folded('service', decision.ok ? decision.value : []))).toEqual({
      stage: 'kept',
      serviceId,
      entityId,
      code: 'NET',
      monitoringType: 'network',
      registration: null,
      evidence: [],
      versions: [{ number: 1, edition: '1.2', factsSha256: draft.factsSha256, offeredFrom: null, change: null }],
    })
  })

  test('numbers the versions without a gap', () =>
    expect(draftVersion(serviceAfter(drafted(2), drafted(3)), draft)).toEqual({ ok: true, value: [drafted(4)] }))

  test.each(['endpoint', 'combined'] as const)('never turns a network type into the %s type', (monitoringType) =>
    expect(refusalOf(draftVersion(serviceAfter(), { ...draft, monitoringType }))).toEqual({
      kind: 'does-not-fit',
      what: 'monitoringType',
      given: monitoringType,
      needs: 'network',
    }),
  )

  test('may name another edition from version to version', () => {
    const decision = draftVersion(serviceAfter(), { ...draft, edition: '1.1' })
    const { versions } = kept(folded('service', decision.ok ? decision.value : [], serviceAfter()))
    expect(versions.map(({ edition }) => edition)).toEqual(['1.2', '1.1'])
  })
})

describe('publishing', () => {
  const second = serviceAfter(published(1, '2026-04-01'), drafted(2))
  const from = (text: string) => publishVersion(second, publishing(2, text), good)

  test.each([[[breach]], [[breach, breach]]])('is refused with every breach of its edition: %#', (breaches) =>
    expect(refusalOf(publishVersion(second, publishing(2, offeredFrom), { breaches }))).toEqual({
      kind: 'breaches-standard',
      breaches,
    }),
  )
  test('is of a version that exists and is a draft', () => {
    expect(refusalOf(publishVersion(second, publishing(3, offeredFrom), good))).toEqual({
      kind: 'not-found',
      what: 'serviceVersion',
    })
    expect(refusalOf(publishVersion(second, publishing(1, offeredFrom), good))).toEqual({
      kind: 'wrong-stage',
      what: 'serviceVersion',
      stage: 'published',
      needs: ['drafted'],
    })
  })

  test('is not of a version that a later one has overtaken', () => {
    const overtaken = serviceAfter(drafted(2), drafted(3), published(2, '2026-04-01'))
    expect(refusalOf(publishVersion(overtaken, publishing(1, '2026-10-01'), good))).toEqual({
      kind: 'does-not-fit',
      what: 'number',
      given: '1',
      needs: 'one after 2',
    })
    expect(outcome(publishVersion(overtaken, publishing(3, '2026-10-01'), good))).toBe('service-version-published')
  })
  test('is not held up by a later one that is still a draft', () => {
    const twoDrafts = serviceAfter(published(1, '2026-04-01'), drafted(2), drafted(3))
    expect(outcome(publishVersion(twoDrafts, publishing(2, '2026-10-01'), good))).toBe('service-version-published')
  })
  test('may begin on the first day of the version before it', () =>
    expect(outcome(from('2026-04-01'))).toBe('service-version-published'))
  test('may not begin the day before', () =>
    expect(refusalOf(from('2026-03-31'))).toEqual({
      kind: 'out-of-order',
      what: 'offeredFrom',
      given: '2026-03-31',
      notBefore: '2026-04-01',
    }))
  test('may not begin the day before the latest one, whatever its number', () => {
    const third = serviceAfter(drafted(2), drafted(3), published(2, '2026-04-01'), published(1, '2026-10-01'))
    expect(refusalOf(publishVersion(third, publishing(3, '2026-09-30'), good))).toMatchObject({
      kind: 'out-of-order',
      notBefore: '2026-10-01',
    })
    expect(outcome(publishVersion(third, publishing(3, '2026-10-01'), good))).toBe('service-version-published')
  })
  test('of a first version may begin on any day, also in the past', () =>
    expect(publishVersion(serviceAfter(), publishing(1, '2020-01-01'), good)).toEqual({
      ok: true,
      value: [published(1, '2020-01-01')],
    }))
  test('keeps what people made of the change, and the hash of their words', () => {
    const decision = publishVersion(second, publishing(2, offeredFrom), good)
    expect(decision).toEqual({ ok: true, value: [published(2, offeredFrom)] })
    const { versions } = kept(folded('service', decision.ok ? decision.value : [], second))
    expect(versions.map(({ change }) => change)).toEqual([null, 'general'])
  })
  test('changes that version alone', () => {
    const { versions } = kept(folded('service', [published(2, '2026-10-01')], second))
    expect(versions.map((version) => version.offeredFrom)).toEqual(['2026-04-01', '2026-10-01'])
  })
})

describe('recording a registration', () => {
  const service = serviceAfter(published(1, '2026-04-01'))

  test('waits for a published version', () =>
    expect(refusalOf(recordRegistration(serviceAfter(), registration('2026-04-01', null)))).toEqual({
      kind: 'wrong-stage',
      what: 'service',
      stage: 'drafted',
      needs: ['published'],
    }))
  test('of one day is possible', () =>
    expect(outcome(recordRegistration(service, registration('2026-04-01', '2026-04-01')))).toBe('service-registered'))
  test('that ends before it begins is refused', () =>
    expect(refusalOf(recordRegistration(service, registration('2026-04-01', '2026-03-31')))).toEqual({
      kind: 'out-of-order',
      what: 'registration.until',
      given: '2026-03-31',
      notBefore: '2026-04-01',
    }))
  test('keeps the number, the body and the days of its entry', () =>
    expect(recordRegistration(service, registration('2026-04-01', null))).toEqual({
      ok: true,
      value: [registered('2026-04-01', null)],
    }))
  test('a later record takes the place of the earlier one', () => {
    const events = [published(1, '2026-04-01'), registered('2026-04-01', '2028-03-31'), registered('2028-04-01', null)]
    expect(serviceAfter(...events).registration).toEqual(registration('2028-04-01', null))
  })
})

describe('recording evidence', () => {
  const today = day('2026-10-01')

  test('of today is possible, of tomorrow is not', () => {
    expect(recordEvidence(evidence({ on: today }), { today })).toEqual({
      ok: true,
      value: [{ type: 'evidence-recorded', evidence: evidence({ on: today }) }],
    })
    expect(refusalOf(recordEvidence(evidence({ on: day('2026-10-02') }), { today }))).toEqual({
      kind: 'does-not-fit',
      what: 'on',
      given: '2026-10-02',
      needs: 'no day after 2026-10-01',
    })
  })
  test('may be valid for its own day alone, and not less', () => {
    const until = (validUntil: string) => recordEvidence(evidence({ validUntil: day(validUntil) }), { today })
    expect(outcome(until('2026-10-01'))).toBe('evidence-recorded')
    expect(refusalOf(until('2026-09-30'))).toEqual({
      kind: 'out-of-order',
      what: 'validUntil',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    })
  })
  test('keeps the last five for each duty, oldest first', () => {
    const record = (n: number, topic: string) =>
      ({ type: 'evidence-recorded', evidence: evidence({ topic, sha256: sha256(String(n)) }) }) as const
    const six = [1, 2, 3, 4, 5, 6].map((n) => record(n, 'continuity'))
    const { evidence: all } = serviceAfter(record(0, 'lawAndStandard'), ...six)
    expect(all.map((one) => one.sha256)).toEqual(['0', '2', '3', '4', '5', '6'].map(sha256))
  })
  test('keeps the duties of one clause apart from those of another, and the service as it was', () => {
    const other = evidence({ clause: '第2章1.(10)' })
    const six = Array.from({ length: 6 }, () => ({ type: 'evidence-recorded', evidence: evidence() }) as const)
    const before = serviceAfter(published(1, '2026-04-01'))
    const after = kept(folded('service', [{ type: 'evidence-recorded', evidence: other }, ...six], before))
    expect(after).toEqual({ ...before, evidence: [other, ...six.slice(1).map((event) => event.evidence)] })
  })
  test('is valid through its last day', () => {
    const one = evidence({ validUntil: day('2026-12-31') })
    expect([day('2026-12-31'), day('2027-01-01')].map((on) => isValidOn(one, on))).toEqual([true, false])
    expect(isValidOn(evidence(), day('2199-12-31'))).toBe(true)
  })
})

describe('folding the ledger of a service', () => {
  test('begins with its first version: before it nothing is kept', () =>
    expect(
      folded('service', [
        published(1, '2026-04-01'),
        registered('2026-04-01', null),
        { type: 'evidence-recorded', evidence: evidence() },
      ]),
    ).toEqual(noService))
})
