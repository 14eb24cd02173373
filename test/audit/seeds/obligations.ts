import type { ObligationCode } from '../../../shared/domain/discontinuance/obligation.ts'
import { isWorkingDay } from '../../../functions/audit/reading/business-days.ts'
import { contract, event, state, type Seed, type Tampering } from './tampering.ts'

/** The case whose days have passed: its obligations were escalated, and one was waived. */
const lateCase = ({ book }: Tampering) =>
  state(book, 'discontinuance', (one) => one.stage === 'takingOver' && (one.obligations ?? []).length > 0)

/** So many days of work after a day. */
const workingDayAfter = (day: string, count: number): string => {
  let at = day
  for (let left = count; left > 0; ) {
    at = new Date(Date.parse(at) + 86_400_000).toISOString().slice(0, 10)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

const escalationOf = (tampering: Tampering, code: ObligationCode) => {
  const { id } = lateCase(tampering)
  return event(tampering.book, 'obligation-escalated', (one) => one.stream === id && one.event.code === code)
}

/** Seeded violations of I37: what a case owes, by when, and what becomes of it. */
export const obligationSeeds: readonly Seed[] = [
  {
    invariant: 'I37',
    name: 'an obligation is owed a day later than the settings say',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { id } = lateCase(tampering)
      const approved = event(tampering.book, 'discontinuance-approved', ({ stream }) => stream === id)
      tampering.forge(approved, (body) => {
        const telling = body.event.obligations.find((one: { code: string }) => one.code === 'tellSmes')
        telling.dueOn = new Date(Date.parse(telling.dueOn) + 86_400_000).toISOString().slice(0, 10)
      })
    },
  },
  {
    invariant: 'I37',
    name: 'an obligation is owed by the usual days, and others were in force at the instant',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { id } = lateCase(tampering)
      const approved = event(tampering.book, 'discontinuance-approved', ({ stream }) => stream === id)
      tampering.forge(approved, (body) => {
        const changing = body.event.obligations.find((one: { code: string }) => one.code === 'notifyChange')
        changing.dueOn = workingDayAfter(changing.dueOn, 3)
      })
    },
  },
  {
    invariant: 'I37',
    name: 'the calendar leaves an obligation behind',
    also: ['I03', 'I29', 'I33'],
    edit: (tampering) =>
      tampering.forge(escalationOf(tampering, 'continueInsurance'), (body) => {
        body.event = { type: 'obligation-fulfilled', code: 'reportToIpa', by: 'platform', evidenceSha256: null }
        body.deliveries = []
      }),
  },
  {
    invariant: 'I37',
    name: 'a case is not marked as what it owes asks for',
    also: ['I08'],
    edit: (tampering) => tampering.set(lateCase(tampering).where, { dp: 'OBL', ds: '20261001' }),
  },
  {
    invariant: 'I37',
    name: 'an obligation is escalated on its due day itself',
    also: ['I03', 'I29', 'I38'],
    edit: (tampering) => {
      const escalated = escalationOf(tampering, 'tellSmes')
      tampering.forge(escalated, (body) => (body.at = `${body.event.dueOn}T14:59:59.999Z`))
    },
  },
  {
    invariant: 'I37',
    name: 'an obligation is escalated again',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const [first, second] = [escalationOf(tampering, 'tellSmes'), escalationOf(tampering, 'continueInsurance')]
      tampering.forge(second, (body) => {
        body.event.code = first.event.code
        body.event.dueOn = first.event.dueOn
      })
    },
  },
  {
    invariant: 'I37',
    name: 'who waived an obligation is its owner',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { id, state: about } = lateCase(tampering)
      const waived = event(tampering.book, 'obligation-waived', ({ stream }) => stream === id)
      tampering.forge(waived, (body) => {
        body.event.waivedBy = about.proposedBy
        body.actor.sub = about.proposedBy
      })
    },
  },
  {
    invariant: 'I37',
    name: 'what the standard orders was waived',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { id } = lateCase(tampering)
      const waived = event(tampering.book, 'obligation-waived', ({ stream }) => stream === id)
      tampering.forge(waived, (body) => (body.event.code = 'reportToIpa'))
    },
  },
  {
    invariant: 'I37',
    name: 'days have passed, and the calendar never came to a case',
    also: ['I03', 'I08', 'I29', 'I33', 'I36', 'I38'],
    edit: (tampering) => {
      const { id, where } = lateCase(tampering)
      const entries = tampering.book.streams.get(id)?.entries ?? []
      const { actor } = event(tampering.book, 'discontinuance-approved', ({ stream }) => stream === id)
      const due: string[] = []
      for (const one of entries.filter(({ actor: who }) => who.sub === 'keep-obligations')) {
        if (one.event.type === 'obligation-escalated') due.push(one.event.dueOn)
        tampering.forge(one, (body) => {
          body.event = { type: 'tally-asked', entityId: actor.tenant }
          body.actor = actor
        })
      }
      const [first = ''] = due.toSorted()
      const next = new Date(Date.parse(first) + 86_400_000).toISOString().slice(0, 10)
      tampering.set(where, { dp: 'OBL', ds: next.replaceAll('-', '') })
    },
  },
  {
    invariant: 'I37',
    name: 'the calendar goes past a contract whose turn has come',
    also: ['I08'],
    edit: (tampering) => {
      const { where } = contract(tampering.book, ({ row }) => String(row['dp']).startsWith('T#'))
      tampering.set(where, { ds: '20261002' })
    },
  },
  {
    invariant: 'I37',
    name: 'months have passed, and the calendar came to nobody',
    also: ['I34'],
    edit: (tampering) => {
      const [receipt] = tampering.book.receipts
      tampering.set(receipt?.where ?? '', { at: '2027-12-01T00:00:00.000Z' })
    },
  },
]
