import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayImport } from './doors.ts'
import { filesBehind, filesIn, importsOf, knotsIn } from './imports.ts'

const rooms = Object.keys(mayImport)
const sources = ['shared', 'functions', 'infra'].flatMap(filesIn)

const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`))
const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

describe('the rooms of the house', () => {
  test.each(rooms)('%s looks only where it may', (room) => {
    const strange = sources
      .filter((source) => roomOf(source) === room)
      .flatMap((path) =>
        importsOf(path)
          .filter((specifier) => {
            const file = join(dirname(path), specifier)
            const target = specifier.startsWith('.') ? roomOf(file) : packageOf(specifier)
            return target !== room && ![target, file].some((one) => mayImport[room]?.includes(one ?? ''))
          })
          .map((specifier) => `${path} imports ${specifier}`),
      )
    expect(strange).toEqual([])
  })

  test('no two folders, and no two files, of the product see each other, not even by their types', () => {
    const product = sources.filter((path) => !path.startsWith('infra/'))
    const files = new Map(product.map((path) => [path, new Set(filesBehind(path))]))
    const folders = new Map<string, Set<string>>()
    for (const [path, behind] of files) {
      const seen = folders.get(dirname(path)) ?? new Set()
      for (const other of behind) if (dirname(other) !== dirname(path)) seen.add(dirname(other))
      folders.set(dirname(path), seen)
    }
    expect(knotsIn(files)).toEqual([])
    expect(knotsIn(folders)).toEqual([])
  })

  test('a knot would be found', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b', 'd'])],
      ['d', new Set<string>()],
    ])
    expect(knotsIn(graph)).toEqual([['b', 'c']])
  })

  test('every use case is a verb: its file has a handler, or gathers those of its folder', () => {
    const without = sources
      .filter((path) => path.startsWith('functions/usecases/') && !path.endsWith('/index.ts'))
      .filter((path) => !readFileSync(path, 'utf8').includes('HandlerOf<'))
    expect(without).toEqual([])
  })

  test('every source file is in a room', () => {
    for (const path of sources) expect(roomOf(path), path).toBeDefined()
  })

  test('only entry points read the environment', () => {
    const entries = [
      /^functions\/(http\/(commands|queries|prints)|jobs\/[\w-]+\/index|audit\/index|local\/(serve|upgrade))\.ts$/,
      /^infra\/app\.ts$/,
    ]
    for (const path of sources.filter((source) => !entries.some((entry) => entry.test(source)))) {
      expect(readFileSync(path, 'utf8'), path).not.toContain('process.env')
    }
  })

  test('only adapters of the clock and of ids know what time it is and what is random', () => {
    for (const path of sources.filter((source) =>
      /^shared\/|^functions\/(application|notifications|ports|processes|usecases|views)\//.test(source),
    )) {
      const text = readFileSync(path, 'utf8')
      expect(text, path).not.toMatch(/Date\.now\(|new Date\(\)|randomUUID|randomBytes/)
    }
  })

  test('no module keeps a variable of its own: files of tests share a worker', () => {
    // Numbers that begin anew before each file of tests, what one file alone imports, and what is run by itself.
    const kept = new Set([
      'test/support/numbers.ts',
      'test/domain/contract/ten-years.ts',
      'functions/local/serve.ts',
      'test/documents/independent-check.ts',
    ])
    const modules = filesIn('test').filter((path) => !path.endsWith('.test.ts'))
    for (const path of [...sources, ...modules].filter((path) => !kept.has(path)))
      expect(readFileSync(path, 'utf8'), path).not.toMatch(/^(export )?let /m)
  })

  test('the top level holds what is fixed, and what was agreed beside it', () => {
    const fixed = ['infra', 'functions', 'shared', 'test', 'cdk.json', 'package.json', 'tsconfig.json', 'README.md']
    const beside = [
      'web',
      'docs',
      '.ci',
      'LICENSE',
      'CHANGELOG.md',
      'package-lock.json',
      'biome.json',
      'stryker.config.json',
      'vitest.config.ts',
      '.oxlintrc.json',
      '.npmrc',
      '.gitignore',
    ]
    const made = ['.git', 'node_modules', '.cache', '.data', 'cdk.out']
    for (const entry of readdirSync('.')) expect([...fixed, ...beside, ...made]).toContain(entry)
  })

  test('files stay small enough to read', () => {
    for (const path of [...sources, ...filesIn('test')]) {
      expect(readFileSync(path, 'utf8').split('\n').length, path).toBeLessThanOrEqual(250)
    }
  })

  test('no room is a drawer for whatever has no place', () => {
    for (const path of [...sources, ...filesIn('test')])
      expect(path).not.toMatch(/\b(utils?|helpers?|misc|common)\b\.?(ts|\/)/)
  })
})
