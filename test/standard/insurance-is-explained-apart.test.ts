import { describe, expect, test } from 'vitest'
import { judged, service, type EditionId } from './given.ts'

const explainedBy = (id: EditionId, explanatoryMaterial: string | null) => {
  const { insurance } = service('combined')
  return judged(id, 'service-version', service('combined', { insurance: { ...insurance, explanatoryMaterial } }))
}

describe('第2章1.(5) a separate plain explanation of the insurance exists', () => {
  test('one that is named holds', () => expect(explainedBy('1.2', 'insurance-guide-v3')).toEqual([]))
  test.each([null, '', ' ', '\u3000'])('%j names none', (material) =>
    expect(explainedBy('1.2', material)).toEqual([
      {
        clause: '第2章1.(5)',
        rule: 'insurance-is-explained-apart',
        where: 'facts.insurance.explanatoryMaterial',
      },
    ]),
  )
  test('1.1 does not ask for one', () => expect(explainedBy('1.1', null)).toEqual([]))
})
