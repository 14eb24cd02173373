import { beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { newHouse, type Reply } from '../support/house.ts'
import { besides, cellsOf, type Cell } from '../support/matrix-cells.ts'
import { idsIn, nothing, relatedIn, type Asked, type Related } from '../support/related.ts'
import { send } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

let scene: Related
let cells: readonly Cell[]
beforeAll(async () => {
  scene = await relatedIn(await newHouse())
  cells = cellsOf(scene)
})

const thatSay = (says: Cell['says']) => cells.filter((cell) => cell.says === says)
const called = ({ name, role, relation }: Cell, at = 0): string =>
  `${name} as ${role ?? 'nobody'}, ${relation}${at === 0 ? '' : ` (${at})`}`

/**
 * What is told, but for the ids that were sent and the short numbers that follow from them, the id of the request, and that
 * of work a dry run would begin.
 */
const told = ({ status, text, headers }: Reply, sample: Asked['sample']): string =>
  idsIn(sample)
    .reduce(
      (all, id) => all.replaceAll(id, '…'),
      `${status} ${JSON.stringify({ ...headers, 'musubi-request-id': '' })} ${text}`,
    )
    .replaceAll(/\bopr_[0-9a-z]{26,}/g, '…')
    .replaceAll(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '…')

/** What is told of a thing, beside what is told of none. */
const bothWays = async ({ line }: Cell, { ask, sample, ofNothing }: Asked, dryRun: boolean) => {
  const reply = await send(ask, line, sample, { dryRun })
  const nothing = await send(ask, line, ofNothing, { dryRun })
  return { reply, same: told(reply, sample) === told(nothing, ofNothing), named: idsIn(sample).length > 0 }
}

/** Lines that are told of many contracts, and say of each what became of it. */
const rowByRow: ReadonlySet<string> = new Set(['workOnTakeovers', 'moveContracts'])

describe('the authorization matrix: every role, and nobody, by every line, in five relations to what it names', () => {
  test('whose role has no part in a line is refused whatever it names, with the same bytes; nothing is written', async () => {
    const before = await stateOf(scene.house.table)
    const said = new Map<string, Set<string>>()
    const wrong: string[] = []
    for (const cell of thatSay('deniedByRole')) {
      const [kind, status] = cell.role === null ? ['not-signed-in', 401] : ['not-permitted', 403]
      for (const { ask, sample } of cell.requests as readonly Asked[]) {
        const reply = await send(ask, cell.line, sample)
        if (reply.status !== status || reply.body.kind !== kind) wrong.push(`${called(cell)}: ${reply.status}`)
        said.set(`${status}`, (said.get(`${status}`) ?? new Set()).add(told(reply, sample)))
      }
    }
    expect(wrong).toEqual([])
    expect([...said.values()].map(({ size }) => size)).toEqual([1, 1])
    expect([...(said.get('401') ?? [])].join('')).toContain('"www-authenticate":"Bearer"')
    expect(await stateOf(scene.house.table)).toBe(before)
  })

  test('what a row leaves out does not exist: 404, to the byte as for an id of nothing; nothing is written', async () => {
    const before = await stateOf(scene.house.table)
    const wrong: string[] = []
    for (const cell of thatSay('deniedByRelation')) {
      if (typeof cell.requests === 'string') continue
      for (const [at, one] of cell.requests.entries()) {
        const { reply, same } = await bothWays(cell, one, rowByRow.has(cell.name))
        // An id beside the thing itself may be refused in its own way, if it is that of an id of nothing.
        const refused =
          at === 0 ? reply.status === 404 : (reply.status >= 400 && reply.status < 500) || rowByRow.has(cell.name)
        if (!same || !refused) wrong.push(`${called(cell, at)}: ${reply.status} ${reply.text.slice(0, 300)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await stateOf(scene.house.table)).toBe(before)
  })

  test('what a row allows is reached: something else is told of it than of nothing', async () => {
    const defects = scene.house.defects.length
    const wrong: string[] = []
    for (const cell of thatSay('allowed')) {
      if (typeof cell.requests === 'string') continue
      for (const one of cell.requests) {
        const { reply, same, named } = await bothWays(cell, one, true)
        const secondPerson = reply.status === 403 && reply.body.kind === 'second-person-needed'
        const kept = [401, 403, 404].includes(reply.status) && !secondPerson
        if (kept || reply.status >= 500 || (named && same))
          wrong.push(`${called(cell)}: ${reply.status} ${reply.text.slice(0, 300)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(scene.house.defects.slice(defects)).toEqual([])
  })

  test('an open line asks nobody who they are', async () => {
    const wrong: string[] = []
    for (const cell of thatSay('open')) {
      for (const { ask, sample } of cell.requests as readonly Asked[]) {
        const { status } = await send(ask, cell.line, sample)
        if ([401, 403].includes(status) || status >= 500) wrong.push(`${called(cell)}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('lists, files and reports that name nothing hold nothing of another tenant, nor what one held before', async () => {
    const theirs = Object.values(scene.samples.theirs)
      .flatMap(idsIn)
      .filter((id) => !id.startsWith('rbd_'))
    const wrong: string[] = []
    let asked = 0
    for (const cell of cells) {
      const { line, name, role, relation } = cell
      if (typeof cell.requests !== 'string' || line.effect !== 'reads' || role === null) continue
      if (cell.says !== 'deniedByRelation' || (relation !== 'none' && relation !== 'formerHolder')) continue
      const former = { resellerAdmin: scene.former.ask, resellerStaff: scene.former.staff }[role as 'resellerAdmin']
      if (relation === 'formerHolder' && former === undefined) continue
      // A change log keeps one's own acts: an operator's on every tenant, a reseller's on what it held then.
      if (line.path.startsWith('/v1/change-log') && (role === 'operator' || relation === 'formerHolder')) continue
      const { text } = await send(
        relation === 'none' ? scene.ours.askOf[role] : (former ?? scene.ours.askOf[role]),
        line,
        scene.samples.ours[name],
      )
      const others = relation === 'none' ? [...theirs, scene.theirs.entityId] : [scene.moved]
      const found = others.filter((id) => text.includes(id))
      if (found.length > 0) wrong.push(`${called(cell)}: ${found.join(' ')}`)
      asked += 1
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(50)
    figure('authorization matrix: lists looked through for what is not theirs', asked)
  })

  test('an id that a query or a body may name, and need not, says as little: of another tenant, of another reseller', async () => {
    const before = await stateOf(scene.house.table)
    const wrong: string[] = []
    let asked = 0
    for (const { name, line, role, ask, sample, foreign } of besides(scene)) {
      const [one, none] = [await send(ask, line, sample(foreign)), await send(ask, line, sample(nothing(foreign)))]
      const same = told(one, sample(foreign)) === told(none, sample(nothing(foreign)))
      if (!same) wrong.push(`${name} as ${role}, ${foreign.slice(0, 3)}: ${one.status} ${one.text.slice(0, 300)}`)
      asked += 1
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(20)
    expect(await stateOf(scene.house.table)).toBe(before)
    figure('authorization matrix: ids besides, of others', asked)
  })

  test('is asked in every cell but those in which there can be no such thing', () => {
    const asked = cells.filter(({ requests }) => typeof requests !== 'string')
    const without = new Set(cells.flatMap(({ requests }) => (typeof requests === 'string' ? [requests] : [])))
    expect([...without].sort()).toMatchInlineSnapshot(`
      [
        "a link to sign with opens no page of one’s own",
        "an implementing entity is no reseller of its own",
        "each has memberships of its own, asked about in member-stages.test.ts",
        "no code was asked for by letter",
        "no letter to it came back",
        "only an implementing entity has resellers",
        "only contracts change hands",
        "resellers have no such thing",
        "the line names nothing that somebody has",
        "the link of an SME names its one contract",
        "the members of the scene are the implementing entity’s",
        "things are of organizations, not of persons",
        "what changes hands here was signed on paper",
        "what is prepared was held by nobody before",
      ]
    `)
    figure('authorization matrix: cells', cells.length)
    figure('authorization matrix: cells asked over HTTP', asked.length)
    for (const says of ['open', 'deniedByRole', 'deniedByRelation', 'allowed'] as const)
      figure(`authorization matrix: cells asked, ${says}`, asked.filter((cell) => cell.says === says).length)
  })
})
