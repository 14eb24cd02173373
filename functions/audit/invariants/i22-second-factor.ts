import type { Invariant } from './invariant.ts'
import { agreementsOf, type Agreement } from '../reading/agreements.ts'

const codeGoodForMs = 10 * 60_000
const letterGoodForMs = 14 * 24 * 60 * 60_000

/** The link and the code behind an SME's word: when the code was sent, when it was entered, until when the link was good. */
const factorsOf = ({ stream, index, entry, link }: Agreement): readonly (string | false)[] => {
  const earlier = stream.entries.slice(0, index)
  const entered = earlier.findLast(({ event }) => event.type === 'signing-code-accepted')
  if (!link || !entered) return ['was agreed to without a code']
  const { n } = entered.event as { readonly n?: number }
  const sent = stream.entries.findLast(
    ({ event, lies }) =>
      (event.type === 'signing-code-requested' || (event.type === 'code-letter-printed' && n !== undefined)) &&
      lies.seq < entered.lies.seq &&
      (n === undefined || event.n === n),
  )
  // The code of a letter is good for fourteen days, however often it is entered.
  const byLetter = sent?.event.type === 'code-letter-printed'
  const since = sent?.lies.seq ?? 0
  const twice = earlier.some(
    ({ event, lies }) =>
      !byLetter &&
      event.type === 'signing-code-accepted' &&
      n !== undefined &&
      event.n === n &&
      lies.seq > since &&
      lies.seq < entered.lies.seq,
  )
  const inTime =
    sent !== undefined && Date.parse(entered.at) < Date.parse(sent.at) + (byLetter ? letterGoodForMs : codeGoodForMs)
  const again = earlier.findLast(({ event }) => event.type === 'signing-code-requested')
  return [
    entered.at > entry.at && 'was agreed to before its code was entered',
    entry.at >= link.expiresAt && `was agreed to after its link expired at ${link.expiresAt}`,
    !inTime && 'was agreed to by a code that was entered too late',
    // Before codes had numbers, another one undid what had been entered.
    n === undefined &&
      again !== undefined &&
      again.lies.seq > entered.lies.seq &&
      'was agreed to while another code was awaited',
    twice && 'was agreed to by a code that had been entered before',
    entered.actor.role !== 'sme' && `has a code that ${entered.actor.role} entered`,
  ]
}

/**
 * I22. Behind every word of an SME is its own link and, by another channel, its own code: entered within ten minutes of
 * being sent, or fourteen days of being printed on a letter, before the word and within the life of the link. Who acts is the SME of that contract, never someone who
 * sells.
 */
export const secondFactor: Invariant = {
  id: 'I22',
  says: {
    ja: '利用者の意思表示には、本人と第二の確認手段がある',
    en: 'a second factor, and the SME itself, behind each word',
  },
  check: (book, see) => {
    for (const agreement of agreementsOf(book)) {
      const { entry, stream } = agreement
      const { role, sub, tenant } = entry.actor
      see(
        entry.where,
        ...factorsOf(agreement),
        role !== 'sme' && `is the word of ${role}`,
        role === 'sme' && (sub !== stream.id || tenant !== stream.id) && `is the word of the SME of ${sub}`,
      )
    }
  },
}
