import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverFor } from '../../functions/local/server.ts'
import { pagesBeside } from '../../functions/local/pages.ts'
import { problems } from '../../shared/api/problem.ts'
import { labelOfFacet } from '../../shared/domain/contract/coverage.ts'
import { labelOfItem } from '../../shared/domain/disclosure-items.ts'
import { obligationStages, obligationOf } from '../../shared/domain/discontinuance/obligation.ts'
import { labelOfGround } from '../../shared/domain/discontinuance/grounds.ts'
import { prefectures } from '../../shared/domain/places.ts'
import {
  inWords,
  obligationWords,
  prefectures as prefecturesAtConsole,
  words,
  wordsOfCoverage,
} from '../support/console.ts'

const room = 'web/console'
const modules = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => join(room, file))
const textOf = (path: string): string => readFileSync(path, 'utf8')
const importsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^(?:import|\}) ?[^'\n]*from '([^'\n]+)'|^import '([^'\n]+)'/gm)].map(
    ([, named, bare]) => named ?? bare ?? '',
  )

describe('the pages of the console', () => {
  const never = (): never => {
    throw new Error('not asked for here')
  }
  const issuer = { issuer: {} as never, jwks: async () => ({}), tokenFor: async () => undefined }
  const server = serverFor(never, pagesBeside({ read: () => [] } as never, issuer, {} as never), {
    isUp: () => true,
    onTrouble: never,
  })
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => void server.close())

  test.each(['/console', '/console/', '/console/paper.html'])('%s is served, framed by nobody', async (path) => {
    const page = await fetch(url + path)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const html = await page.text()
    const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html) ?? []
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toContain("base-uri 'none'; form-action 'none'")
    // Only the papers, whose style stands in them, may have one; no script may.
    expect(policy.includes('unsafe')).toBe(path.endsWith('paper.html'))
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
    for (const [, address = ''] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect((await fetch(url + address)).status, address).toBe(200)
  })

  test('the first page leads there, and on this machine people are offered to try it as', async () => {
    expect(await (await fetch(url)).text()).toContain('href="/console/"')
    const { signIn } = (await (await fetch(`${url}/settings.json`)).json()) as {
      readonly signIn: { readonly kind: string; readonly people: readonly unknown[] }
    }
    expect(signIn.kind).toBe('local')
    expect(signIn.people.length).toBeGreaterThan(5)
  })
})

describe('the modules of the console', () => {
  test.each(modules)('%s can be read, and imports only what is there', (path) => {
    expect(transformSync(textOf(path), { format: 'esm' }).code).toBeTypeOf('string')
    for (const specifier of importsOf(path)) {
      expect(specifier).toMatch(/^\.\.?\//)
      expect(existsSync(join(dirname(path), specifier)), specifier).toBe(true)
    }
  })

  test.each(modules)('%s makes no markup of data, and keeps nothing beyond the tab', (path) => {
    expect(textOf(path)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|localStorage|document\.cookie|indexedDB/,
    )
  })

  test('the storage of the tab is asked for in one place', () => {
    const code = (path: string) => textOf(path).replace(/\/\*\*[\s\S]*?\*\//g, '')
    expect(modules.filter((path) => code(path).includes('sessionStorage'))).toEqual([join(room, 'storage.js')])
  })

  test.each(modules)('%s has at most 250 lines', (path) => {
    expect(textOf(path).split('\n').length).toBeLessThanOrEqual(251)
  })

  test('none lies about unused', () => {
    const reached = new Set<string>()
    const reach = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const specifier of importsOf(path)) reach(join(dirname(path), specifier))
    }
    for (const entry of ['console.js', 'paper.js']) reach(join(room, entry))
    // The shapes are types only; no browser asks for them.
    expect(modules.filter((path) => !reached.has(path))).toEqual([join(room, 'shapes.js')])
  })
})

describe('what the console knows of the API', () => {
  test('its words are those of the house', () => {
    const ja = (labels: Readonly<Record<string, { readonly ja: string }>>) =>
      Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label.ja]))
    expect(words.disclosureItems).toEqual(ja(labelOfItem))
    expect(words.grounds).toEqual(ja(labelOfGround))
    expect(obligationWords.obligations).toEqual(
      Object.fromEntries(Object.entries(obligationOf).map(([code, { what }]) => [code, what.ja])),
    )
    expect(Object.keys(obligationWords.obligationStages)).toEqual([...obligationStages])
    expect(wordsOfCoverage.facets).toEqual(ja(labelOfFacet))
    expect(prefecturesAtConsole).toEqual(prefectures)
  })

  test.each(Object.keys(problems))('a problem of the kind %s is said in Japanese', (kind) => {
    const { what, act } = inWords({ kind })
    for (const said of [what, act]) expect(said).toMatch(/^[^a-z]*[ぁ-ん][^a-z]*$/)
    expect(what).not.toBe('思いがけない返事がありました')
  })
})
