import type { ContractId } from '../../shared/domain/ids.ts'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import { describe, expect, test } from 'vitest'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { atConsole } from '../support/console.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()

describe('第2章1.(10) the SMEs of a case whom no letter has reached', () => {
  const withMail = (mail: string | null, name = '株式会社テスト商店') => ({
    sme: { name, noticeContact: { mail, phone: '03-0000-0000' } },
  })

  const listed = async (path: string, limit = 50) => {
    const items: any[] = []
    let cursor = ''
    for (let pages = 0; pages < 100; pages += 1) {
      const page = good(await parties.staff.get(`${path}/unreached?limit=${limit}${cursor}`))
      items.push(...page.items)
      if (page.nextCursor === null) return items
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
    }
    throw new Error('it has no end')
  }
  const reasonsIn = (items: readonly any[]) => Object.fromEntries(items.map((one) => [one.contractId, one.reason]))

  test('are those without an address and those whose letter came back, at once or later; who was told leaves the list', async () => {
    const one = await leaver()
    const silent = await attested(one, withMail(null))
    const gone = await attested(one, withMail(`gone${nextNumber()}@sme.invalid`))
    const mail = `late${nextNumber()}@example.jp`
    const late = await attested(one, withMail(mail))
    await attested(one, withMail(`well${nextNumber()}@example.jp`))
    const { path } = await stopped(one)
    await house.settle()
    expect(reasonsIn(await listed(path))).toEqual({ [silent]: 'noAddress', [gone]: 'bounced' })
    const letter = house.letters.find(({ to, attachments }) => to === mail && attachments)
    await noteBounce(house.deps)({ stream: late, deliveryId: letter?.reference ?? '', cause: 'bounce' })
    const all = await listed(path)
    expect(reasonsIn(all)).toEqual({ [silent]: 'noAddress', [gone]: 'bounced', [late]: 'bounced' })
    expect(all.find(({ contractId }) => contractId === late)).toMatchObject({ mail, phone: '03-0000-0000' })

    good(await parties.staff.post(`${path}/takeovers/${silent}/tell`, { by: 'post' }))
    const address = { mail: `right${nextNumber()}@example.jp`, statedBy: '社長' }
    good(await parties.staff.post(`${path}/takeovers/${gone}/notice`, { address }))
    expect(reasonsIn(await listed(path))).toEqual({ [late]: 'bounced' })
    await house.settle()
    expect(reasonsIn(await listed(path))).toEqual({ [late]: 'bounced' })
  })

  test('whose letter is still on its way is listed from the day after it should have been told', async () => {
    const one = await leaver()
    const contractId = await attested(one, withMail(`slow${nextNumber()}@example.jp`))
    const { path } = await stopped(one)
    good(await parties.staff.post(`${path}/takeovers/${contractId}/notice`))
    const { obligations } = good(await parties.staff.get(path))
    const { dueOn } = obligations.find(({ code }: { code: string }) => code === 'tellSmes')
    house.clock.set(`${dueOn}T23:59:59+09:00`)
    expect(await listed(path)).toEqual([])
    house.clock.advance(1_000)
    expect(reasonsIn(await listed(path))).toEqual({ [contractId]: 'notTold' })
    await house.settle()
    expect(await listed(path)).toEqual([])
  })

  test('come page by page, each once, whatever the page; a cursor of another case opens nothing', async () => {
    const one = await leaver()
    const ids: string[] = []
    for (let n = 0; n < 12; n += 1) ids.push(await attested(one, withMail(null)))
    const { path } = await stopped(one)
    await house.settle()
    for (const limit of [1, 5, 50]) {
      const found = (await listed(path, limit)).map(({ contractId }) => contractId)
      expect([found.length, new Set(found)]).toEqual([ids.length, new Set(ids)])
    }
    const { nextCursor } = good(await parties.staff.get(`${path}/unreached?limit=1`))
    const { path: other } = await stopped(await leaver())
    expect((await parties.staff.get(`${other}/unreached?cursor=${encodeURIComponent(nextCursor)}`)).status).toBe(404)
  })

  test('as a table for a spreadsheet: Excel reads it, and runs nothing of it', async () => {
    const one = await leaver()
    const contractId = await attested(one, withMail(null, '=HYPERLINK("http://x","株式会社")'))
    const { path } = await stopped(one)
    await house.settle()
    const { text, headers } = await parties.staff.get(`${path}/unreached.csv?limit=200`)
    const file = Buffer.from(text, 'utf8').toString()
    expect(headers['content-type']).toContain('text/csv')
    expect(
      file.startsWith(
        '\ufeff契約番号,会社名,法人番号,都道府県,ご担当,メール,電話,サービス,実施主体,ご連絡先,理由,郵便番号,住所,ふりがな,契約ID\r\n',
      ),
    ).toBe(true)
    expect(file).toContain(`${shortNumberOf(contractId as ContractId)},"'=HYPERLINK(""http://x"",""株式会社"")"`)
    expect(file).toContain('メールアドレスがない')
    expect(file).toContain('架空')
  })

  test('stand at the console, with the way to each takeover and to the file', async () => {
    const one = await leaver()
    const contractId = await attested(one, withMail(null))
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const staff = atConsole(parties.staff, good(await parties.staff.get('/v1/me')), house.clock.today())
    const thisCase = await staff.screenAt(`#/cases/${discontinuanceId}`)
    const to = `#/cases/${discontinuanceId}/unreached`
    expect(JSON.stringify(thisCase.blocks)).toContain(to)
    const { blocks } = await staff.screenAt(to)
    const [row] = blocks.find(({ kind }: { kind: string }) => kind === 'table').rows
    expect(row[0].to).toBe(`#/cases/${discontinuanceId}/takeovers/${contractId}`)
    expect(row.at(-1)).toBe('メールアドレスがない')
    expect(JSON.stringify(blocks)).toContain('downloadUnreached')
  })
})
