import { UnreadableRow } from '../../../../ports/stored-forms.ts'
import * as form1 from './words-of-form-1.ts'

/*
 * The parts of a head in form 1, and what form 2 says instead. Frozen with the upgrade that uses them.
 */

/** Value at a place of an array of form 1. */
export type Position = unknown

const unreadable = (why: string): UnreadableRow => new UnreadableRow('contract', `${why} in form 1`)

export const textOf = (value: Position): string => {
  if (typeof value !== 'string') throw unreadable('no text where one was due')
  return value
}

/** The word at a place of a list; a place the list does not have is refused, and never another word. */
export const wordIn = (list: readonly string[], place: Position, what: string): string => {
  const word = typeof place === 'number' ? list[place] : undefined
  if (word === undefined) throw unreadable(`no ${what} at place ${String(place)}`)
  return word
}

export const arrayOf = (value: Position, what: string): readonly Position[] => {
  if (!Array.isArray(value)) throw unreadable(`no ${what}`)
  return value
}

const said = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))

const unless = <To>(value: Position, nothing: Position, to: (value: Position) => To): To | undefined =>
  value === undefined || value === nothing ? undefined : to(value)

/** Items packed as one character each: its place in the list, in base 36. */
const items = (packed: Position): readonly string[] =>
  [...textOf(packed)].map((place) => wordIn(form1.items, Number.parseInt(place, 36), 'item'))

const functions = (packed: Position): readonly string[] | undefined =>
  unless(packed, 0, (places) => arrayOf(places, 'functions').map((place) => wordIn(form1.functions, place, 'function')))

const explanation = (packed: Position) =>
  unless(packed, null, (one) => {
    const [method, on, told] = arrayOf(one, 'explanation')
    return { m: wordIn(form1.methods, method, 'method'), o: on, i: items(told) }
  })

const link = (packed: Position) =>
  unless(packed, null, (one) => {
    const [nonce, expiresAt, codesSent, codeSentAt, wrongCodes, passedAt] = arrayOf(one, 'link')
    return said({ n: nonce, x: expiresAt, c: codesSent, a: codeSentAt, w: wrongCodes, p: passedAt })
  })

const renewal = (packed: Position) =>
  unless(packed, 0, (one) => {
    const [months, noticeDays] = arrayOf(one, 'renewal')
    return { m: months, d: noticeDays }
  })

const intervals = (packed: Position) =>
  arrayOf(packed, 'intervals').map((one) => {
    const [party, from, until = null] = arrayOf(one, 'interval')
    return { ...(party === 's' ? {} : { p: party }), f: from, u: until }
  })

/** 0.2.0 kept the id of a case with its prefix. */
const caseId = (id: Position): string => textOf(id).replace(/^dsc_/, '')

const coverageForm = /^[ucl]{3}(\.[0-9a-z]+)*(\.[0-9a-z]+-[0-9a-z]+)*$/

/**
 * Three letters, one a facet: u(nknown), c(onfirmed), l(ost); after a point each, since when the lost ones are; then the
 * gaps that are over, as from-until. Moments were milliseconds after the takeover's own, in base 36.
 */
const coverage = (packed: string, since: number) => {
  if (!coverageForm.test(packed)) throw unreadable('no coverage')
  const [letters = '', ...more] = packed.split('.')
  const at = (offset: string | undefined): number => since + Number.parseInt(offset ?? '', 36)
  const facet = (letter: string | undefined) => {
    if (letter === 'l') return at(more.shift())
    return letter === 'c' ? 'c' : undefined
  }
  const [m, c, i] = [...letters].map(facet)
  const g = more.map((gap) => {
    const [from, until] = gap.split('-')
    return { f: at(from), u: at(until) }
  })
  return said({ m, c, i, g: g.length > 0 ? g : undefined })
}

/** A revision that is not in force. It says all, and a null aloud: form 2 takes what is absent from the one in force. */
const revision = (packed: Position) => {
  const [seller, serviceVersion, edition, prefecture, bound, terminals, importantTerminals, ...more] = arrayOf(
    packed,
    'revision',
  )
  const [initialFee, monthlyFee, startOn, endOn, renewed, noticeBy, number, documentSha256, exception] = more
  return {
    se: seller,
    pf: wordIn(form1.prefectures, prefecture, 'prefecture'),
    fn: functions(bound) ?? form1.functions,
    ex: unless(exception, 0, textOf) ?? null,
    tm: terminals,
    if: initialFee,
    mf: monthlyFee,
    so: startOn,
    eo: endOn,
    vn: serviceVersion,
    ed: edition,
    it: importantTerminals,
    rn: renewal(renewed) ?? null,
    nb: wordIn(form1.noticeWays, noticeBy, 'way of notice'),
    rv: number,
    dh: documentSha256,
  }
}

const consent = (packed: Position) => {
  const [kind, given, at] = arrayOf(packed, 'consent')
  return said({ k: wordIn(form1.consentKinds, kind, 'consent'), s: given === 1 ? undefined : 'withdrawn', a: at })
}

const proposal = (packed: Position) =>
  unless(packed, null, (one) => {
    const [kind, deal, changed, told, sent] = arrayOf(one, 'proposal')
    const k = wordIn(form1.proposalKinds, kind, 'kind of proposal')
    return said({ k, d: revision(deal), c: items(changed), x: explanation(told), l: link(sent) })
  })

const nextTerm = (packed: Position) =>
  unless(packed, null, (one) => {
    const [deal, told] = arrayOf(one, 'next term')
    return said({ d: revision(deal), x: explanation(told) })
  })

const announced = (packed: Position) =>
  unless(packed, null, (one) => {
    const [answerBy, held] = arrayOf(one, 'announcement')
    return said({ b: answerBy, h: held === 1 ? 1 : undefined })
  })

const leaving = (packed: Position) =>
  unless(packed, null, (one) => {
    const [on, penalty, requestedAt, confirmed, word] = arrayOf(one, 'wish to leave')
    return said({ o: on, y: penalty, a: requestedAt, c: confirmed === 1 ? 1 : undefined, h: word })
  })

/** 0: nothing befell it. 1: nothing, but its SME consented to remote support on signing; 0.2.0 said so as well. */
export const courseFrom1 = (packed: Position): Readonly<Record<string, unknown>> => {
  if (packed === 0) return {}
  if (packed === 1) return { cs: [{ k: 'remoteSupport' }] }
  const [servedFrom, lastRevision, consents = [], ...more] = arrayOf(packed, 'course')
  const [proposed, agreed, told, wish, ownLink] = more
  return said({
    sf: servedFrom,
    lr: lastRevision,
    cs: arrayOf(consents, 'consents').map(consent),
    pp: proposal(proposed),
    nx: nextTerm(agreed),
    an: announced(told),
    lv: leaving(wish),
    ol: link(ownLink),
  })
}

export const partsOf1 = { functions, explanation, link, renewal, intervals, caseId, coverage }
