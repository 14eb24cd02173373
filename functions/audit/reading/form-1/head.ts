import type { KeptContract } from '../../shapes/contract.ts'
import { prefectures } from '../fields/word-lists.ts'
import { courseOf } from './course.ts'
import { coverageIn } from '../fields/coverage.ts'
import { fieldsOf, longHash, moment, orNull, word, words } from '../fields/head-words.ts'
import { explanationOf, linkOf, renewalOf, functionsOf } from './parts.ts'
import type { FromKeys, HeadText } from '../fields/head-text.ts'

/** The text `r`: what lists and reports show of a contract. */
const lineOf = (text: unknown) => {
  const [stage, entry, seller, service, type, prefecture, terminals, initialFee, monthlyFee, ...more] = fieldsOf(
    text,
    16,
  )
  const [startOn, endOn, signedOn, endedOn, separate, confirmation, takeover] = more
  const deal = {
    seller,
    serviceId: `svc_${service}`,
    monitoringType: word(words.monitoringType, type),
    prefecture: word(prefectures, prefecture),
    terminals,
    initialFeeExTaxYen: initialFee,
    monthlyFeeExTaxYen: monthlyFee,
    startOn,
    endOn,
  }
  const exception = typeof separate === 'string' ? { exceptionId: `exc_${separate}` } : {}
  if (typeof separate !== 'string' && separate !== 0 && separate !== 1) throw new Error(`separate: ${String(separate)}`)
  return {
    stage: word(words.stage, stage),
    entry,
    deal: { ...deal, ...exception },
    signedOn,
    endedOn,
    separate: separate !== 0,
    confirmation,
    takeover,
  }
}

/** The text `s`: the rest of it. */
const restOf = (text: unknown) => {
  const [serviceVersion, edition, functions, importantTerminals, noticeBy, revision, documentSha256, ...more] =
    fieldsOf(text, 19)
  const [explanation, link, liveAt, course, answeredAt, responsibility, counterparty, takeover, ...end] = more
  const [endedAt, ending, voidReason, renewal] = end
  const deal = {
    serviceVersion,
    edition,
    functions: functionsOf(functions),
    importantTerminals,
    noticeBy: word(words.noticeBy, noticeBy),
    revision,
    documentSha256: longHash(documentSha256),
    renewal: renewalOf(renewal),
  }
  const made = { explanation, link, liveAt, course, answeredAt, responsibility, counterparty, takeover }
  return { deal, ...made, endedAt, ending, voidReason }
}

type Line = ReturnType<typeof lineOf>
type Rest = ReturnType<typeof restOf>

type Parties = { readonly entityId: unknown; readonly seller: unknown }
type Revised = { readonly startOn: unknown; readonly revision: unknown }

/** An interval names the implementing entity and the seller by a letter, anyone else by id. */
const intervalOf =
  ({ entityId, seller }: Parties) =>
  (packed: unknown) => {
    const [party, from, until] = packed as readonly unknown[]
    const named = party === 'e' ? entityId : party === 's' ? seller : party
    return { party: named, from: moment(from), until: orNull(until, moment) }
  }

const silence: Readonly<Record<string, string>> = {
  entry: '-1',
  confirmation: '-1',
  ending: '-1',
  voidReason: '-1',
  course: '0',
  counterparty: '0',
  responsibility: '[]',
}

/** Throws where a field without meaning at a contract's stage says something. */
const silent = (stage: string, fields: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(fields)) {
    if (JSON.stringify(value) !== (silence[name] ?? 'null')) throw new Error(`${stage}, and yet it has ${name}`)
  }
}

const preparedOf = (line: Line, rest: Rest, deal: object) => {
  const { stage, entry, signedOn, endedOn, confirmation } = line
  const { explanation, link, voidReason, deal: _, ...made } = rest
  silent(stage, { entry, signedOn, endedOn, confirmation, lineTakeover: line.takeover, ...made })
  if (stage === 'void') {
    silent(stage, { explanation, link })
    return { stage, deal, reason: word(words.voidReason, voidReason) }
  }
  silent(stage, { voidReason })
  if (stage === 'offered') return { stage, deal, explanation: explanationOf(explanation), link: linkOf(link) }
  silent(stage, { link })
  return { stage, deal, explanation: orNull(explanation, explanationOf) }
}

