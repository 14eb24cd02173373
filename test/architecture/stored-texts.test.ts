import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { filesIn } from './imports.ts'

/** The checker and the verifier read by themselves what they judge, and share no reader with what wrote it. */
const byThemselves = /^functions\/(audit|verify)\//

/** What may become of a text that was parsed: a schema reads it, it is written again, or it is known to be unknown. */
const judged = [
  /\.(?:safeParse|parse)\(JSON\.parse\(/,
  /: unknown =(?:>)? JSON\.parse\(/,
  /\b(?:canonical|String)\(JSON\.parse\(/,
]

const bareIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.includes('JSON.parse(') && !/^\s*(?:\*|\/\/)/.test(line))
    .filter((line) => !judged.some((way) => way.test(line)))

describe('a text that is read back', () => {
  test('is taken for a type nowhere, without a schema: only the reader of stored forms parses as it comes', () => {
    const bare = ['functions', 'shared']
      .flatMap(filesIn)
      .filter((path) => !byThemselves.test(path))
      .flatMap((path) => bareIn(readFileSync(path, 'utf8')).map((line) => `${path}: ${line.trim()}`))
    expect(bare).toEqual(['functions/ports/stored-forms.ts: return JSON.parse(text)'])
  })

  test.each(['const one = JSON.parse(text) as Thing', 'let place: Place | null = JSON.parse(text)'])(
    'would be found where it is: %s',
    (line) => {
      expect(bareIn(line)).toEqual([line])
    },
  )
})
