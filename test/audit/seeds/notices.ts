import type { Entry, Stream } from '../../../functions/audit/reading/entries.ts'
import { streamsOf } from '../../../functions/audit/reading/looking-up.ts'
import type { Seed, Tampering } from './tampering.ts'

/** A contract whose SME was told by one notice as it was delivered, never by another or by somebody's word, with that notice. */
const toldByMail = ({ book }: Tampering) => {
  const isTold = ({ now }: Stream<'contract'>) => now.stage === 'live' && now.takeover?.stage === 'told'
  const ofMail = ({ event, actor }: Entry<'contract'>) =>
    event.type === 'takeover-told' && event.by === 'mail' && actor.role === 'system'
  for (const { entries } of streamsOf(book, 'contract').filter(isTold)) {
    const opened = entries.findLast(({ event }) => event.type === 'takeover-opened')
    const [owed] = opened?.deliveries ?? []
    const last = entries.at(-1)
    const notices = entries.flatMap(({ deliveries }) =>
      deliveries.filter(({ template }) => template === owed?.template),
    )
    if (opened && owed && last && ofMail(last) && notices.length === 1) return { opened, owed, last }
  }
  throw new Error('nobody was told by mail')
}

const receiptOf = ({ opened, owed }: ReturnType<typeof toldByMail>) => `${opened.where}#R#${owed.id}`

/** Two notices, each to people of an organization that has nothing to do with what the other is about. */
const noticesOfTwo = ({ book }: Tampering) => {
  const names = (about: string, tenant: string) =>
    book.streams.get(about)?.entries.some(({ text }) => text.includes(`"${tenant}"`))
  for (const one of book.notices) {
    const other = book.notices.find(({ about, tenant }) => !names(about, one.tenant) && tenant !== one.tenant)
    if (other) return [one, other] as const
  }
  throw new Error('nobody was told')
}

/** A reminder of a link, as a ledger says it. */
const remindedIn = ({ book }: Tampering) => {
  for (const { entries } of streamsOf(book, 'contract'))
    for (const entry of entries) if (entry.event.type === 'link-reminded') return entry
  throw new Error('nobody was reminded')
}

/** Seeded violations of I33: who is told was reached, and nobody whom it does not concern. */
export const noticeSeeds: readonly Seed[] = [
  {
    invariant: 'I33',
    name: 'the only notice of an SME that is told bounced',
    also: ['I34'],
    edit: (tampering) => tampering.set(receiptOf(toldByMail(tampering)), { o: 'bounced' }),
  },
  {
    invariant: 'I33',
    name: 'the only notice of an SME that is told came back later, and it is told all the same',
    also: ['I29'],
    edit: (tampering) => {
      const { owed, last } = toldByMail(tampering)
      tampering.append(last, (body) => {
        body.event = { type: 'takeover-notice-bounced', deliveryId: owed.id, cause: 'bounce', untold: false }
      })
    },
  },
  {
    invariant: 'I33',
    name: 'a letter came back that was never sent',
    also: ['I29'],
    edit: (tampering) => {
      const { last } = toldByMail(tampering)
      tampering.append(last, (body) => {
        body.event = { type: 'takeover-notice-bounced', deliveryId: 'nothing', cause: 'bounce', untold: false }
      })
    },
  },
  {
    invariant: 'I33',
    name: 'a notice tells somebody of another organization',
    edit: (tampering) => {
      const [one, other] = noticesOfTwo(tampering)
      tampering.set(one.where, { of: other.tenant })
    },
  },
  {
    invariant: 'I33',
    name: 'a notice is about what does not concern its reader',
    edit: (tampering) => {
      const [one, other] = noticesOfTwo(tampering)
      tampering.set(one.where, { st: other.about })
    },
  },
  ...['2026-01-05T23:30:00.000Z', '2026-02-02T23:30:00.000Z', '2026-03-02T23:30:00.000Z'].map(
    (morning): Seed => ({
      invariant: 'I33',
      name: `a digest of ${morning} never went out`,
      edit: (tampering) => {
        const [one] = noticesOfTwo(tampering)
        tampering.set(one.where, { z: 'words', dp: 'DIGEST', ds: `${morning}#${one.sub}` })
      },
    }),
  ),
  {
    invariant: 'I33',
    name: 'an SME is reminded twice of a link',
    edit: (tampering) => {
      const reminded = remindedIn(tampering)
      tampering.append(reminded, (body) => {
        body.event = reminded.event
        body.deliveries = []
      })
    },
    also: ['I29'],
  },
  {
    invariant: 'I33',
    name: 'a link waits to be reminded of a day too early',
    edit: (tampering) => {
      const [one] = tampering.book.reminders
      if (!one) throw new Error('no reminder')
      tampering.set(one.where, { ds: new Date(Date.parse(one.on) - 86_400_000).toISOString() })
    },
  },
  {
    invariant: 'I33',
    name: 'a reminder is of a link that was never sent',
    edit: (tampering) => {
      const [one] = tampering.book.reminders
      if (!one) throw new Error('no reminder')
      tampering.set(one.where, { l: 'nothing' })
    },
  },
  {
    invariant: 'I08',
    name: 'what lapses is listed under a later day',
    edit: (tampering) => {
      const row = tampering.rows().find(({ pp }) => pp === 'LAPSE')
      if (!row) throw new Error('nothing lapses')
      tampering.set(`${row.pk}|${row.sk}`, { ps: `29991231#${row.sk.slice(row.sk.indexOf('#') + 1)}` })
    },
  },
]