const confirmationOf = ({ confirmation, signedOn }: Line, { link, answeredAt, liveAt }: Rest) => {
  const onRecord = Date.parse(`${moment(liveAt + 9 * 3_600_000).slice(0, 10)}T00:00:00Z`)
  const waited = Math.max(0, onRecord - Date.parse(`${String(signedOn)}T00:00:00Z`)) / 86_400_000
  const stage = confirmation === -2 - waited ? 'awaiting' : word(words.confirmation, confirmation)
  if (stage === 'awaiting' && confirmation >= 0) throw new Error('says nothing of since when it is awaited')
  if (stage !== 'awaiting') silent(stage, { link })
  if (stage === 'confirmed' || stage === 'disputed') return { stage, at: moment(answeredAt) }
  silent(stage, { answeredAt })
  return stage === 'awaiting' ? { stage, link: orNull(link, linkOf) } : { stage }
}

/** Settled takeovers before the present one, oldest first. */
const earlierOf = ({ takeover }: Line) => {
  const [, , , , ...earlier] = (takeover ?? []) as readonly unknown[]
  return earlier.map((packed) => {
    const [id, since, settlement, late, coverage] = packed as readonly unknown[]
    return {
      discontinuanceId: `dsc_${String(id)}`,
      since: moment(since),
      stage: 'settled',
      settlement: word(words.settlement, settlement),
      late: late === 1,
      coverage: coverageIn(coverage, since),
    }
  })
}

const takeoverOf = ({ takeover: line }: Line, { takeover: rest }: Rest) => {
  if (line === null && rest === null) return null
  const [since, stage, settlement, late] = line as readonly unknown[]
  const [id, coverage] = rest as readonly unknown[]
  return {
    discontinuanceId: `dsc_${String(id)}`,
    since: moment(since),
    stage: word(words.takeover, stage),
    settlement: settlement === -1 ? null : word(words.settlement, settlement),
    late: late === 1,
    coverage: coverageIn(coverage, since),
  }
}

const concludedOf = (line: Line, rest: Rest, deal: Parties & Revised, holder: string) => {
  const { stage, entry, signedOn, endedOn } = line
  const { explanation, liveAt, course, responsibility, counterparty, endedAt, ending, voidReason } = rest
  const interval = intervalOf(deal)
  silent(stage, { voidReason })
  if (stage === 'live') silent(stage, { endedAt, endedOn, ending })
  return {
    stage,
    deal,
    explanation: explanationOf(explanation),
    entry: word(words.entry, entry),
    signedOn,
    liveAt: moment(liveAt),
    confirmation: confirmationOf(line, rest),
    responsibility: responsibility.map(interval),
    counterparty: (counterparty === 0 ? responsibility : counterparty).map(interval),
    holder,
    takeover: takeoverOf(line, rest),
    earlierTakeovers: earlierOf(line),
    ...courseOf(course, deal, moment(liveAt)),
    ...(stage === 'ended' ? { endedAt: moment(endedAt), endedOn, ending: word(words.ending, ending) } : {}),
  }
}

/** Reads a contract out of the two texts of form 1, arrays both, whose fields and words are known by their place. */
export const readForm1 = (line: unknown, rest: unknown, { holder, ...keys }: FromKeys): HeadText => {
  const said = lineOf(line)
  const more = restOf(rest)
  const deal = { ...keys, ...said.deal, ...more.deal }
  const concluded = said.stage === 'live' || said.stage === 'ended'
  const contract = concluded ? concludedOf(said, more, deal, holder) : preparedOf(said, more, deal)
  return { contract: contract as unknown as KeptContract, repeats: { separate: said.separate } }
}
