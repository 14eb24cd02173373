import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayImport } from './doors.ts'

const pages = ['README.md', ...globSync('docs/**/*.md')].toSorted()
const files = ['shared', 'functions', 'infra', 'test', 'web', 'docs'].flatMap((room) => [
  room,
  ...globSync(`${room}/**/*`),
])

/** Paths from the project's folder on, wherever a page names one. What has a hole in it (`NNN`, `from-N-to-N`, `*`) names none. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w./-])(?:shared|functions|infra|test|web|docs)\/[\w./*-]+/g)]
    .map(([path]) => path.replace(/[./-]+$/, ''))
    .filter((path) => !/\*|NNN|-N-/.test(path))

/** Names of source files, which may leave out the folders before them. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.ts)`/g)].map(([, name = '']) => name).filter((name) => !/-N-/.test(name))

/** Pages and files that a link leads to. */
const linksIn = (page: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map(([, to = '']) => join(dirname(page), to))

const isSomewhere = (name: string): boolean =>
  existsSync(name) || files.some((file) => file === name || file.endsWith(`/${name}`))

/** What a page names that is not there. */
const missingIn = (page: string, text: string): readonly string[] => [
  ...[...pathsIn(text), ...linksIn(page, text)].filter((path) => !existsSync(path)),
  ...namesIn(text).filter((name) => !isSomewhere(name)),
]

describe('what the documents name is there', () => {
  test.each(pages)('%s', (page) => {
    expect(missingIn(page, readFileSync(page, 'utf8'))).toEqual([])
  })

  test('the list of decisions names every decision once, and no other', () => {
    const list = readFileSync('docs/decisions/README.md', 'utf8')
    const listed = [...list.matchAll(/^(\d+)\. \[.+\]\(([\w-]+\.md)\)$/gm)].map(([, number, file = '']) => {
      expect(file).toMatch(new RegExp(`^0*${number}-`))
      return file
    })
    const written = globSync('docs/decisions/*.md').map((path) => basename(path))
    expect(listed.toSorted()).toEqual(written.filter((file) => file !== 'README.md').toSorted())
  })

  test('a number that no decision has is said to be none', () => {
    const said =
      /A number\s+that is missing \(([^)]+)\)/.exec(readFileSync('docs/decisions/README.md', 'utf8'))?.[1] ?? ''
    const missing = said.split(', ').flatMap((span) => {
      const [first = 0, last = first] = span.split('–').map(Number)
      return Array.from({ length: last - first + 1 }, (_, place) => first + place)
    })
    const written = globSync('docs/decisions/*-*.md').map((path) => Number.parseInt(basename(path), 10))
    const all = Array.from({ length: Math.max(...written) }, (_, place) => place + 1)
    expect(missing.filter((number) => written.includes(number))).toEqual([])
    // The last ones may still be on their way.
    expect(all.filter((number) => number < 109 && !written.includes(number))).toEqual(missing)
  })

  test('what is not there would be seen', () => {
    const text =
      'See `functions/usecases/none.ts`, shared/nowhere/ and `gone.ts`, [this](gone.md) and `test/architecture`.'
    expect(missingIn('docs/page.md', text)).toEqual([
      'functions/usecases/none.ts',
      'shared/nowhere',
      'docs/gone.md',
      'functions/usecases/none.ts',
      'gone.ts',
    ])
  })

  test('the map of rooms names every room that a test keeps', () => {
    for (const page of ['README.md', 'docs/architecture.md']) {
      const text = readFileSync(page, 'utf8')
      expect(
        Object.keys(mayImport).filter((room) => !new RegExp(`(?<![\\w/])${room}(?![\\w/-])`).test(text)),
        page,
      ).toEqual([])
    }
  })
})
