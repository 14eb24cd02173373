import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { problems } from '../../shared/api/problem.ts'
import { documentRoutes } from '../../shared/api/routes/documents.ts'
import { ownRoutes } from '../../shared/api/routes/own.ts'
import { signingRoutes } from '../../shared/api/routes/signing.ts'
import { linkPurposes } from '../../shared/domain/contract/link.ts'

const room = 'web/sign'
const modules = readdirSync(room)
  .filter((file) => file.endsWith('.js'))
  .map((file) => join(room, file))
const textOf = (path: string): string => readFileSync(path, 'utf8')
const codeOf = (path: string): string => textOf(path).replace(/\/\*\*[\s\S]*?\*\//g, '')
const importsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^(?:import|\}) ?[^'\n]*from '([^'\n]+)'/gm)].map(([, named]) => named ?? '')
/** The page of a link, and the one on which a link is asked for: each with the module it begins with. */
const pages = ['index.html', 'ask.html'].map((file) => textOf(join(room, file)))
const page = pages.join('\n')
const templates = new Map(
  [...page.matchAll(/<template id="([\w-]+)">([\s\S]*?)<\/template>/g)].map(([, id, html]) => [id, html ?? '']),
)

// The browser's own module, as it would load it: plain JavaScript, typed under web/.
const { inWords } = await import(new URL('../../web/sign/words.js', import.meta.url).href)

describe('the page an SME signs on', () => {
  test('runs no script and no style but its own, and takes no form anywhere', () => {
    for (const one of pages) {
      const [, policy = ''] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(one) ?? []
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("base-uri 'none'; form-action 'none'")
      expect(policy).not.toContain('unsafe')
    }
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/)
  })

  test('names nothing twice within what is shown at once', () => {
    for (const [id, html] of templates) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, one]) => one)
      expect(new Set(ids).size, id).toBe(ids.length)
      for (const [, names = ''] of html.matchAll(/(?:aria-describedby|aria-controls|for)="([^"]+)"/g))
        for (const name of names.split(' ')) expect(ids, `${id} speaks of ${name}`).toContain(name)
    }
  })

  test('asks name and capacity of whoever signs, confirms, disputes, or acts on the own page (C29)', () => {
    for (const id of ['sign', 'amend', 'confirm', 'speaker'])
      for (const name of ['name', 'nameError', 'title', 'titleError', 'fill'])
        expect(templates.get(id), `${id} ${name}`).toContain(`data-part="${name}"`)
  })

  test('says of papers to keep: save them yourself, as they came, and whom to ask', () => {
    const papers = templates.get('papers') ?? ''
    for (const name of ['lead', 'keep', 'none', 'files', 'unsealed', 'keeper', 'desk', 'back'])
      expect(papers, name).toContain(`data-part="${name}"`)
    expect(papers).toContain('届いたファイルのまま保存してください')
    expect(textOf('web/sign/papers.js')).toContain('お客様ご自身で、パソコンなどに保存してください')
  })

  test('says how a code comes by the kind of number, and leads to the letter where none comes', () => {
    for (const word of ['060・070・080・090', 'SMS', '固定電話か050', '手紙でお送りします'])
      expect(templates.get('start')).toContain(word)
    for (const word of ['0120・0800・0570', '海外', '数日かかります', '14日間'])
      expect(templates.get('letter')).toContain(word)
    // Offered before a code is sent, and where one did not arrive.
    for (const id of ['start', 'code']) expect(templates.get(id), id).toContain('data-part="letter"')
    // Whoever has the letter in hand comes days later, in another tab, and has no code sent first.
    expect(templates.get('start')).toContain('手紙のコードを入れる')
  })

  test.each(modules)('%s asks for no part that is nowhere on the page', (path) => {
    const asked = [...codeOf(path).matchAll(/(?:part|field|onPress)\(\w+, '(\w+)'/g)].map(([, name]) => name)
    for (const name of asked) expect(page, name).toContain(`data-part="${name}"`)
  })

  test('has every template its modules copy, and none besides', () => {
    const copied = modules.flatMap((path) =>
      [...codeOf(path).matchAll(/copyOf\('([\w-]+)'\)/g)].map(([, name]) => name ?? ''),
    )
    // The answer's template bears the name of what the link is for.
    expect(new Set([...copied, 'sign', 'confirm', 'amend'])).toEqual(new Set(templates.keys()))
  })

  test.each(modules)('%s can be read, and imports only what is there', (path) => {
    expect(transformSync(textOf(path), { format: 'esm' }).code).toBeTypeOf('string')
    for (const specifier of importsOf(path)) {
      expect(specifier).toMatch(/^\.\//)
      expect(existsSync(join(dirname(path), specifier)), specifier).toBe(true)
    }
  })

  test.each(modules)('%s makes no markup of data, and keeps nothing beyond the tab', (path) => {
    expect(textOf(path)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|localStorage|document\.cookie|indexedDB/,
    )
  })

  test.each(modules)('%s has at most 250 lines', (path) => {
    expect(textOf(path).split('\n').length).toBeLessThanOrEqual(251)
  })

  test('names who sent the link before any code, and bears its name instead of the platform’s (23, 43)', () => {
    for (const name of ['from', 'title', 'lead']) expect(templates.get('start')).toContain(`data-part="${name}"`)
    for (const one of pages) expect(one).not.toContain('Musubi')
    // Whoever has an old phone finds the button without scrolling: what explains it stands below.
    const start = templates.get('start') ?? ''
    expect(start.indexOf('data-part="go"')).toBeLessThan(start.indexOf('これからすること'))
    // Each purpose has its own words and steps.
    for (const purpose of linkPurposes) {
      expect(textOf(join(room, 'start.js'))).toContain(`  ${purpose}: {`)
      expect(start, purpose).toMatch(new RegExp(`data-when="[^"]*\\b${purpose}\\b`))
    }
  })

  test('sends only what there is a route for', () => {
    const acts = [...textOf(join(room, 'api.js')).matchAll(/^ \* {3}'?([\w/-]+)'?: Line<'(\w+)'>/gm)]
    expect(acts).toHaveLength(14)
    for (const [, end, name = ''] of acts)
      expect({ ...signingRoutes, ...ownRoutes }[name as 'signContract']).toMatchObject({
        method: 'POST',
        path: `/v1/signing/${end}`,
      })
  })

  test('saves only papers there is a route for', () => {
    const names = [...textOf(join(room, 'files.js')).matchAll(/^ {2}'?([\w/-]+)'?: '/gm)].map(([, name]) => name)
    expect(names).toHaveLength(3)
    const printed = Object.values(documentRoutes).map(({ path }) => path)
    for (const name of names) expect(printed).toContain(`/v1/signing/${name}.pdf`)
  })

  test.each(Object.keys(problems))('a problem of the kind %s is said in Japanese', (kind) => {
    const { what, act } = inWords({ kind })
    for (const said of [what, act]) expect(said).toMatch(/^[^a-z]*[ぁ-ん][^a-z]*$/)
    expect(what).not.toContain('思いがけない返事がありました')
  })
})
