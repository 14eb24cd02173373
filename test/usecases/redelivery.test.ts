import { beforeAll, describe, expect, test } from 'vitest'
import { deliverEvent } from '../../functions/notifications/dispatch.ts'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import type { LedgerEvent } from '../../functions/ports/ledger.ts'
import type { Letter, Dependencies } from '../../functions/ports/dependencies.ts'
import { liveThrough } from '../audit/scenario/living.ts'
import { figure } from '../support/figures.ts'
import { newHouse, type House } from '../support/house.ts'
import { consent, leaving } from '../support/leaving.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'
import type { EventRef } from '../../functions/ports/event-ref.ts'
import { extent } from '../support/extent.ts'

const day = 86_400_000

/** A world whose receipts nobody sees: all that was ever owed seems to be owed still. */
const forgetful = ({ ledger, ...deps }: Dependencies): Dependencies => ({
  ...deps,
  ledger: {
    ...ledger,
    event: async (ref) => {
      const event = await ledger.event(ref)
      const deliveries = event?.deliveries.map(({ outcome: _, cameBack: __, ...owed }) => ({ ...owed, outcome: null }))
      return event && ({ ...event, deliveries } as LedgerEvent)
    },
  },
})

const bodyOf = ({ reference: _, ...letter }: Letter): string => JSON.stringify(letter)

const enclosedIn = (body = '{}'): string => JSON.stringify((JSON.parse(body) as { attachments?: unknown }).attachments)

/** What reads as of now, and says so: the code that is good, the text, the term and the addressee of the revision now in force. */
const readsAsOfNow = ({ subject, by }: House['letters'][number]): boolean =>
  by === 'sms' ||
  subject.startsWith('【契約の成立】') ||
  subject.endsWith('ご契約が成立しました') ||
  subject.endsWith('の控え（保存のお願い）') ||
  subject.endsWith('（ご確認のお願い）')

/** How often all of it comes again. */
const again = extent(1, 2)

describe(`everything that was ever owed comes again after a week, the last first, so many times: ${again}`, () => {
  let house: House
  let owing: readonly EventRef[]
  beforeAll(async () => {
    house = await newHouse()
    await liveThrough(house, 6)
    await house.settle()
    owing = (await rowsIn(house.table))
      .filter(({ t, e }) => t === 'event' && JSON.parse(String(e)).deliveries.length > 0)
      .map(({ pk, sk }) => ({ stream: String(pk).slice('LED#'.length), seq: Number(String(sk).slice('E#'.length)) }))
    house.clock.advance(7 * day)
  }, 120_000)

  test('nothing is written, and each letter says what it said', async () => {
    // A listing notes the version it was last seen to be right at, and a book the last change; what is listed is compared. A notice of a signature goes to
    // whoever serves the contract now: where a stop came between, its people are told for the first time.
    const written = () =>
      stateOf(
        house.table,
        ({ t, topic }) => t !== 'listed' && !String(t).startsWith('book') && !(t === 'notice' && topic === 'signature'),
      )
    const listed = async () =>
      new Map((await rowsIn(house.table)).flatMap(({ t, pk, f }) => (t === 'listed' ? [[pk, f]] : [])))
    const [before, listedBefore, sent] = [await written(), await listed(), house.letters.length]
    const first = new Map<string, string>()
    for (const letter of house.letters.toReversed()) first.set(letter.reference, bodyOf(letter))
    const unseen = forgetful(house.deps)
    for (let times = 0; times < again; times += 1) {
      for (const ref of owing.toReversed()) {
        await deliverEvent(unseen)(ref, false)
        await runJob(unseen)(ref, () => true)
      }
    }
    const letters = house.letters.slice(sent)
    const other = letters.filter((letter) => first.get(letter.reference) !== bodyOf(letter) && !readsAsOfNow(letter))
    expect(other.map(({ subject, of }) => [subject, of])).toEqual([])
    const withFiles = letters.filter(({ attachments }) => attachments)
    expect(
      withFiles.filter((letter) => enclosedIn(first.get(letter.reference)) !== enclosedIn(bodyOf(letter))),
    ).toEqual([])
    expect(withFiles.length).toBeGreaterThan(10)
    expect(await written()).toBe(before)
    expect(await listed()).toEqual(listedBefore)
    figure('redelivery: events that came again', again * owing.length)
    figure('redelivery: letters that said the same again', letters.length)
  }, 120_000)
})

describe('a notice that comes again when its contract is taken over from the next already', () => {
  const inLaterTakeover = async () => {
    const house = await newHouse()
    const parties = await partiesIn(house)
    const net = await parties.service('NET')
    const { leaver, attested, stopped, read } = leaving({ house, parties, net })
    const [one, next] = [await leaver(), await leaver()]
    const mail = `twice${nextNumber()}@example.jp`
    const contractId = await attested(one, { sme: { noticeContact: { mail, phone: null } } })
    const { path } = await stopped(one)
    await house.settle()
    const on = `${path}/takeovers/${contractId}`
    good(await parties.staff.post(`${on}/notice`, {}))
    await house.settle()
    const move = { settlement: 'movedToReseller', resellerId: next.resellerId, consent }
    good(await parties.staff.post(`${on}/settle`, move))
    await house.settle()
    house.clock.advance(60_000)
    const later = await stopped(next)
    await takeOverContracts(house.deps)(parties.entityId, later.discontinuanceId, () => true)
    const notices = (await house.deps.ledger.eventsOf(contractId)).filter(({ deliveries }) =>
      deliveries.some(({ template }) => template === 'takeover-notice'),
    )
    const stage = async () => (await read(contractId)).takeover.stage
    return { house, notices, stage, mail }
  }

  test('tells nobody of the later takeover; its own notice does', async () => {
    const { house, notices, stage, mail } = await inLaterTakeover()
    expect(notices.map(({ event }) => event.type)).toEqual([
      'takeover-opened',
      'takeover-notice-sent-again',
      'takeover-opened',
    ])
    const sent = house.letters.length
    for (const ref of notices.slice(0, 2)) await runJob(forgetful(house.deps))(ref, () => true)
    expect(house.letters.slice(sent)).toEqual([])
    expect(await stage()).toBe('opened')
    await house.settle()
    expect(house.letters.slice(sent).map(({ to }) => to)).toContain(mail)
    expect(await stage()).toBe('told')
  })
})
