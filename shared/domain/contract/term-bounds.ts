import { dayInWords, daysAfter, daysUntil, lastDayKept, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import type { ContractRevision } from './states.ts'

/** Days and renewal of a text that is about to be agreed or put on record. */
type Days = Pick<ContractRevision, 'startOn' | 'endOn' | 'renewal'>
type Unfit = Refusal<'does-not-fit' | 'out-of-order'>

/**
 * Days before its signature at which a contract's first day may lie, and days after it (当社解釈; a slip of the year is
 * caught).
 */
const startsDaysBefore = 365
const startsDaysAfter = 5 * 366

/** A last day that is worked out is bounded as one that is given. */
export const unkeptLastDay = ({ endOn }: Pick<Days, 'endOn'>): Unfit | undefined =>
  endOn <= lastDayKept
    ? undefined
    : {
        kind: 'does-not-fit',
        what: 'terms.termMonths',
        given: endOn,
        needs: `no day after ${lastDayKept}`,
        why: {
          ja: `契約期間の最後の日が${dayInWords(endOn)}になります。${dayInWords(lastDayKept)}までに終わるよう、開始日か月数を直してください。`,
          en: `The term would end on ${endOn}. Correct its first day or its months so that it ends by ${lastDayKept}.`,
        },
      }

/** The first day lies around the signature, and the term is not over when it is signed. */
const unlikeSigning = ({ startOn, endOn }: Days, signedOn: PlainDate): Unfit | undefined => {
  const [earliest, latest] = [daysAfter(signedOn, -startsDaysBefore), daysAfter(signedOn, startsDaysAfter)]
  if (startOn < earliest)
    return {
      kind: 'out-of-order',
      what: 'terms.startOn',
      given: startOn,
      notBefore: earliest,
      why: {
        ja: `開始日が、契約の日（${dayInWords(signedOn)}）より1年を超えて前です。開始日を確かめてください。`,
        en: `The first day is more than a year before the contract was signed, ${signedOn}. Check the first day.`,
      },
    }
  if (startOn > latest)
    return {
      kind: 'does-not-fit',
      what: 'terms.startOn',
      given: startOn,
      needs: `no day after ${latest}`,
      why: {
        ja: `開始日が、契約の日（${dayInWords(signedOn)}）より5年を超えて後です。開始日を確かめてください。`,
        en: `The first day is more than five years after the contract was signed, ${signedOn}. Check the first day.`,
      },
    }
  return overOn({ endOn }, signedOn)
}

/** No text is agreed whose term is over by then: it would end before it was signed. */
export const overOn = ({ endOn }: Pick<Days, 'endOn'>, signedOn: PlainDate): Refusal<'out-of-order'> | undefined =>
  endOn >= signedOn
    ? undefined
    : {
        kind: 'out-of-order',
        what: 'terms.endOn',
        given: endOn,
        notBefore: signedOn,
        why: {
          ja: `契約期間は${dayInWords(endOn)}に終わっており、${dayInWords(signedOn)}に結ぶ契約になりません。開始日と月数を確かめてください。`,
          en: `The term is over on ${endOn}, before the day of signing, ${signedOn}. Check its first day and its months.`,
        },
      }

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The days of the shortest term of so many months, wherever in the calendar it begins (民法143条). */
const shortestTermDays = (months: number): number => {
  const from = (first: number): number =>
    Array.from({ length: months }, (_, index) => monthLengths[(first + index) % 12] ?? 0).reduce((a, b) => a + b, 0)
  return Math.min(...monthLengths.map((_, first) => from(first)))
}

const clause = '第2章1.(7)ウ'

/**
 * A renewal keeps its own notice: in every term the SME is told, has its days to answer, and has answered, all between
 * the term's first day and its last (第2章1.(7)ウ; 当社解釈).
 */
const unkeptNotice = ({ startOn, endOn, renewal }: Days): Refusal<'does-not-fit'> | undefined => {
  if (!renewal) return undefined
  const { months, noticeDays } = renewal
  const needed = noticeDays + announcedDaysAhead + 1
  const [first, later] = [daysUntil(endOn, startOn) + 1, shortestTermDays(months)]
  if (first >= needed && later >= needed) return undefined
  const days = Math.min(first, later)
  const term =
    first < needed
      ? { ja: '初めの契約期間', en: 'The first term' }
      : { ja: `更新後の${months}か月の契約期間`, en: `A term of ${months} months` }
  const most = days - announcedDaysAhead - 1
  return {
    kind: 'does-not-fit',
    what: first < needed ? 'terms.termMonths' : 'terms.renewal',
    given: `${days} days`,
    needs: `at least ${needed} days`,
    clause,
    why: {
      ja: `${term.ja}（短いときは${days}日）の中で、更新のお知らせが守れません。申出期限は最後の日の${noticeDays}日前、お知らせはその${announcedDaysAhead}日前なので、${needed}日以上の期間が要ります。${most > 0 ? `申出期限を${most}日前までにするか、期間を長くしてください。` : '期間を長くしてください。'}（当社解釈）`,
      en: `${term.en} (as short as ${days} days) cannot keep its own notice: answers until ${noticeDays} days before its last day, announced ${announcedDaysAhead} days before that, take ${needed} days. ${most > 0 ? `Ask for at most ${most} days of notice, or make it longer.` : 'Make it longer.'} (our reading)`,
    },
  }
}

/** Objection to the days of a contract that is signed on a day. */
export const unfitToSign = (days: Days, signedOn: PlainDate): Unfit | undefined =>
  unkeptLastDay(days) ?? unlikeSigning(days, signedOn) ?? unkeptNotice(days)

/** Objection to the days of a change or a renewal: its first day follows from the term it is of. */
export const unfitToAmend = (days: Days, today: PlainDate): Unfit | undefined =>
  unkeptLastDay(days) ?? overOn(days, today) ?? unkeptNotice(days)

/** The SME is told this many days before its last day to say no (当社解釈; the standard has no number). */
export const announcedDaysAhead = 30
