import { describe, expect, test } from 'vitest'
import { charactersAtRisk, withCodePoints } from '../../shared/domain/characters-at-risk.ts'

describe('characters that may be drawn as their base form', () => {
  test('are those with a variation selector, each once, in order', () => {
    expect(charactersAtRisk('渡邉\u{e0102}と葛\u{e0100}、また邉\u{e0102}', '祇\u{fe00}園')).toEqual([
      '邉\u{e0102}',
      '葛\u{e0100}',
      '祇\u{fe00}',
    ])
    for (const edge of ['\u{fe00}', '\u{fe0f}', '\u{e0100}', '\u{e01ef}'])
      expect(charactersAtRisk(`字${edge}`)).toEqual([`字${edge}`])
    for (const beyond of ['\u{fdff}', '\u{fe10}', '\u{e01f0}', '髙﨑𠮷'])
      expect(charactersAtRisk(`字${beyond}`)).toEqual([])
  })

  test('are one with all the marks that follow them', () =>
    expect(charactersAtRisk('字\u{fe00}\u{e0100}')).toEqual(['字\u{fe00}\u{e0100}']))

  test('are told with their code points, of four digits at least', () => {
    expect(withCodePoints('邉\u{e0102}')).toBe('「邉\u{e0102}」（U+9089 U+E0102）')
    expect(withCodePoints('A')).toBe('「A」（U+0041）')
  })
})
