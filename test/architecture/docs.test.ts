import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
