import { expect } from 'vitest'
import { routes, type RouteName } from '../../shared/api/routes/index.ts'
import type { Ask } from './house.ts'

// The browser's own modules, as it would load them: plain JavaScript, typed under web/.
const load = async (name: string): Promise<any> => import(new URL(`../../web/console/${name}`, import.meta.url).href)

export const {
  calls,
}: { readonly calls: Readonly<Record<string, { method: string; path: string; who: readonly string[] }>> } =
  await load('generated/calls.js')
export const { addressOf }: { readonly addressOf: (name: string, params?: object, query?: object) => string } =
  await load('calls.js')
export const people = await load('generated/people.js')
export const memberships = await load('memberships.js')
export const membershipChoice = await load('membership-choice.js')
export const words = await load('words.js')
export const wordsOfCoverage = await load('words-of-coverage.js')
export const { works } = wordsOfCoverage
export const { prefectures } = await load('places.js')
export const obligationWords = await load('obligation-words.js')
export const { inWords } = await load('problems.js')
export const { requestOf, missingFields, placed } = await load('given.js')
export const { blocksFor, pageAt, menuFor } = await load('routing.js')
export const { factsAsGiven } = await load('pages/service-facts-given.js')
export const { pages } = await load('pages.js')

type Who = { readonly role: string; readonly sub: string; readonly tenant: string }
type Values = Readonly<Record<string, unknown>>

/** Everything a screen says of its own, whatever it shows. */
const ownWords = (screen: any): readonly string[] => [
  screen.title,
  ...[screen.lead, screen.back?.text].filter(Boolean),
  ...screen.blocks.flatMap((block: any) => [
    ...[block.heading, block.submit, block.label, block.none, block.rehearse?.label].filter(Boolean),
    ...(block.columns ?? []),
    ...(block.lead ?? []),
    ...(block.fields ?? []).flatMap(wordsOfField),
    ...(block.kind === 'facts' ? block.rows.map(([term]: readonly string[]) => term) : []),
    ...(block.kind === 'links' ? block.items.map(({ text }: { text: string }) => text) : []),
    ...(block.kind === 'words' ? block.lines : []),
  ]),
]
const wordsOfField = ({ label, hint, of = [] }: any): readonly string[] => [
  label,
  ...(hint ? [hint] : []),
  ...of.flatMap(wordsOfField),
]

// Names of things that are written so in Japanese too; and, in a title, what the tests themselves named.
const latin = /IPA|CSV|PDF|JIS|SMS|SHA-256|UTF-8|\bJP\b|\bUS\b|NET|[LR]\d+(?=株式会社)/g

/** Someone at the console, without a browser: reads screens as it would, and sends their forms. */
export const atConsole = (ask: Ask, who: Who, today: string) => {
  const screenAt = async (hash: string): Promise<any> => {
    const found = pageAt(pages, who.role, hash)
    expect(found, `${who.role} has no screen at ${hash}`).toBeDefined()
    const { page, params, query } = found
    const loaded = await page.load({
      params,
      query,
      who: { ...who, today },
      ask: async (name: string, places?: object, asked?: object) => {
        const reply = await ask.get(addressOf(name, places, asked))
        expect(reply.status, `${hash} ${name} ${reply.text}`).toBe(200)
        return reply.body
      },
    })
    const screen = { ...loaded, blocks: blocksFor(pages, who.role, loaded.blocks) }
    for (const text of ownWords(screen)) {
      const left = text.replace(latin, '')
      expect(left, `${hash}: ${text}`).toMatch(/^[^A-Za-z]+$/)
    }
    return screen
  }
  const formNamed = (screen: any, name: string): any => {
    const form = screen.blocks.find((block: any) => block.kind === 'form' && block.name === name)
    expect(form, `no form ${name} on ${screen.title}`).toBeDefined()
    return form
  }
  /** What a form sends with these values in place of what it came filled in with. */
  const post = async (form: any, values: Values, dryRun = false) => {
    const filled = Object.fromEntries(form.fields.map((field: any) => [field.name, field.initial ?? '']))
    const given = { ...filled, ...values }
    expect(missingFields(form.fields, given).map(({ name }: any) => name)).toEqual([])
    // The route table says whether a version is wanted; the form must have one where it is.
    expect(form.ifMatch !== undefined).toBe('ifMatch' in routes[form.call as RouteName])
    return ask.post(
      addressOf(form.call, form.params, { dryRun: dryRun ? 'true' : undefined }),
      requestOf(form, given),
      form.ifMatch === undefined ? {} : { ifMatch: `"${form.ifMatch}"` },
    )
  }
  return {
    screenAt,
    menu: (): readonly string[] => menuFor(pages, who.role).map(({ text }: { text: string }) => text),
    /** Sends a form, and gives the address of the screen that follows. */
    sends: async (hash: string, name: string, values: Values = {}): Promise<string> => {
      const form = formNamed(await screenAt(hash), name)
      if (form.rehearse) {
        const tried = await post(form, values, true)
        expect(tried.status, tried.text).toBeLessThan(300)
        for (const line of form.rehearse.say(tried.body)) expect(line).toMatch(/[ぁ-んァ-ン一-龠]/)
      }
      const reply = await post(form, values)
      expect(reply.status, reply.text).toBeLessThan(300)
      const { say, to } = form.done(reply.body)
      expect(say).toMatch(/。$/)
      return to
    },
    /** Sends a form that is refused, and gives what is said beside its fields and below them. */
    isRefused: async (hash: string, name: string, values: Values = {}) => {
      const form = formNamed(await screenAt(hash), name)
      const reply = await post(form, values)
      expect(reply.status, reply.text).toBeGreaterThanOrEqual(400)
      const { what, sayings } = inWords(reply.body)
      const { beside, rest } = placed(form, sayings)
      return { what, fields: [...beside.keys()], beside, rest }
    },
  }
}
