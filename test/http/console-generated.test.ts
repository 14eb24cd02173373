import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { consoleModules } from '../../functions/local/console-modules.ts'
import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'
import {
  entityRoles,
  labelOfRole,
  mayName,
  resellerRoles,
  rolesOfPeople,
  type Role,
} from '../../shared/domain/people.ts'
import { labelOfType, monitoringTypes } from '../../shared/domain/service/facts.ts'
import { blocksFor, calls, pageAt, pages, people, words } from '../support/console.ts'

const room = 'web/console'
const byHand = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.js') && !file.startsWith('generated/'),
)
const ja = (labels: Readonly<Record<string, { readonly ja: string }>>) =>
  Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label.ja]))

describe('the modules of the console that are written: after a change of their tables, npm run build:console', () => {
  test('are those that the command writes, and say so at their head', () => {
    const written = consoleModules()
    expect(readdirSync(`${room}/generated`).sort()).toEqual(Object.keys(written).sort())
    for (const [file, text] of Object.entries(written)) {
      const head = readFileSync(`${room}/generated/${file}`, 'utf8').split('\n').slice(0, 2)
      expect(head).toEqual(text.split('\n').slice(0, 2))
      expect(head[1]).toMatch(/^\/\/ Written by `npm run build:console` from shared\/.*, and never by hand\.$/)
    }
  })

  test('know every line of the route table that people who sign in may call, for the same roles', () => {
    const lines = Object.entries<Route>(routes).flatMap(([name, { method, path, who }]) =>
      who !== 'anyone' && who.some((role) => role !== 'sme') ? [[name, { method, path, who }] as const] : [],
    )
    expect(calls).toEqual(Object.fromEntries(lines))
  })

  test('name the roles and the types of monitoring as the domain does', () => {
    expect(people.labelOfRole).toEqual(ja(labelOfRole))
    expect(words.roles).toEqual({ ...ja(labelOfRole), system: 'この仕組み' })
    expect(words.monitoringTypes).toEqual(ja(labelOfType))
    expect(Object.keys(words.monitoringTypes)).toEqual([...monitoringTypes])
  })

  test('know whose roles are whose, and who may name whom', () => {
    expect(people.entityRoles).toEqual(entityRoles)
    expect(people.resellerRoles).toEqual(resellerRoles)
    expect(people.mayName).toEqual(mayName)
  })

  test('are the only ones: no page lists roles or types of monitoring by itself', () => {
    const again = new RegExp(
      [
        ...['operator', ...entityRoles, ...resellerRoles].map((role) => `'${role}'`),
        ...Object.values(labelOfType).map(({ ja: label }) => label),
      ].join('|'),
    )
    for (const file of byHand) expect(readFileSync(`${room}/${file}`, 'utf8'), file).not.toMatch(again)
  })
})

describe('whom someone may invite', () => {
  test.each<[Role, readonly Role[]]>([
    ['operator', ['operator', 'ipa']],
    ['entityAdmin', ['entityStaff', 'entityAdmin']],
    ['resellerAdmin', ['resellerStaff', 'resellerAdmin']],
    ['registrationBody', ['registrationBody']],
    ['ipa', ['ipa']],
  ])('as %s: the plain role is proposed', async (role, offered) => {
    const { page } = pageAt(pages, role, '#/members/new')
    const { blocks } = await page.load({ who: { role } })
    const { options } = blocks[0].fields.find(({ name }: { name: string }) => name === 'role')
    expect(options).toEqual(offered.map((one) => [one, labelOfRole[one].ja]))
  })
})

describe('what a screen offers', () => {
  const form = (call: string) => ({ kind: 'form', call })
  const to = (address: string) => ({ text: '行き先', to: address })
  const words = { kind: 'words', lines: ['読めること。'] }

  test('is no form that is refused to the role, and no way to a page or a file of others', () => {
    const offered = blocksFor(pages, 'entityStaff', [
      words,
      form('approveReseller'),
      form('inviteReseller'),
      { kind: 'links', items: [to('#/contracts?stage=live'), to('#/own'), to('/verify')] },
      { kind: 'links', items: [to('#/bodies')] },
      { kind: 'links', items: [{ text: '保存する', saves: 'printContract', as: 'a.pdf' }] },
    ])
    expect(offered).toEqual([
      words,
      form('inviteReseller'),
      { kind: 'links', items: [to('#/contracts?stage=live'), to('/verify')] },
      { kind: 'links', items: [{ text: '保存する', saves: 'printContract', as: 'a.pdf' }] },
    ])
    expect(blocksFor(pages, 'ipa', [{ kind: 'links', items: [{ text: '保存する', saves: 'printContract' }] }])).toEqual(
      [],
    )
  })

  test('is no way to a form of others whose address another page would fit', () => {
    expect(pageAt(pages, 'entityStaff', '#/services/new').params).toEqual({})
    expect(pageAt(pages, 'resellerStaff', '#/services/new')).toBeUndefined()
    expect(blocksFor(pages, 'resellerStaff', [{ kind: 'links', items: [to('#/services/new')] }])).toEqual([])
  })

  test('is all of it, where all may be used', () => {
    const all = rolesOfPeople.map(() => [words, { kind: 'links', items: [to('#/')] }])
    expect(rolesOfPeople.map((role, at) => blocksFor(pages, role, all[at]))).toEqual(all)
  })
})
