import { describe, expect, test } from 'vitest'
import type { Role } from '../../shared/domain/people.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { lines, sceneIn, send } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const roles: readonly Role[] = [
  'operator',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'sme',
  'registrationBody',
  'ipa',
]

const scene = await sceneIn(await newHouse())

describe('who may do what', () => {
  test('every role is refused on every line that is not its own, and nothing is written', async () => {
    const before = await stateOf(scene.house.table)
    let refused = 0
    for (const [name, line] of lines) {
      if (line.who === 'anyone') continue
      for (const role of roles.filter((one) => !line.who.includes(one))) {
        const { status, body } = await send(scene.askOf[role], line, scene.requests[name])
        expect([name, role, status, body.kind]).toEqual([name, role, 403, 'not-permitted'])
        refused += 1
      }
    }
    expect(await stateOf(scene.house.table)).toBe(before)
    figure('authorization cells refused', refused)
  })

  test('every role is let in on every line of its own', async () => {
    let allowed = 0
    for (const [name, line] of lines) {
      const own = line.who === 'anyone' ? roles : roles.filter((role) => line.who.includes(role))
      for (const role of own) {
        const { status, body } = await send(scene.askOf[role], line, scene.requests[name], {
          dryRun: line.effect === 'changes',
        })
        expect([401, 403, 500], `${name} as ${role}: ${JSON.stringify(body)}`).not.toContain(
          body.kind === 'second-person-needed' ? 0 : status,
        )
        allowed += 1
      }
    }
    expect(scene.house.defects).toEqual([])
    figure('authorization cells allowed', allowed)
  })

  test('without a token every line but the open ones asks who is there', async () => {
    const nobody = scene.house.withToken(undefined)
    for (const [name, line] of lines.filter(([, { who }]) => who !== 'anyone')) {
      const { status, body, headers } = await send(nobody, line, scene.requests[name])
      expect([name, status, body.kind, headers['www-authenticate']]).toEqual([name, 401, 'not-signed-in', 'Bearer'])
    }
  })
})
