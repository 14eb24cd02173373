import { beforeAll, expect, test } from 'vitest'
import type { RoleOfPeople } from '../../shared/domain/people.ts'
import { newHouse, type Ask, type House } from '../support/house.ts'
import { good, nextNumber } from '../support/parties.ts'
import { lines, sceneIn, type Scene } from '../support/scene.ts'
import { figure } from '../support/figures.ts'

let house: House
let scene: Scene
const gone = new Map<RoleOfPeople, Ask>()

beforeAll(async () => {
  house = await newHouse()
  scene = await sceneIn(house)
  const { askOf, people } = scene
  const by: Readonly<Record<RoleOfPeople, Ask>> = {
    operator: askOf.operator,
    ipa: askOf.ipa,
    entityAdmin: askOf.entityAdmin,
    entityStaff: askOf.entityAdmin,
    resellerAdmin: askOf.resellerAdmin,
    resellerStaff: askOf.resellerAdmin,
    registrationBody: askOf.registrationBody,
  }
  for (const [role, namer] of Object.entries(by) as [RoleOfPeople, Ask][]) {
    const person = { mail: `gone${nextNumber()}@somewhere.example.jp`, name: '去った 人', role }
    const { sub } = good(await namer.post('/v1/members', person))
    await house.signedIn(person.mail)
    good(await namer.post(`/v1/members/${sub}/remove`, { reason: '退職のため' }))
    gone.set(role, house.as({ ...people[role], sub }))
  }
}, 120_000)

test('the token of a person who was removed is refused on every writing line, in every role that may call it', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const [name, line] of lines) {
    if (line.effect !== 'changes' || line.who === 'anyone') continue
    const { path, body, ifMatch } = scene.requests[name]
    for (const role of line.who) {
      const ask = role === 'sme' ? undefined : gone.get(role)
      if (!ask) continue
      asked += 1
      const { status, body: said } = await ask.post(path, body, ifMatch ? { ifMatch } : {})
      if (status !== 403 || said.kind !== 'no-longer-member') wrong.push(`${role} ${name}: ${status} ${said.kind}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(250)
  figure('writing lines tried with the token of a removed person, by role', asked)
})
