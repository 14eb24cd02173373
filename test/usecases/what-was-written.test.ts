import { describe, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/people.ts'
import { figure } from '../support/figures.ts'
import { freeTextsOf, markedBody } from '../support/free-texts.ts'
import { newHouse } from '../support/house.ts'
import { lines, sceneIn, send } from '../support/scene.ts'
import { formed, notReadBack, notWalked } from '../support/texts-apart.ts'

const house = await newHouse()
const scene = await sceneIn(house)
/** Free texts of a line by place; what is held to a form by a rule is none. */
const placesOf = (line: (typeof lines)[number][1]): readonly string[] =>
  freeTextsOf(line).filter((place) => !((place.split('.').at(-1) ?? '') in formed))

/** Lines that end something: they come last. */
const ending =
  /^(terminate|annul|cancel|dispose|withdraw|lift|decline|close|approve|restrict|propose|confirm|attestation)/
const inOrder = [...lines.filter(([name]) => !ending.test(name)), ...lines.filter(([name]) => ending.test(name))]

const rolesOf = (who: (typeof lines)[number][1]['who']): readonly Role[] => (who === 'anyone' ? [] : who)

/** Sends each line's sample with its texts marked, as whoever it is accepted from; gives the marks by line and place. */
const written = async () => {
  const marks = new Map<string, string>()
  let n = 0
  for (const [name, line] of inOrder) {
    const places = placesOf(line)
    const sample = scene.requests[name]
    if (places.length === 0 || sample.body === undefined) continue
    const walked = places.filter((place) => !(`${name} ${place}` in notReadBack))
    const { body, marks: made } = markedBody(sample.body, walked, () => `印${(n += 1)}号`)
    for (const role of rolesOf(line.who)) {
      const { status } = await send(scene.askOf[role], line, { ...sample, body })
      if (status >= 300) continue
      for (const [place, mark] of made) marks.set(`${name} ${place}`, mark)
      break
    }
  }
  await house.settle()
  return marks
}

const idsIn = (text: string): readonly string[] =>
  text.match(/\b(?:ctr|svc|rsl|dsc|sbm|cnc|exc|rdc|opr)_[0-9a-z]{26,38}\b/g) ?? []
const prefixOf: Readonly<Record<string, string>> = {
  contractId: 'ctr',
  serviceId: 'svc',
  resellerId: 'rsl',
  discontinuanceId: 'dsc',
  submissionId: 'sbm',
  concernId: 'cnc',
  exceptionId: 'exc',
  redisclosureId: 'rdc',
  operationId: 'opr',
}

/** Everything that the lists, and the things they name, say to somebody. */
const shown = async (): Promise<string> => {
  const readers = [scene.askOf.entityAdmin, scene.askOf.resellerAdmin, scene.askOf.ipa, scene.askOf.operator]
  const reading = lines
    .map(([, line]) => line)
    .filter(({ method, media }) => method === 'GET' && (media ?? 'text').startsWith('text'))
  const lists = reading.filter(({ path }) => !path.includes('{') && path !== '/v1/openapi.json')
  const single = reading.filter(({ path }) => /^[^{]*\{(\w+)\}(?:\/[a-z-]+)?$/.test(path))
  const texts: string[] = []
  for (const ask of readers) for (const { path } of lists) texts.push((await ask.get(path)).text)
  const ids = [...new Set(texts.flatMap(idsIn))]
  for (const ask of readers)
    for (const { path } of single) {
      const [, param = ''] = /\{(\w+)\}/.exec(path) ?? []
      for (const id of ids.filter((one) => one.startsWith(`${prefixOf[param]}_`)))
        texts.push((await ask.get(path.replace(`{${param}}`, id))).text)
    }
  const services = ids.filter((id) => id.startsWith('svc_'))
  for (const id of services)
    for (const number of [1, 2, 3])
      texts.push((await scene.askOf.entityAdmin.get(`/v1/services/${id}/versions/${number}`)).text)
  return texts.join('\n')
}

describe('every text a person may enter is shown to those it concerns', () => {
  test('each free text of an input is found in a view, or stands on a list that says why not', async () => {
    const marks = await written()
    const everything = await shown()
    const places = lines.flatMap(([name, line]) => placesOf(line).map((place) => `${name} ${place}`))
    const found = places.filter((place) => everything.includes(marks.get(place) ?? '\0'))
    const apart = new Set([...Object.keys(notReadBack), ...notWalked])
    expect(places.filter((place) => !found.includes(place) && !apart.has(place))).toEqual([])
    expect(found.filter((place) => apart.has(place))).toEqual([])
    expect([...apart].filter((place) => !places.includes(place))).toEqual([])
    figure('free texts of inputs', places.length)
    figure('free texts found in a view', found.length)
  })
})
