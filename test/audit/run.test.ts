import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditReport } from '../../functions/audit/report.ts'
import { newHouse, type House } from '../support/house.ts'
import { good, paper, partiesIn } from '../support/parties.ts'

type Ran = { readonly code: number; readonly out: string; readonly err: string }

const run = async (...args: readonly string[]): Promise<Ran> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['functions/audit/index.ts', ...args])
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

describe('npm run check', () => {
  let house: House
  let net: Awaited<ReturnType<Awaited<ReturnType<typeof partiesIn>>['service']>>
  let given: ReturnType<typeof paper>
  const endpoint = inject('endpoint')
  beforeAll(async () => {
    house = await newHouse()
    const parties = await partiesIn(house)
    net = await parties.service('NET')
    given = paper(net)
    good(await parties.admin.post('/v1/contracts/attest', given))
  })

  const json = async (...args: readonly string[]): Promise<AuditReport> =>
    JSON.parse((await run('--json', ...args, endpoint, house.table.name)).out) as AuditReport
  /** Does something to one row, looks, and puts the row back as it was. */
  const meanwhile = async <Seen>(key: { pk: string; sk: string }, change: object | null, look: () => Promise<Seen>) => {
    const { name, db } = house.table
    const { Attributes: before } = await db.send(
      change
        ? new UpdateCommand({ TableName: name, Key: key, ReturnValues: 'ALL_OLD', ...change })
        : new DeleteCommand({ TableName: name, Key: key, ReturnValues: 'ALL_OLD' }),
    )
    const seen = await look()
    await db.send(new PutCommand({ TableName: name, Item: before }))
    return seen
  }

  test('counts what it examined, says where it examined nothing, in both languages, and gives 0', async () => {
    const { code, out } = await run(endpoint, house.table.name)
    expect(out).toMatch(/^I01 {2}1 examined {2}0 violations {2}.*利用者ごとに有効な契約は一つ \/ one live contract/m)
    expect(out).toMatch(/^I12 {2}対象なし \/ nothing examined {2}0 violations/m)
    expect(out).toMatch(/^知らない種別・形式 \/ kinds and forms not known: なし \/ none$/m)
    expect(out).toMatch(/^ {2}head +形式 \/ form 2 +1$/m)
    expect(out).toMatch(/^結果: \d+行を読み、\d+種の検査をしました。違反は見つかりませんでした。$/m)
    expect(code).toBe(0)
  })

  test('gives 1 where a place is held by nobody, and names row and violation', async () => {
    const place = { pk: `GUARD#place/${net}#${given.sme.corporateNumber}`, sk: 'GUARD' }
    const { code, out } = await meanwhile(place, null, () => run(endpoint, house.table.name))
    expect(out).toMatch(/^I02 {2}1 examined {2}1 violation {2}/m)
    expect(out).toMatch(/^違反 \/ violations: 1\n +I02 PF#\S+ is live, but its place is held by nobody$/m)
    expect(code).toBe(1)
    expect((await run(endpoint, house.table.name)).code).toBe(0)
  })

  test('prints with --json what it read and by which version, each form counted, and what it found', async () => {
    const report = await json()
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(report).toMatchObject({ version, table: house.table.name, vault: null, atRest: false, readings: 1 })
    expect(report).toMatchObject({ violations: [], unsettled: [], verdict: 'nothingFound' })
    const { count, sha256, forms } = report.rows
    expect(forms.reduce((sum, { rows }) => sum + rows, 0)).toBe(count)
    expect(forms).toContainEqual({ kind: 'head', form: '2', rows: 1, known: true })
    expect(forms).toContainEqual(expect.objectContaining({ kind: 'command', form: null, known: true }))
    // The same table has the same fingerprint; one row less, another.
    expect((await json()).rows.sha256).toBe(sha256)
    const place = { pk: `GUARD#place/${net}#${given.sme.corporateNumber}`, sk: 'GUARD' }
    const other = await meanwhile(place, null, json)
    expect(other.rows.sha256).not.toBe(sha256)
    expect(other).toMatchObject({ readings: 2, verdict: 'violations' })
  })

  test('names a form that it does not know, and reads it as no other', async () => {
    const row = { pk: `ENT#none`, sk: 'META' }
    const { name, db } = house.table
    const put = (t: string, says: object) => db.send(new PutCommand({ TableName: name, Item: { ...row, t, ...says } }))
    const unknown = async (t: string, says: object) => {
      await put(t, says)
      const { violations, rows, verdict } = await json()
      await db.send(new DeleteCommand({ TableName: name, Key: row }))
      return { verdict, forms: rows.forms.filter(({ known }) => !known), what: violations.map(({ what }) => what) }
    }
    const no = (what: string, form: string | null) => (kind: string) => ({
      verdict: 'violations',
      forms: [{ kind, form, rows: 1, known: false }],
      what: [what],
    })
    for (const [kind, says] of [
      ['event', { e: '{"v":3}' }],
      ['entity', { s: '{"v":3}' }],
      ['listing', { f: '{"v":3}' }],
      ['tally', { form: 3 }],
    ] as const) {
      const what = `cannot be read: Error: a ${kind} of form 3 is not known`
      expect(await unknown(kind, says)).toEqual(no(what, '3')(kind))
    }
    expect(await unknown('diary', {})).toEqual(
      no('cannot be read: Error: no row of kind diary is known', null)('diary'),
    )
  })

  test('looks with --at-rest for what was left undone as well', async () => {
    const { invariants, atRest } = await json('--at-rest')
    const usual = await json()
    expect([atRest, invariants.length - usual.invariants.length]).toEqual([true, 5])
  })

  test('gives 2, and says in both languages why, where there is nothing to read', async () => {
    expect(await run(endpoint)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/使い方.*\n[^]*usage/) })
    expect((await run('--jsn', endpoint, house.table.name)).code).toBe(2)
    const { code, err } = await run(endpoint, 'no-such-table')
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('表を読み取れません / the table cannot be read: no-such-table'),
    ])
  })
})
