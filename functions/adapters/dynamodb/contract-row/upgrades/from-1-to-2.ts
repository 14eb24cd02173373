import { arrayOf, courseFrom1, partsOf1, textOf, wordIn, type Position } from './parts-of-form-1.ts'
import * as form1 from './words-of-form-1.ts'

/*
 * From form 1 to form 2. In form 1 both texts were arrays, fields by their place, words by their place in a list. It was
 * written in more than one layout: 0.2.0 knew neither courses nor coverage nor renewals, said the day of a takeover
 * where later rows say its moment, and spelt all functions out. A place that a row does not have says what it said
 * before there was one.
 */

type Texts = { readonly r: unknown; readonly s?: unknown }
const dayMs = 86_400_000
/** The beginning of a day in Japan, which is nine hours ahead of UTC all year. */
const beginningOf = (day: unknown): number => Date.parse(`${textOf(day)}T00:00:00+09:00`)

/** Nothing is said by absence in form 2. */
const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))

/** Both texts, or `r` alone as an index has it: moments that only `s` knows are then the beginning of their day. */
export const headFrom1To2 = ({ r, s }: Texts): Texts => {
  const line = arrayOf(r, 'line')
  const rest = s === undefined ? undefined : arrayOf(s, 'rest')
  return { r: lineFrom1(line, rest), ...(rest ? { s: restFrom1(line, rest) } : {}) }
}

const lineFrom1 = (line: readonly Position[], rest: readonly Position[] | undefined) => {
  const [stage, entry, seller, service, type, prefecture, terminals, initialFee, monthlyFee, ...more] = line
  const [startOn, endOn, signedOn, endedOn, separate = 0, confirmation = -1, takeover = null] = more
  // The functions left out are in `s`; a list asks only whether there are any.
  const functions = rest ? rest[2] : separate === 0 ? 0 : []
  const concluded = typeof signedOn === 'string'
  const waited = (confirmation as number) < -1 ? -2 - (confirmation as number) : 0
  return said({
    st: wordIn(form1.stages, stage, 'stage'),
    en: concluded ? wordIn(form1.entries, entry, 'entry') : undefined,
    se: seller,
    sv: service,
    mt: wordIn(form1.monitoringTypes, type, 'monitoring type'),
    pf: wordIn(form1.prefectures, prefecture, 'prefecture'),
    fn: partsOf1.functions(functions),
    ex: typeof separate === 'string' ? separate : undefined,
    tm: terminals,
    if: initialFee,
    mf: monthlyFee,
    so: startOn,
    eo: endOn,
    sn: signedOn,
    xo: endedOn,
    la: concluded ? (rest?.[9] ?? beginningOf(signedOn) + waited * dayMs) : undefined,
    cf: concluded ? confirmationIn(confirmation as number) : undefined,
    tk: takeover === null ? undefined : presentTakeover(arrayOf(takeover, 'takeover'), rest?.[14]),
    er: takeover === null ? undefined : earlierTakeovers(arrayOf(takeover, 'takeover')),
  })
}

/** -2 and below: awaited, and so many days from signing until it was on record; 0.2.0 said awaited by its place alone. */
const confirmationIn = (place: number): string | undefined => {
  if (place < -1) return 'awaiting'
  const stage = wordIn(form1.confirmations, place, 'confirmation')
  return stage === 'given' ? undefined : stage
}

const presentTakeover = ([since, stage, settlement, late]: readonly Position[], rest: Position) => {
  // 0.2.0 said the day here and the moment in `s`.
  const exact = Array.isArray(rest) && typeof rest[1] === 'number' ? rest[1] : undefined
  return said({
    s: wordIn(form1.takeoverStages, stage, 'takeover'),
    a: typeof since === 'number' ? since : (exact ?? beginningOf(since)),
    w: settlement === -1 ? undefined : wordIn(form1.settlements, settlement, 'settlement'),
    l: late === 1 ? 1 : undefined,
  })
}

const earlierTakeovers = ([, , , , ...earlier]: readonly Position[]) => {
  if (earlier.length === 0) return undefined
  return earlier.map((one) => {
    const [id, since, settlement, late, coverage] = arrayOf(one, 'earlier takeover')
    const how = wordIn(form1.settlements, settlement, 'settlement')
    return said({
      d: partsOf1.caseId(id),
      a: since,
      w: how,
      l: late === 1 ? 1 : undefined,
      c: typeof coverage === 'string' ? partsOf1.coverage(coverage, since as number) : coverageOf020('settled', how),
    })
  })
}

/** 0.2.0 kept no coverage. Who had been told had the new contact by that very word; nobody had looked at the rest. */
const coverageOf020 = (stage: string, settlement: string | undefined) =>
  stage === 'told' || (stage === 'settled' && settlement !== 'endedBySme') ? { c: 'c' } : {}

const takenOver = (takeover: Position, line: Position) => {
  const [id, coverage] = arrayOf(takeover, 'takeover')
  const { s, w, a } = presentTakeover(arrayOf(line, 'takeover in its line'), takeover)
  return {
    d: partsOf1.caseId(id),
    c:
      typeof coverage === 'string'
        ? partsOf1.coverage(coverage, a as number)
        : coverageOf020(s as string, w as string | undefined),
  }
}

const restFrom1 = (line: readonly Position[], rest: readonly Position[]) => {
  const [serviceVersion, edition, , importantTerminals, noticeBy, revision, documentSha256, ...more] = rest
  const [explanation, link, , course = 0, answeredAt, responsibility, counterparty = 0, takeover, ...last] = more
  const [endedAt, ending = -1, voidReason = -1, renewal = 0] = last
  const concluded = typeof line[11] === 'string'
  return said({
    vn: serviceVersion,
    ed: edition,
    it: importantTerminals,
    rn: partsOf1.renewal(renewal),
    nb: wordIn(form1.noticeWays, noticeBy, 'way of notice'),
    rv: revision,
    dh: documentSha256,
    xp: partsOf1.explanation(explanation),
    // 0.2.0 kept the link of a contract that had ended; it opened nothing.
    lk: line[0] === 3 ? undefined : partsOf1.link(link),
    ca: answeredAt,
    rs: concluded ? partsOf1.intervals(responsibility) : undefined,
    cp: concluded ? partsOf1.intervals(counterparty === 0 ? responsibility : counterparty) : undefined,
    tk: takeover ? takenOver(takeover, line[15]) : undefined,
    ...(concluded ? courseFrom1(course) : {}),
    ea: endedAt,
    eg: ending === -1 ? undefined : wordIn(form1.endings, ending, 'ending'),
    vr: voidReason === -1 ? undefined : wordIn(form1.voidReasons, voidReason, 'reason'),
  })
}
