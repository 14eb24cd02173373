import type { Dependencies } from '../../functions/ports/dependencies.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clockSetTo } from '../../functions/adapters/clock.ts'
import { printingAside } from '../../functions/adapters/documents/typst/printing-aside.ts'
import { mailboxIn } from '../../functions/adapters/mailbox.ts'
import { templatesHere } from '../../functions/local/templates.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import { sweep } from '../../functions/notifications/sweep.ts'
import { marketplace } from '../support/marketplace.ts'
import { nextNumber } from '../support/parties.ts'
import { documentsOf, givenDisclosure, pdfOf } from './given.ts'
import { tight, wordsOf, wordsOfPage } from './reading.ts'
import type { EventRef } from '../../functions/ports/event-ref.ts'

const folder = mkdtempSync(join(tmpdir(), 'musubi-letters-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('第2章1.(10) the letter of a takeover brings its notice on paper', () => {
  const told = async (sme: object = {}) => {
    const mail = `sme${nextNumber()}@example.jp`
    const contractId = await attested(await newSeller(), { sme: { noticeContact: { mail, phone: null }, ...sme } })
    const { path } = await stopped(seller)
    await house.settle()
    const letter = house.letters.find(({ to, subject }) => to === mail && subject.startsWith('【重要】'))
    if (!letter) throw new Error('no letter')
    return { contractId, path, letter }
  }
  let seller: Awaited<ReturnType<typeof leaver>>
  const newSeller = async () => (seller = await leaver())

  test('the very one that can be printed at any time', async () => {
    const { contractId, letter } = await told()
    const [file, ...more] = letter.attachments ?? []
    expect([file?.name, file?.type, more]).toEqual([`oshirase-${contractId}.pdf`, 'application/pdf', []])
    const printed = await parties.staff.get(`/v1/contracts/${contractId}/takeover-notice.pdf`)
    expect(Buffer.from(file?.bytes ?? []).equals(printed.bytes)).toBe(true)
    expect(letter.text).toContain('書面（PDF）を添付しました')
  })

  test('letter, paper and public page agree: who answers since when is sure, what goes on is being checked', async () => {
    const { contractId, letter } = await told()
    const link = await house.deps.links.servingFor(contractId as `ctr_${string}`)
    const page = wordsOfPage((await house.withToken(undefined).get(`/v1/serving/${link}/page.html`)).text)
    const paper = await wordsOf(letter.attachments?.[0]?.bytes ?? new Uint8Array())
    for (const text of [tight(letter.text), paper, page]) {
      expect(text).toContain('監視・窓口・保険が続いていることを、順に確かめています。')
      expect(text).not.toContain('止まりません')
    }
    for (const text of [tight(letter.text), paper]) {
      expect(text).toContain(`https://musubi.example.jp/v1/serving/${link}/page.html`)
      expect(text).toContain('お返事がなくても')
    }
  })

  const noPrint: Readonly<Record<string, Dependencies['printing']['print']>> = {
    'a text that cannot be printed, on record from before that was asked': async () => ({
      ok: false,
      missingGlyphs: ['😀'],
    }),
    'a printer that is broken': async () => Promise.reject(new Error('out of paper')),
  }
  test.each(Object.keys(noPrint))(
    '%s does not keep the letter from going out; it says that it comes without',
    async (of) => {
      const mail = `sme${nextNumber()}@example.jp`
      const contractId = await attested(await newSeller(), { sme: { noticeContact: { mail, phone: null } } })
      await stopped(seller)
      const handed: EventRef[] = []
      const hand = async (ref: EventRef) => void handed.push(ref)
      const printing = { print: noPrint[of] ?? house.deps.printing.print }
      const deps = { ...house.deps, printing, work: { hand, enqueueLetter: hand } }
      for (let rounds = 0; rounds < 3; rounds += 1) {
        await sweep(deps)()
        for (const ref of handed.splice(0)) await runJob(deps)(ref, () => true)
      }
      const letter = house.letters.find(({ to, subject }) => to === mail && subject.startsWith('【重要】'))
      expect(letter?.attachments).toBeUndefined()
      expect(letter?.text).toContain('今回は添付できませんでした')
      expect((await read(contractId)).takeover.stage).toBe('told')
    },
  )

  test('is left to the worker that can print, and handed behind other work', async () => {
    await attested(await newSeller())
    await stopped(seller)
    const handed: string[] = []
    const letters: EventRef[] = []
    const deps = {
      ...house.deps,
      work: {
        hand: async ({ stream }: EventRef) => void handed.push(stream),
        enqueueLetter: async (ref: EventRef) => void letters.push(ref),
      },
    }
    await sweep(deps)()
    const takeover = handed.find((stream) => stream.startsWith('dsc_')) ?? ''
    await runJob(deps)({ stream: takeover, seq: 2 }, () => true)
    const before = house.letters.length
    await sweep(deps)()
    expect([letters.length, house.letters.length]).toEqual([1, before])
    await house.settle()
  })
})

describe('on this machine', () => {
  test('a letter lies in the mailbox with its file beside it, to be opened', async () => {
    const mailbox = mailboxIn(folder, clockSetTo('2026-10-01T09:00:00+09:00'))
    const bytes = Uint8Array.of(1, 2, 3)
    const of = { stream: 'ctr_1', seq: 1 }
    const attachments = [{ name: 'oshirase.pdf', type: 'application/pdf' as const, bytes }]
    await mailbox.mail({ to: 'a@example.jp', subject: '件', text: '文', reference: 'r1', of, attachments })
    await mailbox.mail({ to: 'b@example.jp', subject: '件', text: '文', reference: 'r2', of })
    const [file] = mailbox.read('a@example.jp')[0]?.attachments ?? []
    expect(file).toMatchObject({ name: 'oshirase.pdf', type: 'application/pdf' })
    expect([...readFileSync(file?.path ?? '')]).toEqual([1, 2, 3])
    expect(mailbox.read('b@example.jp')[0]?.attachments).toBeUndefined()
  })

  test('a thread of its own prints the same bytes, says what it cannot draw, and goes on after a defect', async () => {
    const printing = printingAside(templatesHere)
    try {
      for (const document of documentsOf(givenDisclosure())) {
        const out = await printing.print(document)
        expect(out.ok && Buffer.from(out.pdf).equals(await pdfOf(document))).toBe(true)
      }
      const [document] = documentsOf(givenDisclosure())
      if (!document) throw new Error('no document')
      expect(await printing.print({ ...document, title: '😀' })).toEqual({ ok: false, missingGlyphs: ['😀'] })
      await expect(printing.print({ kind: 'takeover-notice' } as never)).rejects.toThrow('does not compile')
      expect((await Promise.all([printing.print(document), printing.print(document)])).every(({ ok }) => ok)).toBe(true)
    } finally {
      await printing.stop()
    }
  })
})
