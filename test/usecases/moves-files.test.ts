import { describe, expect, test } from 'vitest'
import { caseFile } from '../support/case-files.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()
const one = await leaver()
const ids: string[] = []
for (let n = 0; n < 7; n += 1) ids.push(await attested(one))
const { path } = await stopped(one)
await house.settle()
const second = await leaver()

describe('a book of moves as a clerk has it', () => {
  const send = (bytes: Uint8Array, dryRun = true) =>
    parties.staff.post(`${path}/moves?resellerId=${second.resellerId}${dryRun ? '&dryRun=true' : ''}`, undefined, {
      raw: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    })
  /** The file with a contract of its own in each place that stands for one. */
  const filled = (name: string): Buffer => {
    let next = 0
    return Buffer.from(
      caseFile(name)
        .toString('latin1')
        .replaceAll('CONTRACT', () => ids[next++] ?? ''),
      'latin1',
    )
  }
  const header = '契約番号,承諾した人,承諾した日,承諾の方法'
  const judged = async (text: string) => good(await send(Buffer.from(text))).rows
  const reasons = (row: any) => row.problem?.errors?.map(({ where, why }: any) => `${where}: ${why.ja}`) ?? row.problem

  test('days with slashes in Shift_JIS are those days (C36a)', async () => {
    expect(good(await send(filled('C36a-moves-slash-days-cp932.csv'))).rows).toMatchObject([
      { verdict: 'accepted', contractId: ids[0], line: 2 },
    ])
  })

  test('what is copied out of a spreadsheet is read, as a file and as text (C36b)', async () => {
    const file = filled('C36b-moves-pasted-from-excel.tsv')
    expect(good(await send(file)).rows).toMatchObject([{ verdict: 'accepted' }])
    const pasted = { resellerId: second.resellerId, format: 'csv', content: file.toString() }
    const tried = await parties.staff.post(`${path}/moves?dryRun=true`, pasted)
    expect(good(tried).rows).toMatchObject([{ verdict: 'accepted' }])
  })

  test('ways that are none are refused with those that are; the nearest is named (C36c)', async () => {
    const { rows } = good(await send(filled('C36c-moves-words.csv')))
    expect(rows.map(({ verdict }: any) => verdict)).toEqual([
      'accepted',
      'accepted',
      'refused',
      'refused',
      'refused',
      'refused',
      'accepted',
    ])
    for (const row of [2, 3, 4, 5]) {
      expect(rows[row]).toMatchObject({ contractId: ids[row], name: expect.stringMatching(/./) })
      expect(reasons(rows[row])).toEqual([expect.stringContaining('書面、メール、電話、訪問')])
    }
    expect(reasons(rows[4])[0]).toContain('「メール」のことでしょうか')
    expect(reasons(rows[5])[0]).toContain('「書面」のことでしょうか')
  })

  test('a row of commas is none, a blank is no name, and what names a contract keeps its number (C36d)', async () => {
    const { rows } = good(await send(filled('C36d-moves-blank-cells.csv')))
    expect(rows).toMatchObject([
      { verdict: 'refused', contractId: ids[0], problem: { kind: 'incomplete', what: 'consent' } },
      { verdict: 'accepted', contractId: ids[1] },
    ])
  })

  test.each<[string, string, readonly string[]]>([
    ['a way alone', ',,,電話', ['承諾した人: 空欄です', '承諾した日: 日付がありません']],
    ['a serial number', ',架空 太郎,46296,電話', ['承諾した日: 「46296」は、Excel']],
    ['a way in English', ',架空 太郎,2026-10-01,phone', ['承諾の方法: 「phone」は選べません']],
    ['no way', ',架空 太郎,2026-10-01,', ['承諾の方法: 空欄です']],
  ])('%s is told beside the number and name of its contract (C36)', async (_, cells, says) => {
    const [row] = await judged(`${header}\n${ids[0]}${cells}\n`)
    expect(row).toMatchObject({ verdict: 'refused', contractId: ids[0], name: expect.stringMatching(/./) })
    expect(reasons(row).map((said: string, at: number) => said.startsWith(says[at] ?? '?'))).toEqual(
      says.map(() => true),
    )
  })

  test.each([
    ['line ends of two kinds', (id: string) => `${header}\r\n${id},架空 太郎,2026-10-01,電話\n`],
    ['its last column closed by CR alone', (id: string) => `${header}\r${id},架空 太郎,2026/10/1,電話\r`],
    ['nameless columns', (id: string) => `${header},,\n${id},架空 太郎,2026-10-01,電話,,\n`],
    ['a title', (id: string) => `移す契約,,,\n\n${header}\n${id},架空 太郎,2026-10-01,電話\n`],
    ['0x1A', (id: string) => `${header}\r\n${id},架空 太郎,2026-10-01,電話\u001a`],
    [
      'blanks in its header',
      (id: string) => ` 契約番号 ,承諾した 人,承諾した日　,"承諾の方法"\n${id},架空,R8.10.1,訪問\n`,
    ],
    [
      'the columns of what the product wrote',
      (id: string) => `行番号,会社名,${header},結果\n7,x,${id},架空,2026-10-01,書面,不受理\n`,
    ],
  ])('%s is read', async (_, text) => {
    expect(await judged(text(ids[0] ?? ''))).toMatchObject([{ verdict: 'accepted' }])
  })

  test('rows that were refused come as they were, can be corrected and sent again (C36, N9)', async () => {
    const file = `${header}\r\n${ids[5]},架空 太郎,2026/13/1,ＴＥＬ\r\n`
    const { operationId } = good(await send(Buffer.from(file), false))
    await house.settle()
    const { text } = await parties.staff.get(`/v1/operations/${operationId}/rows.csv?verdict=refused`)
    const [head, row] = text.slice(1).split('\r\n')
    expect(head).toBe(`行番号,${header},会社名,結果,条項,理由,契約ID`)
    expect(row).toMatch(new RegExp(`^1,${ids[5]},架空 太郎,2026/13/1,ＴＥＬ,[^,]+,不受理,`))
    const corrected = text.replace('2026/13/1,ＴＥＬ', '2026/10/1,電話')
    const again = good(await send(Buffer.from(corrected), false))
    await house.settle()
    expect(good(await parties.staff.get(`/v1/operations/${again.operationId}`))).toMatchObject({
      accepted: 1,
      refused: 0,
    })
    const settled = good(await parties.staff.get(`${path}/takeovers?stage=settled`)).items
    expect(settled.map(({ contractId }: any) => contractId)).toEqual([ids[5]])
  })
})
