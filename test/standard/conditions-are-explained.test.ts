import { describe, expect, test } from 'vitest'
import { type DisclosureItemCode, disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import {
  bothEditions,
  conclusion,
  doubted,
  explanation,
  judged,
  whys,
  without,
  type EditionId,
  type Found,
} from './given.ts'

type Duty = { readonly id: EditionId; readonly clause: string; readonly rule: string }

/** What one of the three duties says, among everything the edition objects to. */
const said = ({ id, rule }: Duty, facts: Parameters<typeof conclusion>[0]): readonly Found[] =>
  judged(id, 'conclusion', conclusion(facts)).filter((found) => found.rule === rule)

const promises = (duty: Duty, items: readonly DisclosureItemCode[]) => {
  const { clause, rule } = duty
  const others = disclosureItemCodes.filter((item) => !items.includes(item))

  test.each(['oral', 'written'] as const)('an %s explanation of its items holds', (method) =>
    expect(said(duty, { explanation: { ...explanation, method, items } })).toEqual([]),
  )
  test('refuses where nothing is on record', () =>
    expect(said(duty, { explanation: null })).toEqual([{ clause, rule, where: 'explanation' }]))
  test.each(items)('refuses where %s was left out', (item) =>
    expect(said(duty, { explanation: { ...explanation, items: without(disclosureItemCodes, item) } })).toEqual([
      { clause, rule, where: 'explanation.items' },
    ]),
  )
  test('is not met by whatever else was explained', () =>
    expect(said(duty, { explanation: { ...explanation, items: others } })).toEqual(
      items.map(() => ({ clause, rule, where: 'explanation.items' })),
    ))
  test('holds on the day of the contract itself and before', () => {
    expect(said(duty, { signedOn: plainDate('2026-09-30') })).toEqual([])
    expect(said(duty, { signedOn: plainDate('2026-10-01') })).toEqual([])
  })
  test('refuses the day after the contract', () =>
    expect(said(duty, { signedOn: plainDate('2026-09-29') })).toEqual([{ clause, rule, where: 'explanation.on' }]))
}

describe('第2章1.(7)ウ the conditions are explained', () => {
  const items = ['initialFee', 'monthlyFee', 'term'] as const
  describe.each(bothEditions)('under %s', (id) => {
    promises({ id, clause: '第2章1.(7)ウ', rule: 'conditions-are-explained' }, items)
  })
})

describe('第2章1.(7)エ under 1.1 leaving early is explained', () => {
  promises({ id: '1.1', clause: '第2章1.(7)エ', rule: 'leaving-is-explained' }, ['penalty', 'rightToCancel'])
})

describe('第2章1.(7)オ under 1.2 leaving early is explained', () => {
  promises({ id: '1.2', clause: '第2章1.(7)オ', rule: 'leaving-is-explained' }, ['penalty', 'rightToCancel'])
})

describe('第2章1.(5) under 1.1 what the user pays itself is explained', () => {
  promises({ id: '1.1', clause: '第2章1.(5)', rule: 'self-pay-is-explained' }, ['insurance', 'selfPay'])

  test('under 1.2 the separate explanation stands in its place', () => {
    const items = ['initialFee', 'monthlyFee', 'term', 'penalty', 'rightToCancel'] as const
    expect(judged('1.2', 'conclusion', conclusion({ explanation: { ...explanation, items } }))).toEqual([])
  })
})

describe('an explanation that is on record without its items (E6)', () => {
  const asAWhole = { ...explanation, items: [], listed: false }

  test('is neither kept nor breached by any duty that asks for items', () => {
    const of = (id: EditionId) => doubted(id, 'conclusion', conclusion({ explanation: asAWhole }))
    const where = 'explanation.items'
    expect(of('1.1')).toEqual([
      `notItemised self-pay-is-explained ${where}`,
      `notItemised conditions-are-explained ${where}`,
      `notItemised leaving-is-explained ${where}`,
    ])
    expect(of('1.2')).toEqual([
      `notItemised conditions-are-explained ${where}`,
      `notItemised leaving-is-explained ${where}`,
    ])
    expect(judged('1.2', 'conclusion', conclusion({ explanation: asAWhole }))).toEqual([])
  })
  test('still has to lie before the contract', () =>
    expect(
      judged('1.2', 'conclusion', conclusion({ explanation: asAWhole, signedOn: plainDate('2026-09-29') })),
    ).toMatchObject([{ where: 'explanation.on' }, { where: 'explanation.on' }]))
  test('is asked of nobody who listed them', () =>
    expect(doubted('1.1', 'conclusion', conclusion({ explanation: { ...explanation, listed: true } }))).toEqual([]))
})

describe('an explanation that satisfies every duty', () => {
  test('that was never given is told by what each duty wants explained', () => {
    expect(whys('1.1', 'conclusion', conclusion({ explanation: null }))).toEqual([
      '自己負担が生じる場合とその範囲を口頭又は書面で説明した記録がありません。',
      '初期費用・契約年数などの条件を口頭又は書面で説明した記録がありません。',
      '途中解約の違約金と解除の権利を口頭又は書面で説明した記録がありません。',
    ])
  })
  test('leaves nothing to say under either edition', () => {
    expect(judged('1.1', 'conclusion', conclusion())).toEqual([])
    expect(judged('1.2', 'conclusion', conclusion())).toEqual([])
  })
  test('that was never given is told once by each duty', () => {
    expect(judged('1.1', 'conclusion', conclusion({ explanation: null }))).toHaveLength(3)
    expect(judged('1.2', 'conclusion', conclusion({ explanation: null }))).toHaveLength(2)
  })
})
