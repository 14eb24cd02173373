import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const importPattern = /(?:^(?:import|export|\})[^'\n]*from |^import |\bimport\()'([^'\n]+)'/gm

/** Every module reached from some, and every package. */
const reachedFrom = (paths: readonly string[]): ReadonlySet<string> => {
  const reached = new Set<string>()
  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    if (!existsSync(path)) return
    for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(importPattern))
      visit(specifier.startsWith('.') ? join(dirname(path), specifier) : specifier)
  }
  paths.forEach(visit)
  return reached
}

test('the checker reads the table with its own eyes: it shares no rule with the platform', () => {
  const here = resolve('functions/audit')
  const reached = [...reachedFrom([join(here, 'examine.ts'), join(here, 'index.ts')])]
  expect(reached.length).toBeGreaterThan(30)
  const modules = reached.filter((path) => path.startsWith('/'))
  // The verifier of evidence packages shares nothing with whoever writes them either.
  for (const path of modules)
    expect(path).toMatch(
      /\/(?:functions\/(?:audit|verify)\/|shared\/domain\/(?:search-name|kanji-variants|legal-forms)\.ts$)/,
    )
  expect(reached.filter((path) => !path.startsWith('/')).sort()).toEqual([
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/lib-dynamodb',
    '@holiday-jp/holiday_jp/lib/holidays.js',
    'canonicalize',
    'csv-parse/sync',
    'fflate',
    'node:crypto',
    'node:fs',
    'node:path',
    'node:timers/promises',
    'node:util',
    'node:zlib',
  ])
})
