import { describe, expect, test } from 'vitest'
import { bouncesIn } from '../../functions/jobs/bounces/bounces-in.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('a notice that was accepted and came back', () => {
  /** An SME that was told by mail, and the word of SES that its letter came back. */
  const toldByMail = async () => {
    const mail = `late${nextNumber()}@example.jp`
    const one = await leaver()
    const contractId = await attested(one, { sme: { noticeContact: { mail, phone: null } } })
    const { path } = await stopped(one)
    await house.settle()
    const noticesTo = (to: string) => house.letters.filter((letter) => letter.to === to && letter.attachments)
    const word = (what: object = {}, letter = noticesTo(mail)[0]) => ({
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent' },
        mail: { tags: { reference: [letter?.reference], stream: [letter?.of.stream], seq: ['1'], other: ['x'] } },
        ...what,
      },
    })
    const takeover = async () => (await read(contractId)).takeover
    return { contractId, path, mail, word, takeover, noticesTo, on: `${path}/takeovers/${contractId}` }
  }
  const hear = (event: unknown) => bouncesIn(noteBounce(house.deps))(event)
  const caseAt = async (path: string) => good(await parties.staff.get(path))

  test('leaves its SME to be told again, on record, however often and late it is heard', async () => {
    const { contractId, path, word, takeover } = await toldByMail()
    expect((await takeover()).stage).toBe('told')
    await hear(word())
    expect(await takeover()).toMatchObject({ stage: 'opened', coverage: { contact: 'unknown' } })
    const { version } = await read(contractId)
    await hear(word())
    house.clock.advance(86_400_000)
    await hear(word())
    expect((await read(contractId)).version).toBe(version)
    expect((await caseAt(path)).takeovers).toEqual({ opened: 1, told: 0, settled: 0 })
  })

  test('a complaint does so too; what may still arrive, and what is of other letters, does not', async () => {
    const { word, takeover } = await toldByMail()
    await hear(word({ bounce: { bounceType: 'Transient' } }))
    await hear(word({ eventType: 'Delivery' }))
    await hear(word({ mail: { tags: { reference: ['unknown'], stream: ['rsl_1'] } } }))
    expect((await takeover()).stage).toBe('told')
    await hear(word({ eventType: 'Complaint', bounce: undefined }))
    expect((await takeover()).stage).toBe('opened')
    await expect(hear({ detail: {} })).rejects.toThrow('expected string')
  })

  test('a person who told the SME, before or since, is not gainsaid by a letter', async () => {
    const { word, takeover, on } = await toldByMail()
    good(await parties.staff.post(`${on}/tell`, { by: 'phone', spokeTo: '社長' }))
    await hear(word())
    expect(await takeover()).toMatchObject({ stage: 'told', coverage: { contact: 'confirmed' } })
  })

  test('sent again to an address that was stated, it tells; the first bounce heard after that changes nothing', async () => {
    const { word, takeover, on } = await toldByMail()
    const address = { mail: `right${nextNumber()}@example.jp`, statedBy: '社長' }
    good(await parties.staff.post(`${on}/notice`, { address }))
    await house.settle()
    await hear(word())
    expect((await takeover()).stage).toBe('told')
  })

  test('where both came back nobody is told, in whichever order it is heard', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { word, takeover, on, mail, noticesTo } = await toldByMail()
      good(await parties.staff.post(`${on}/notice`))
      await house.settle()
      const both = noticesTo(mail)
      for (const n of order) await hear(word({}, both[n]))
      expect((await takeover()).stage).toBe('opened')
    }
  })

  test('heard of before its own receipt it is told again later', async () => {
    const { word, takeover, on, mail, noticesTo } = await toldByMail()
    await hear(word())
    good(await parties.staff.post(`${on}/notice`))
    const post = {
      ...house.deps.post,
      mail: async (letter: Parameters<typeof house.deps.post.mail>[0]) => {
        const outcome = await house.deps.post.mail(letter)
        await expect(hear(word({}, letter as never))).rejects.toThrow('no receipt yet')
        return outcome
      },
    }
    const { runJob } = await import('../../functions/processes/run-job.ts')
    const version = (await read(on.split('/').at(-1) ?? '')).version as number
    await runJob({ ...house.deps, post })({ stream: on.split('/').at(-1) ?? '', seq: version }, () => true)
    expect((await takeover()).stage).toBe('told')
    await hear(word({}, noticesTo(mail)[1]))
    expect((await takeover()).stage).toBe('opened')
  })

  test('telling everyone is owed anew, by a day of its own, where that had been done', async () => {
    const { path, word } = await toldByMail()
    const telling = async () =>
      (await caseAt(path)).obligations.find(({ code }: { code: string }) => code === 'tellSmes')
    house.clock.advance(20 * 86_400_000)
    await house.runObligationSchedule()
    expect((await telling()).stage).toBe('fulfilled')
    await hear(word())
    expect(await telling()).toMatchObject({ stage: 'scheduled' })
    expect((await telling()).dueOn > house.clock.today()).toBe(true)
  })
})
