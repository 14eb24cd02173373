import { describe, expect, test } from 'vitest'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import { countedIds } from '../support/counted-ids.ts'
import { newHouse } from '../support/house.ts'
import { draft, explanation, good, paper, partiesIn } from '../support/parties.ts'
import { lines, sceneIn, send, type Sample } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const house = await newHouse()
const scene = await sceneIn(house)
const foreignId = await (async () => {
  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  return good(await parties.admin.post('/v1/contracts', draft(net))).contractId as ContractId
})()
const idForm = /(?<![\w.-])ctr_[0-9a-z]{38}(?![\w.-])/g
const numbered = (text: string, written: (number: string) => string): string =>
  text.replaceAll(idForm, (id) => written(shortNumberOf(id as ContractId)))
const byNumber = ({ path, body, ...rest }: Sample, written = (number: string): string => number): Sample => ({
  ...rest,
  path: numbered(path, (number) => encodeURIComponent(written(number))),
  ...(body === undefined ? {} : { body: JSON.parse(numbered(JSON.stringify(body), written)) as unknown }),
})
const asking = lines.filter(([name]) => JSON.stringify(scene.requests[name]).search(idForm) >= 0)
const steady = (text: string): string =>
  text.replaceAll(/"(?:nonce|requestId|operationId)":"[^"]*"/g, '').replaceAll(/opr_[0-9a-z]{26}/g, '')
const someoneOf = (line: (typeof lines)[number][1]) =>
  scene.askOf[line.who === 'anyone' ? 'sme' : (line.who.find((role) => role === 'entityAdmin') ?? line.who[0] ?? 'sme')]

describe('the short number of a contract', () => {
  test.each(asking)('does for its id on %s, with the same answer', async (name, line) => {
    const who = someoneOf(line)
    const sample = scene.requests[name]
    const dryRun = line.effect === 'changes'
    const byId = await send(who, line, sample, { dryRun })
    for (const written of [
      (number: string) => number,
      (number: string) => ` ${number.replaceAll('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}`,
    ]) {
      const answer = await send(who, line, byNumber(sample, written), { dryRun })
      expect([answer.status, steady(answer.text)]).toEqual([byId.status, steady(byId.text)])
      expect(answer.headers['content-disposition']).toBe(byId.headers['content-disposition'])
    }
    expect(house.defects).toEqual([])
  })

  test('is taken on 40 lines and more', () => {
    expect(asking.length).toBeGreaterThan(40)
  })

  test.each(asking.filter(([, { path }]) => path.includes('{contractId}')))(
    'that names nothing is answered on %s as that of another tenant is',
    async (name, line) => {
      const sample = scene.requests[name]
      const at = (number: string): Sample => ({ ...sample, path: sample.path.replace(idForm, number) })
      const none = shortNumberOf(countedIds(9).contractIn(scene.entityId))
      const [foreign, nothing] = [
        await send(someoneOf(line), line, at(shortNumberOf(foreignId))),
        await send(someoneOf(line), line, at(none)),
      ]
      expect([foreign.status, steady(foreign.text)]).toEqual([nothing.status, steady(nothing.text)])
      expect(foreign.status).toBe(404)
    },
  )

  test('with a wrong character is said to be wrong, in a path, in a body and in a query, and changes nothing', async () => {
    const id = (/ctr_[0-9a-z]{38}/.exec(scene.requests.getContract.path) ?? [])[0] as ContractId
    const right = shortNumberOf(id)
    const wrong = right.slice(0, -1) + (right.endsWith('0') ? '1' : '0')
    const before = await stateOf(house.table)
    for (const answer of [
      await scene.admin.get(`/v1/contracts/${wrong}`),
      await scene.admin.post(`/v1/contracts/${wrong}/explain`, explanation(house.clock.today())),
      await scene.admin.get(`/v1/contracts/search?contractId=${wrong}`),
    ]) {
      expect([answer.status, answer.body.kind, answer.body.errors[0].where]).toEqual([400, 'malformed', 'contractId'])
      expect(answer.body.errors[0].why.ja).toContain('検査用の文字')
    }
    expect((await scene.admin.get('/v1/contracts/K7Q4')).status).toBe(404)
    expect(await stateOf(house.table)).toBe(before)
  })

  test('stands beside the id wherever an answer names a contract', async () => {
    const lacking: string[] = []
    const look = (name: string, value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      const { contractId, shortNumber, format, event: _, ...parts } = value as Record<string, unknown>
      // A signed text and an event of the ledger stand as they are kept.
      const named = typeof contractId === 'string' && format !== 'musubi/disclosure/1'
      if (named && shortNumber !== shortNumberOf(contractId as ContractId)) lacking.push(name)
      for (const one of Object.values(parts)) look(name, one)
    }
    for (const [name, line] of lines) {
      const { status, body } = await send(someoneOf(line), line, scene.requests[name], {
        dryRun: line.effect === 'changes',
      })
      if (status < 300) look(name, body)
    }
    expect([...new Set(lacking)]).toEqual([])
  })

  test('finds the contract once it is concluded, and nobody else’s', async () => {
    const net = await scene.service('END')
    const { ask } = await scene.reseller('R9', [net])
    const { contractId, shortNumber } = good(await scene.admin.post('/v1/contracts/attest', paper(net)))
    await house.settle()
    const found = await scene.admin.get(`/v1/contracts/search?contractId=${shortNumber.toLowerCase()}`)
    expect(found.body.items.map((one: any) => one.contractId)).toEqual([contractId])
    expect((await ask.get(`/v1/contracts/search?contractId=${shortNumber}`)).body.items).toEqual([])
    expect((await scene.admin.get(`/v1/contracts/search.csv?contractId=${shortNumber}`)).text).toContain(
      `,${shortNumber},`,
    )
  })
})
