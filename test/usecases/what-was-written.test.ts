import { describe, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/people.ts'
import { bareSubjects } from '../support/bare-subjects.ts'
import { figure } from '../support/figures.ts'
import { type Ask, newHouse } from '../support/house.ts'
import { newPen, placesOf, type Shown } from '../support/pen.ts'
import { lines, sceneIn } from '../support/scene.ts'
import { notReadBack } from '../support/texts-apart.ts'
import { walkArchives } from '../support/walks/archives.ts'
import { walkContracts } from '../support/walks/contracts.ts'
import { walkMembers } from '../support/walks/members.ts'
import { walkServices } from '../support/walks/services.ts'
import { walkTakeovers } from '../support/walks/takeovers.ts'

const house = await newHouse()
const scene = await sceneIn(house)
const pen = newPen()

/** Lines that end something: they come last. */
const ending =
  /^(terminate|annul|cancel|dispose|withdraw|lift|decline|close|approve|restrict|propose|confirm|attestation)/
const inOrder = [...lines.filter(([name]) => !ending.test(name)), ...lines.filter(([name]) => ending.test(name))]

const rolesOf = (who: (typeof lines)[number][1]['who']): readonly Role[] => (who === 'anyone' ? [] : who)

/** Sends each line's sample with its texts marked, as whoever it is accepted from, after walking what samples do not reach. */
const written = async () => {
  for (const walk of [walkMembers, walkServices, walkContracts, walkTakeovers]) await walk(pen, scene)
  for (const [name, line] of inOrder) {
    const { path, body, ifMatch } = scene.requests[name]
    if (placesOf(line).length === 0 || body === undefined) continue
    for (const role of rolesOf(line.who))
      if ((await pen.tries(name, scene.askOf[role], path, body, ifMatch ? { ifMatch } : {})).status < 300) break
  }
  await house.settle()
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
const shown = async (): Promise<readonly Shown[]> => {
  const readers = [scene.askOf.entityAdmin, scene.askOf.resellerAdmin, scene.askOf.ipa, scene.askOf.operator]
  const reading = lines
    .map(([, line]) => line)
    .filter(({ method, media }) => method === 'GET' && (media ?? 'text').startsWith('text'))
  const lists = reading.filter(({ path }) => !path.includes('{') && path !== '/v1/openapi.json')
  const single = reading.filter(({ path }) => /^[^{]*\{(\w+)\}(?:\/[a-z-]+)?$/.test(path))
  const all: Shown[] = []
  const read = async (ask: Ask, path: string) => void all.push({ path, text: (await ask.get(path)).text })
  for (const ask of readers) for (const { path } of lists) await read(ask, path)
  const ids = [...new Set(all.flatMap(({ text }) => idsIn(text)))]
  for (const ask of readers)
    for (const { path } of single) {
      const [, param = ''] = /\{(\w+)\}/.exec(path) ?? []
      for (const id of ids.filter((one) => one.startsWith(`${prefixOf[param]}_`)))
        await read(ask, path.replace(`{${param}}`, id))
    }
  const services = ids.filter((id) => id.startsWith('svc_'))
  for (const id of services)
    for (const number of [1, 2, 3]) await read(scene.askOf.entityAdmin, `/v1/services/${id}/versions/${number}`)
  return all
}

/** Everything that was entered, and everything that was shown then. */
const walked = async () => {
  await written()
  const now = await shown()
  await walkArchives(pen, house)
  return [...now, ...pen.read]
}
const everything = await walked()

describe('every text a person may enter is shown to those it concerns', () => {
  test('each free text of an input is found in a view, or stands on a list that says why not', () => {
    const texts = everything
      .map(({ text }) => text)
      .join('\n')
      .normalize('NFKC')
    const places = lines.flatMap(([name, line]) => placesOf(line).map((place) => `${name} ${place}`))
    const found = places.filter((place) => (pen.marks.get(place) ?? []).some((mark) => texts.includes(mark)))
    const apart = new Set(Object.keys(notReadBack))
    expect(places.filter((place) => !found.includes(place) && !apart.has(place))).toEqual([])
    expect(found.filter((place) => apart.has(place))).toEqual([])
    expect([...apart].filter((place) => !places.includes(place))).toEqual([])
    figure('free texts of inputs', places.length)
    figure('free texts found in a view', found.length)
  })
})

describe('a person is shown by name', () => {
  test('no view says who did something by the subject alone', () => {
    expect(bareSubjects(everything)).toEqual([])
  })
})
