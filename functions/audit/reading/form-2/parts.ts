import { disclosureItemCodes, prefectures, serviceFunctions } from '../fields/word-lists.ts'
import { allInForm2, longHash, moment, words } from '../fields/head-words.ts'
import { isSilent } from '../../shapes/terms.ts'
import { namedBy, revisedKeys } from './keys.ts'

/** A word of a list, as it is; throws on any other. */
export const oneOfThese = (list: readonly string[], value: unknown): string => {
  if (typeof value !== 'string' || !list.includes(value)) throw new Error(`no word: ${JSON.stringify(value)}`)
  return value
}
/** A word of a list that is open here: which one fits, another row says. */
export const aWord = (value: unknown): string => {
  if (typeof value !== 'string' || !/^[a-z][A-Za-z]*$/.test(value)) throw new Error(`no word: ${JSON.stringify(value)}`)
  return value
}
/** Reads a value; null where it is absent. */
export const ifSaid = <Value>(value: unknown, read: (value: unknown) => Value): Value | null =>
  value === undefined ? null : read(value)
/** A list, or what its absence says; throws where that is said aloud. */
export const unlessAll = (all: readonly string[], list: readonly string[], value: unknown): readonly string[] => {
  if (value === undefined) return all
  const said = (value as unknown[]).map((one) => oneOfThese(list, one))
  if (said.join() === all.join()) throw new Error('all of them, spelt out')
  return said
}
/** 1, or absent. */
export const flagged = (value: unknown): boolean => {
  if (value !== undefined && value !== 1) throw new Error(`neither 1 nor absent: ${JSON.stringify(value)}`)
  return value === 1
}
export const counted = (value: unknown): number => {
  if (value !== undefined && (!Number.isSafeInteger(value) || value === 0))
    throw new Error(`no count: ${JSON.stringify(value)}`)
  return (value as number | undefined) ?? 0
}
const items = (value: unknown): readonly string[] =>
  (value as unknown[]).map((one) => oneOfThese(disclosureItemCodes, one))

const codeLetter = (stored: unknown) => {
  const { askedAt, printedAt, n } = namedBy({ n: 'n', askedAt: 'a', printedAt: 'p' }, stored)
  return { n, askedAt: moment(askedAt), ...(printedAt === undefined ? {} : { printedAt: moment(printedAt) }) }
}

const sentCode = (stored: unknown) => {
  const { n, at, used } = namedBy({ n: 'n', at: 'a', used: 'u' }, stored)
  return { n, at: moment(at), ...(flagged(used) ? { used: true } : {}) }
}

export const linkIn = (stored: unknown) => {
  const link = namedBy(
    {
      nonce: 'n',
      expiresAt: 'x',
      codesSent: 'c',
      codeSentAt: 'a',
      wrongCodes: 'w',
      passedAt: 'p',
      codes: 'k',
      letter: 'l',
    },
    stored,
  )
  return {
    nonce: link.nonce,
    expiresAt: moment(link.expiresAt),
    codesSent: counted(link.codesSent),
    codeSentAt: ifSaid(link.codeSentAt, moment),
    wrongCodes: counted(link.wrongCodes),
    passedAt: ifSaid(link.passedAt, moment),
    ...(link.letter === undefined ? {} : { letter: codeLetter(link.letter) }),
    ...(link.codes === undefined ? {} : { codes: (link.codes as unknown[]).map(sentCode) }),
  }
}

export const explanationIn = (stored: unknown) => {
  const told = namedBy({ method: 'm', on: 'o', items: 'i', listed: 'l' }, stored)
  return {
    method: oneOfThese(words.method, told.method),
    on: told.on,
    items: unlessAll(allInForm2.items, disclosureItemCodes, told.items),
    ...(told.listed === undefined ? {} : { listed: [false, true][told.listed as 0 | 1] }),
  }
}

export const renewalIn = (stored: unknown) => namedBy({ months: 'm', noticeDays: 'd' }, stored)

export const conflictIn = (stored: unknown) => {
  const conflict = namedBy({ with: 'w', exceptionId: 'x' }, stored)
  return {
    with: `ctr_${String(conflict.with)}`,
    ...(conflict.exceptionId === undefined ? {} : { exceptionId: `exc_${String(conflict.exceptionId)}` }),
  }
}

