import type { KeptContract } from '../../shapes/contract.ts'
import { prefectures, serviceFunctions } from '../fields/word-lists.ts'
import { allInForm2, longHash, moment, words, type Stored } from '../fields/head-words.ts'
import { headTerms, termsFrom } from '../../shapes/terms.ts'
import { lineKeys, namedBy, restKeys, revisedKeys } from './keys.ts'
import * as part from './parts.ts'
import type { FromKeys, HeadText } from '../fields/head-text.ts'

type Line = Readonly<Record<keyof typeof lineKeys, Stored>>
type Rest = Readonly<Record<keyof typeof restKeys, Stored>>

/** Fields that a contract has at any stage: what a revision may say anew, and what none may. */
const prepared = new Set(['stage', 'serviceId', 'monitoringType', ...Object.keys(revisedKeys)])

/** Throws where a field without meaning at a contract's stage says something. */
const silentBut = (stage: string, fields: object, may: readonly string[]): void => {
  const loud = Object.keys(fields).find((name) => !prepared.has(name) && !may.includes(name))
  if (loud !== undefined) throw new Error(`${stage}, and yet it has ${loud}`)
}

const dealOf = (line: Line, rest: Rest, { holder, ...keys }: FromKeys) => ({
  ...keys,
  seller: line.seller ?? holder,
  serviceId: `svc_${String(line.serviceId)}`,
  monitoringType: part.aWord(line.monitoringType),
  prefecture: part.oneOfThese(prefectures, line.prefecture),
  functions: part.unlessAll(allInForm2.functions, serviceFunctions, line.functions),
  ...(line.exceptionId === undefined ? {} : { exceptionId: `exc_${String(line.exceptionId)}` }),
  ...termsFrom(headTerms, { ...line, ...rest }),
  initialFeeExTaxYen: line.initialFeeExTaxYen,
  endOn: line.endOn,
  serviceVersion: rest.serviceVersion,
  edition: rest.edition,
  renewal: part.ifSaid(rest.renewal, part.renewalIn),
  noticeBy: part.oneOfThese(words.noticeBy, rest.noticeBy),
  revision: rest.revision,
  documentSha256: longHash(rest.documentSha256),
})
type Deal = ReturnType<typeof dealOf>

const confirmationOf = ({ confirmed = 'given' }: Line, { answeredAt, link }: Rest) => {
  const stage = part.oneOfThese(words.confirmation, confirmed)
  if (stage !== 'awaiting' && link !== undefined) throw new Error(`${stage}, and yet it has a link`)
  if (stage === 'confirmed' || stage === 'disputed') return { stage, at: moment(answeredAt) }
  if (answeredAt !== undefined) throw new Error(`${stage}, and yet it was answered`)
  return stage === 'awaiting' ? { stage, link: part.ifSaid(link, part.linkIn) } : { stage }
}

const earlierOf = (stored: unknown) => {
  const {
    since,
    settlement,
    late,
    discontinuanceId,
    coverage = {},
  } = namedBy({ discontinuanceId: 'd', since: 'a', settlement: 'w', late: 'l', coverage: 'c' }, stored)
  return {
    discontinuanceId: `dsc_${String(discontinuanceId)}`,
    since: moment(since),
    stage: 'settled',
    settlement: part.oneOfThese(words.settlement, settlement),
    late: part.flagged(late),
    coverage: part.coverageIn(coverage),
  }
}

const takeoverOf = (line: unknown, rest: unknown) => {
  if (line === undefined && rest === undefined) return null
  const { stage, since, settlement, late } = namedBy({ stage: 's', since: 'a', settlement: 'w', late: 'l' }, line)
  const { discontinuanceId, coverage } = namedBy({ discontinuanceId: 'd', coverage: 'c' }, rest)
  if ((stage === 'settled') !== (settlement !== undefined)) throw new Error(`${String(stage)}, settled or not`)
  return {
    discontinuanceId: `dsc_${String(discontinuanceId)}`,
    since: moment(since),
    stage: part.oneOfThese(words.takeover, stage),
    settlement: part.ifSaid(settlement, (one) => part.oneOfThese(words.settlement, one)),
    late: part.flagged(late),
    coverage: part.coverageIn(coverage),
  }
}

type Around = { readonly deal: Deal; readonly holder: string; readonly begun: string; readonly since: string | null }

/**
 * Intervals of who answers, one after another. Who is not named is the seller; who does not say since when, answers
 * since the contract stands, or, after another, since the takeover; who does not say until when, until the next one or
 * the end.
 */
const intervalsOf = (stored: unknown = [{}], { deal, holder, begun, since }: Around, end: string | null) => {
  const all = (stored as unknown[]).map((one, place) => {
    const { party, from, until } = namedBy({ party: 'p', from: 'f', until: 'u' }, one)
    const named = party === undefined ? deal.seller : party === 'e' ? deal.entityId : party === 'h' ? holder : party
    return { until, party: named, from: part.ifSaid(from, moment) ?? (place === 0 ? begun : (since ?? begun)) }
  })
  return all.map(({ party, from, until }, place) => ({
    party,
    from,
    until: until === undefined ? (all[place + 1]?.from ?? end) : until === null ? null : moment(until),
  }))
}

