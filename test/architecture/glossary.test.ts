import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The lines of the glossary's table, cell by cell. */
const lines = readFileSync('shared/domain/GLOSSARY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| word '))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )

/** The words a line defines, however they are written. */
const wordsOf = ([words = '']: readonly string[]): readonly string[] =>
  words.split(', ').map((word) => word.replaceAll('`', '').toLowerCase())

const twiceIn = (words: readonly string[]): readonly string[] => [
  ...new Set(words.filter((word, index) => words.indexOf(word) !== index)),
]

test('no word of the glossary is defined twice, nor two meanings in one place', () => {
  expect(lines.length).toBeGreaterThan(90)
  expect(twiceIn(lines.flatMap(wordsOf))).toEqual([])
  // A word with its meaning in brackets behind it is a word with another meaning elsewhere.
  expect(lines.flatMap(wordsOf).filter((word) => /[()]/.test(word))).toEqual([])
})

test('every word of the glossary has its Japanese and says what it is', () => {
  for (const [words, ja, what, , ...more] of lines) {
    expect([words, more]).toEqual([words, []])
    expect(ja, words).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(what?.length, words).toBeGreaterThan(5)
  }
})

test('a word that stands there twice would be seen', () => {
  const line = (words: string) => wordsOf([words])
  expect(twiceIn([...line('`Consent`, receipt'), ...line('delivery, receipt')])).toEqual(['receipt'])
  expect(twiceIn([...line('gap'), ...line('`Gap`')])).toEqual(['gap'])
})
