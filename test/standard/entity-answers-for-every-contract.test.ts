import { describe, expect, test } from 'vitest'
import { discontinuance, judged, type EditionId } from './given.ts'

const takenOver = (id: EditionId, contractsTakenOver: number, contractsListed: number) =>
  judged(id, 'discontinuance', discontinuance({ contractsListed, contractsTakenOver }))
const left = [{ clause: '第2章1.(10)', rule: 'entity-answers-for-every-contract', where: 'list' }]

describe('第2章1.(10) the implementing entity answers for every contract', () => {
  test('all of them hold', () => expect(takenOver('1.2', 37, 37)).toEqual([]))
  test('all but one are refused', () => expect(takenOver('1.2', 36, 37)).toEqual(left))
  test('so is none of them', () => expect(takenOver('1.2', 0, 37)).toEqual(left))
  test('a reseller without contracts leaves nobody behind', () => expect(takenOver('1.2', 0, 0)).toEqual([]))
  test('1.1 has no such clause', () => expect(takenOver('1.1', 0, 37)).toEqual([]))
})