const startOfDay = (day: unknown): string => new Date(Date.parse(`${String(day)}T00:00:00+09:00`)).toISOString()

const concludedOf = (line: Line, rest: Rest, deal: Deal, holder: string) => {
  const stage = line.stage as string
  const end = ['endedOn', 'endedAt', 'ending'] as const
  if (stage === 'live')
    silentBut(
      stage,
      line,
      Object.keys(lineKeys).filter((name) => name !== 'endedOn'),
    )
  const mayRest = Object.keys(restKeys).filter(
    (name) => name !== 'reason' && (stage === 'ended' || !end.includes(name as never)),
  )
  silentBut(stage, rest, mayRest)
  const liveAt = moment(line.liveAt)
  const entry = part.oneOfThese(words.entry, line.entry)
  const takeover = takeoverOf(line.takeover, rest.takenOver)
  const begun = entry === 'signed' ? liveAt : startOfDay(line.signedOn)
  const around = { deal, holder, begun, since: takeover?.since ?? null }
  const endedAt = stage === 'ended' ? moment(rest.endedAt) : null
  return {
    stage,
    deal,
    explanation: part.explanationIn(rest.explanation),
    entry,
    signedOn: line.signedOn,
    liveAt,
    confirmation: confirmationOf(line, rest),
    ...(rest.formReading === undefined ? {} : { formReading: part.formReadingIn(rest.formReading) }),
    ...(rest.contactFrom === undefined ? {} : { contactFrom: rest.contactFrom }),
    ...(rest.contactVerified === undefined ? {} : { contactVerified: rest.contactVerified }),
    ...(rest.confirmedByVerified === undefined ? {} : { confirmedByVerified: rest.confirmedByVerified }),
    ...(rest.formerSmeIds === undefined ? {} : { formerSmeIds: rest.formerSmeIds }),
    ...(line.conflict === undefined ? {} : { conflict: part.conflictIn(line.conflict) }),
    responsibility: intervalsOf(rest.responsibility, around, endedAt),
    counterparty: intervalsOf(rest.counterparty, around, endedAt),
    holder,
    takeover,
    earlierTakeovers: ((line.earlierTakeovers ?? []) as unknown[]).map(earlierOf),
    servedFrom: rest.servedFrom ?? deal.startOn,
    lastRevision: rest.lastRevision ?? deal.revision,
    consents: ((rest.consents ?? []) as unknown[]).map(part.consentIn(liveAt)),
    proposal: part.ifSaid(rest.proposal, part.proposalIn(deal)),
    next: part.ifSaid(rest.next, part.nextIn(deal)),
    announced: part.ifSaid(rest.announced, part.announcedIn),
    leaving: part.ifSaid(rest.leaving, part.leavingIn),
    ownLink: part.ifSaid(rest.ownLink, part.linkIn),
    ...(endedAt ? { endedAt, endedOn: line.endedOn, ending: part.oneOfThese(words.ending, rest.ending) } : {}),
  }
}

const preparedOf = (line: Line, rest: Rest, deal: Deal) => {
  const { stage } = line
  silentBut(stage, line, [])
  silentBut(
    stage,
    rest,
    { drafted: ['explanation'], offered: ['explanation', 'link'], void: ['reason'] }[String(stage)] ?? [],
  )
  if (stage === 'void') return { stage, deal, reason: part.oneOfThese(words.voidReason, rest.reason) }
  if (stage === 'drafted') return { stage, deal, explanation: part.ifSaid(rest.explanation, part.explanationIn) }
  if (stage !== 'offered') throw new Error(`no stage: ${String(stage)}`)
  return { stage, deal, explanation: part.explanationIn(rest.explanation), link: part.linkIn(rest.link) }
}

/** Reads a contract out of the two texts of form 2: objects with a form number and short keys. */
export const readForm2 = (line: unknown, rest: unknown, keys: FromKeys): HeadText => {
  const [said, more] = [line, rest].map((one) => {
    const { v, ...fields } = one as Readonly<Record<string, unknown>>
    if (v !== 2) throw new Error(`no form: ${String(v)}`)
    return fields
  })
  const [inLine, inRest] = [namedBy(lineKeys, said), namedBy(restKeys, more)]
  const deal = dealOf(inLine, inRest, keys)
  const concluded = inLine.stage === 'live' || inLine.stage === 'ended'
  const contract = concluded ? concludedOf(inLine, inRest, deal, keys.holder) : preparedOf(inLine, inRest, deal)
  return { contract: contract as unknown as KeptContract, repeats: null }
}
