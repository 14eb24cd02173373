import type { PaperEnd } from '../domain/contract/paper-end.ts'
import { unfitToSign } from '../domain/contract/term-bounds.ts'
import { dayInWords, daysAfter, lastDayKept, type PlainDate } from '../domain/plain-date.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import type { Renewal } from '../domain/contract/states.ts'
import type { TermCalendar } from './eligibility.ts'

type Given = {
  readonly signedOn: PlainDate
  readonly terms: {
    readonly startOn: PlainDate
    readonly termMonths: number
    readonly renewal?: Renewal | null | undefined
  }
  readonly ended?: PaperEnd | null | undefined
}
type Term = { readonly startOn: PlainDate; readonly termMonths: number; readonly endOn: PlainDate }

/** The term of a paper contract that runs on a day, its renewals counted; its last one, where it is over by then. */
const termOn = (calendar: TermCalendar, { terms }: Given, day: PlainDate): Term => {
  const { renewal = null } = terms
  let { startOn, termMonths } = terms
  let endOn = calendar.lastDayOfTerm(startOn, termMonths)
  while (renewal && endOn < day && endOn <= lastDayKept) {
    startOn = daysAfter(endOn, 1)
    termMonths = renewal.months
    endOn = calendar.lastDayOfTerm(startOn, termMonths)
  }
  return { startOn, termMonths, endOn }
}

/**
 * The term a paper contract is put on record in: the one that runs today or, where it is over, the one it ended in. A
 * contract whose term is over is not put on record as if it stood: it comes with its renewal, or with its end.
 */
export const paperTerm = (
  calendar: TermCalendar,
  given: Given,
  today: PlainDate,
): Result<Term, Refusal<'does-not-fit' | 'out-of-order'>> => {
  const { terms, signedOn, ended } = given
  const { startOn, renewal = null } = terms
  const first = { startOn, endOn: calendar.lastDayOfTerm(startOn, terms.termMonths), renewal }
  const unfit = unfitToSign(first, signedOn) ?? (ended && unfitEnd(ended, given, today))
  if (unfit) return refuse(unfit)
  const term = termOn(calendar, given, ended?.on ?? today)
  if (term.endOn >= (ended?.on ?? today)) {
    const expired = ended?.why !== 'expired' || ended.on === term.endOn
    return expired ? ok(term) : refuse(notTheLastDay(ended.on, term.endOn))
  }
  return refuse(ended ? endedAfterTerm(ended.on, term.endOn) : termIsOver(term.endOn))
}

const unfitEnd = ({ on }: PaperEnd, { signedOn }: Given, today: PlainDate): Refusal<'out-of-order'> | undefined => {
  if (on < signedOn) return { kind: 'out-of-order', what: 'ended.on', given: on, notBefore: signedOn }
  return on > today ? { kind: 'out-of-order', what: 'ended.on', given: today, notBefore: on } : undefined
}

const termIsOver = (endOn: PlainDate): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'terms.endOn',
  given: endOn,
  needs: 'a term that is not over, its renewal, or its end',
  why: {
    ja: `契約期間は${dayInWords(endOn)}に終わっています。更新されて続いているなら自動更新（月数と申出期限）を入れ、終わっているなら契約終了日と終了の事由を入れて記録してください。`,
    en: `The term was over on ${endOn}. If it goes on by renewal, give the renewal; if it has ended, give its last day and how it ended.`,
  },
})

const endedAfterTerm = (on: PlainDate, endOn: PlainDate): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'ended.on',
  given: on,
  needs: `no day after ${endOn}`,
  why: {
    ja: `契約期間は${dayInWords(endOn)}までです。契約終了日をその日までにするか、更新されていたなら自動更新を入れてください。`,
    en: `The term ran until ${endOn}. Give a last day up to then or, if it was renewed, its renewal.`,
  },
})

const notTheLastDay = (on: PlainDate, endOn: PlainDate): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'ended.on',
  given: on,
  needs: endOn,
  why: {
    ja: `満了なら、契約終了日は契約期間の最後の日（${dayInWords(endOn)}）です。途中で終わったなら、解約又は解除としてください。`,
    en: `What expired ended on the last day of its term, ${endOn}. What ended before that was cancelled or terminated.`,
  },
})
