import * as z from 'zod'
import { explanationMethods, settlements } from '../../../../shared/domain/contract/contract-words.ts'
import { unknownCoverage } from '../../../../shared/domain/contract/coverage.ts'
import { disclosureItemCodes } from '../../../../shared/domain/disclosure-items.ts'
import type { Explanation } from '../../../../shared/domain/contract/explanation.ts'
import { field, maybe, named, oneOf, orAbsent, orNull, type FieldsOf } from '../forms/fields.ts'
import { count, day, idOf, moment, sha256, text, trueOnly, word, words, yes, yesOrNo } from '../forms/values.ts'
import type {
  Renewal,
  Link,
  SentCode,
  CodeLetter,
  Coverage,
  FacetNow,
  Gap,
  Announced,
  CancellationRequest,
  FormReading,
} from '../../../../shared/domain/contract/states.ts'
import { allItems } from './words-of-form-2.ts'

/*
 * The parts of a contract's head, each with its short keys.
 */

export const items = words(disclosureItemCodes)

/** Usually every item was found; so what was not is said, and the rest is what was. */
export const formReading: z.ZodType<FormReading> = z.codec(
  named({
    readOn: field('o', day),
    notStated: orAbsent('n', items, []),
    unread: orAbsent('u', items, []),
  }),
  z.custom<FormReading>(),
  {
    decode: ({ readOn, notStated, unread }) => ({
      readOn,
      stated: allItems.filter((item) => !notStated.includes(item) && !unread.includes(item)),
      notStated,
    }),
    encode: ({ readOn, stated, notStated }) => ({
      readOn,
      notStated,
      unread: allItems.filter((item) => !stated.includes(item) && !notStated.includes(item)),
    }),
  },
)

const sentCode: z.ZodType<SentCode> = named({
  n: field('n', count),
  at: field('a', moment),
  used: maybe('u', trueOnly),
} satisfies FieldsOf<SentCode>)

const codeLetter: z.ZodType<CodeLetter> = named({
  n: field('n', count),
  askedAt: field('a', moment),
  printedAt: maybe('p', moment),
} satisfies FieldsOf<CodeLetter>)

export const link: z.ZodType<Link> = named({
  nonce: field('n', text),
  expiresAt: field('x', moment),
  codesSent: orAbsent('c', count, 0),
  codeSentAt: orNull('a', moment),
  wrongCodes: orAbsent('w', count, 0),
  passedAt: orNull('p', moment),
  codes: maybe('k', z.array(sentCode).readonly()),
  letter: maybe('l', codeLetter),
} satisfies FieldsOf<Link>)

export const explanation: z.ZodType<Explanation> = named({
  method: field('m', word(explanationMethods)),
  on: field('o', day),
  items: orAbsent('i', items, allItems),
  listed: maybe('l', yesOrNo),
} satisfies FieldsOf<Explanation>)

export const renewal: z.ZodType<Renewal> = named({
  months: field('m', count),
  noticeDays: field('d', count),
} satisfies FieldsOf<Renewal>)

export const announced: z.ZodType<Announced> = named({
  answerBy: field('b', day),
  held: orAbsent('h', yes, false),
} satisfies FieldsOf<Announced>)

export const leaving: z.ZodType<CancellationRequest> = named({
  on: field('o', day),
  penaltyExTaxYen: field('y', count),
  requestedAt: field('a', moment),
  confirmed: orAbsent('c', yes, false),
  wordSha256: field('h', sha256),
} satisfies FieldsOf<CancellationRequest>)

/** A facet: `c` for confirmed, since when for lost; absent, nobody has looked. */
const facet: z.ZodType<FacetNow> = z.codec(z.union([z.literal('c'), z.int()]), z.custom<FacetNow>(), {
  decode: (stored): FacetNow =>
    stored === 'c' ? { stage: 'confirmed' } : { stage: 'lost', since: z.decode(moment, stored) },
  encode: (now, { issues }) => {
    if (now.stage === 'confirmed') return 'c' as const
    if (now.stage === 'lost') return Date.parse(now.since)
    issues.push({ code: 'custom', input: now, message: `no facet is ${JSON.stringify(now.stage)} here` })
    return z.NEVER
  },
})
const gap: z.ZodType<Gap> = named({ from: field('f', moment), until: field('u', moment) } satisfies FieldsOf<Gap>)
const unknown: FacetNow = { stage: 'unknown' }

export const coverage: z.ZodType<Coverage> = named({
  monitoring: orAbsent('m', facet, unknown),
  contact: orAbsent('c', facet, unknown),
  insurance: orAbsent('i', facet, unknown),
  gaps: orAbsent('g', z.array(gap).readonly(), []),
} satisfies FieldsOf<Coverage>)

const takenOver = { since: field('a', moment), late: orAbsent('l', yes, false) }
const howSettled = field('w', word(settlements))

/** Present takeover, as far as lists show it. */
export const takeover = oneOf('stage', 's', {
  opened: takenOver,
  told: takenOver,
  settled: { ...takenOver, settlement: howSettled },
})

/** An earlier takeover, which is settled: nothing else is followed by another. */
export const earlierTakeover = named({
  discontinuanceId: field('d', idOf('dsc')),
  ...takenOver,
  stage: orAbsent('s', word(['settled']), 'settled'),
  settlement: howSettled,
  coverage: orAbsent('c', coverage, unknownCoverage),
})

/** Party that answers, from when until when; what is not said follows from the rest of the head (assembly.ts). */
const interval = named({
  /** `e` for the implementing entity, `h` for who holds the contract, else an id. Absent: the seller. */
  party: maybe('p', text),
  /** Absent: of the first, since the contract stands; of another, since the takeover. */
  from: maybe('f', moment),
  /** Absent: until the next one; of the last, until the contract ended. */
  until: maybe('u', z.nullable(moment)),
})
export const intervals = z.array(interval).readonly()
