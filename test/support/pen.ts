import { type RouteName, routes } from '../../shared/api/routes/index.ts'
import type { Route } from '../../shared/api/route.ts'
import { freeTextsOf, markedBody } from './free-texts.ts'
import type { Ask, Reply } from './house.ts'
import { good } from './parties.ts'
import { formed } from './texts-apart.ts'

/** Free texts of a line by place; what is held to a form by a rule is none. */
export const placesOf = (line: Route): readonly string[] =>
  freeTextsOf(line).filter((place) => !((place.split('.').at(-1) ?? '') in formed))

const kana = [...'あいうえおかきくけこ']

/** Mark that its place takes: a reading takes kana alone. */
const markFor = (place: string, n: number): string =>
  place.endsWith('reading') ? `しるし${[...String(n)].map((digit) => kana[Number(digit)]).join('')}ん` : `印${n}号`

/** What a view said. */
export type Shown = { readonly path: string; readonly text: string }

/** Enters texts, each with a mark by which it can be found again, and keeps the marks by line and place. */
export type Pen = {
  readonly marks: ReadonlyMap<string, readonly string[]>
  /** Sends a line's body with its texts marked, and keeps the marks where it was taken. */
  readonly tries: (
    name: RouteName,
    ask: Ask,
    path: string,
    body: unknown,
    more?: { readonly ifMatch?: string },
  ) => Promise<Reply>
  /** The same, where it must be taken; gives the answer. */
  readonly writes: (
    name: RouteName,
    ask: Ask,
    path: string,
    body: unknown,
    more?: { readonly ifMatch?: string },
  ) => Promise<any>
  /** Reads a view that nobody else may read, or that is there for a while only. */
  readonly reads: (ask: Ask, path: string) => Promise<any>
  /** What was read. */
  readonly read: readonly Shown[]
}

export const newPen = (): Pen => {
  const marks = new Map<string, string[]>()
  const read: Shown[] = []
  let n = 0
  const tries: Pen['tries'] = async (name, ask, path, body, more = {}) => {
    const places = placesOf(routes[name])
    const { body: marked, marks: made } = markedBody(body, places, (place) => markFor(place, (n += 1)))
    const reply = await ask.post(path, marked, more)
    if (reply.status < 300)
      for (const [place, mark] of made) marks.set(`${name} ${place}`, [...(marks.get(`${name} ${place}`) ?? []), mark])
    return reply
  }
  return {
    marks,
    tries,
    writes: async (...given) => good(await tries(...given)),
    reads: async (ask, path) => {
      const reply = await ask.get(path)
      read.push({ path, text: reply.text })
      return good(reply)
    },
    read,
  }
}
