import { prefectures } from '../fields/word-lists.ts'
import { longHash, moment, orNull, word, words, type Stored } from '../fields/head-words.ts'
import { explanationOf, functionsOf, itemsOf, linkOf, renewalOf } from './parts.ts'

type Said = { readonly startOn: unknown; readonly revision: unknown }

/** Reads exactly so many fields, or throws. */
const exactly = (packed: unknown, count: number): readonly Stored[] => {
  if (!Array.isArray(packed) || packed.length !== count) throw new Error(`not ${count} fields`)
  return packed
}

const flag = (value: unknown): boolean => {
  if (value !== 0 && value !== 1) throw new Error(`neither 0 nor 1: ${String(value)}`)
  return value === 1
}

/** A revision that is not in force: what it says anew, on top of what no revision can change. */
const dealOf = (packed: unknown, now: object) => {
  const [seller, serviceVersion, edition, prefecture, functions, terminals, importantTerminals, ...more] = exactly(
    packed,
    16,
  )
  const [initialFeeExTaxYen, monthlyFeeExTaxYen, startOn, endOn, renewal, noticeBy, revision, ...last] = more
  const [documentSha256, exception] = last
  const { exceptionId: _, ...same } = now as { readonly exceptionId?: string }
  return {
    ...same,
    ...(exception === 0 ? {} : { exceptionId: `exc_${String(exception)}` }),
    seller,
    serviceVersion,
    edition,
    prefecture: word(prefectures, prefecture),
    functions: functionsOf(functions),
    terminals,
    importantTerminals,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    startOn,
    endOn,
    renewal: renewalOf(renewal),
    noticeBy: word(words.noticeBy, noticeBy),
    revision,
    documentSha256: longHash(documentSha256),
  }
}

const consentOf = (packed: unknown) => {
  const [kind, given, at] = exactly(packed, 3)
  return { kind: word(words.consent, kind), stage: flag(given) ? 'given' : 'withdrawn', at: moment(at) }
}

const uneventful = ({ startOn, revision }: Said, consents: readonly object[]) => ({
  servedFrom: startOn,
  consents,
  lastRevision: revision,
  proposal: null,
  next: null,
  announced: null,
  leaving: null,
  ownLink: null,
})

/**
 * Course of a contract since it was signed. 0 where nothing has befallen it; 1 where nothing has but that its SME,
 * signing, consented to remote support; and the long form nowhere else.
 */
export const courseOf = (packed: unknown, deal: Said, liveAt: string) => {
  if (packed === 0) return uneventful(deal, [])
  if (packed === 1) return uneventful(deal, [{ kind: 'remoteSupport', stage: 'given', at: liveAt }])
  const [servedFrom, lastRevision, consents, proposal, next, announced, leaving, ownLink] = exactly(packed, 8)
  return {
    servedFrom,
    lastRevision,
    consents: (consents as unknown[]).map(consentOf),
    proposal: orNull(proposal, (one) => {
      const [kind, proposed, changed, explanation, link] = exactly(one, 5)
      return {
        kind: word(words.proposal, kind),
        deal: dealOf(proposed, deal),
        changed: itemsOf(changed),
        explanation: orNull(explanation, explanationOf),
        link: orNull(link, linkOf),
      }
    }),
    next: orNull(next, (one) => {
      const [agreed, explanation] = exactly(one, 2)
      return { deal: dealOf(agreed, deal), explanation: explanationOf(explanation) }
    }),
    announced: orNull(announced, (one) => {
      const [answerBy, held] = exactly(one, 2)
      return { answerBy, held: flag(held) }
    }),
    leaving: orNull(leaving, (one) => {
      const [on, penaltyExTaxYen, requestedAt, confirmed, sha256] = exactly(one, 5)
      return {
        on,
        penaltyExTaxYen,
        requestedAt: moment(requestedAt),
        confirmed: flag(confirmed),
        wordSha256: longHash(sha256),
      }
    }),
    ownLink: orNull(ownLink, linkOf),
  }
}