export const announcedIn = (stored: unknown) => {
  const { answerBy, held } = namedBy({ answerBy: 'b', held: 'h' }, stored)
  return { answerBy, held: flagged(held) }
}

export const leavingIn = (stored: unknown) => {
  const wish = namedBy({ on: 'o', penaltyExTaxYen: 'y', requestedAt: 'a', confirmed: 'c', wordSha256: 'h' }, stored)
  return {
    ...wish,
    requestedAt: moment(wish.requestedAt),
    confirmed: flagged(wish.confirmed),
    wordSha256: longHash(wish.wordSha256),
  }
}

export const consentIn = (liveAt: string) => (stored: unknown) => {
  const { kind, stage = 'given', at } = namedBy({ kind: 'k', stage: 's', at: 'a' }, stored)
  return {
    kind: oneOfThese(words.consent, kind),
    stage: oneOfThese(['given', 'withdrawn'], stage),
    at: ifSaid(at, moment) ?? liveAt,
  }
}

/** `c` for a facet that is confirmed, since when for one that is lost; absent, nobody looked. */
const facetIn = (stored: unknown) => {
  if (stored === undefined) return { stage: 'unknown' }
  return stored === 'c' ? { stage: 'confirmed' } : { stage: 'lost', since: moment(stored) }
}
export const coverageIn = (stored: unknown) => {
  const {
    monitoring,
    contact,
    insurance,
    gaps = [],
  } = namedBy({ monitoring: 'm', contact: 'c', insurance: 'i', gaps: 'g' }, stored)
  return {
    monitoring: facetIn(monitoring),
    contact: facetIn(contact),
    insurance: facetIn(insurance),
    gaps: (gaps as unknown[]).map((one) => {
      const { from, until } = namedBy({ from: 'f', until: 'u' }, one)
      return { from: moment(from), until: moment(until) }
    }),
  }
}

const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  prefecture: (value) => oneOfThese(prefectures, value),
  functions: (value) => (value as unknown[]).map((one) => oneOfThese(serviceFunctions, one)),
  exceptionId: (value) => (value === null ? undefined : `exc_${value as string}`),
  renewal: (value) => (value === null ? null : renewalIn(value)),
  noticeBy: (value) => oneOfThese(words.noticeBy, value),
  documentSha256: longHash,
}

/** A revision that is not in force: what it says anew, on top of the one that is. */
const revisionIn = (stored: unknown, now: object) => {
  const revised = Object.entries(namedBy(revisedKeys, stored)).map(([name, value]) => [
    name,
    readers[name]?.(value) ?? value,
  ])
  const then = { ...now, ...(Object.fromEntries(revised) as object) } as Record<string, unknown>
  if ((stored as { ex?: unknown }).ex === null) delete then['exceptionId']
  for (const [name, value] of Object.entries(then)) if (value === null && isSilent(name)) delete then[name]
  return then
}

export const proposalIn = (now: object) => (stored: unknown) => {
  const { kind, deal, changed, explanation, link } = namedBy(
    { kind: 'k', deal: 'd', changed: 'c', explanation: 'x', link: 'l' },
    stored,
  )
  return {
    kind: oneOfThese(words.proposal, kind),
    deal: revisionIn(deal, now),
    changed: items(changed),
    explanation: ifSaid(explanation, explanationIn),
    link: ifSaid(link, linkIn),
  }
}

export const nextIn = (now: object) => (stored: unknown) => {
  const { deal, explanation } = namedBy({ deal: 'd', explanation: 'x' }, stored)
  return { deal: revisionIn(deal, now), explanation: explanationIn(explanation) }
}

/** Reading of the form of paper: what it does not state and what nobody looked for are said, the rest was found. */
export const formReadingIn = (stored: unknown) => {
  const { readOn, notStated, unread } = namedBy({ readOn: 'o', notStated: 'n', unread: 'u' }, stored)
  const [absent, open] = [notStated === undefined ? [] : items(notStated), unread === undefined ? [] : items(unread)]
  return {
    readOn,
    stated: allInForm2.items.filter((item) => !absent.includes(item) && !open.includes(item)),
    notStated: absent,
  }
}
