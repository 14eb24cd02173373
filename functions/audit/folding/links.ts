import type { Contract, LiveContract } from '../shapes/contract.ts'
import type { CodeEvent, CodeLetterEvent, Link } from '../shapes/contract-parts.ts'
import type { Instant } from '../shapes/ids.ts'

const dayMs = 86_400_000

/** A link as it is sent: nothing was asked or entered yet. */
export const sentLink = ({ nonce, expiresAt }: { readonly nonce: string; readonly expiresAt: Instant }): Link => ({
  nonce,
  expiresAt,
  codesSent: 0,
  codeSentAt: null,
  wrongCodes: 0,
  passedAt: null,
})

/** The codes of the day before a moment; where they were not kept one by one, the last that was sent. */
const codesWithin = (link: Link, at: Instant): NonNullable<Link['codes']> => {
  const { codes, codesSent, codeSentAt, passedAt } = link
  const one =
    codeSentAt === null ? [] : [{ n: codesSent, at: codeSentAt, ...(passedAt === null ? {} : { used: true as const }) }]
  return (codes ?? one).filter((code) => Date.parse(at) - Date.parse(code.at) < dayMs)
}

/** A link after a code was sent for it, refused or accepted. Events that do not number their code are of the last one. */
export const linkWith = (link: Link, event: CodeEvent | CodeLetterEvent, at: Instant): Link => {
  if (event.type === 'code-letter-asked' || event.type === 'code-letter-printed') return withLetter(link, event, at)
  if (event.type === 'signing-code-refused') return { ...link, wrongCodes: link.wrongCodes + 1 }
  const { n } = event
  if (event.type === 'signing-code-accepted') {
    const codes =
      n === undefined ? undefined : link.codes?.map((code) => (code.n === n ? { ...code, used: true as const } : code))
    return { ...link, passedAt: at, ...(codes ? { codes } : {}) }
  }
  return n === undefined
    ? { ...link, codesSent: link.codesSent + 1, codeSentAt: at, passedAt: null }
    : { ...link, codesSent: n, codeSentAt: at, codes: [...codesWithin(link, at), { n, at }] }
}

/** A link after its code by letter was asked for, or printed: it lives as long as that code. */
const withLetter = (link: Link, { type, n, expiresAt }: CodeLetterEvent, at: Instant): Link =>
  type === 'code-letter-asked'
    ? { ...link, expiresAt, codesSent: n, codes: codesWithin(link, at), letter: { n, askedAt: at } }
    : { ...link, expiresAt, ...(link.letter ? { letter: { ...link.letter, printedAt: at } } : {}) }

type Purpose = 'own' | 'amend' | 'confirm'

/** Link of a live contract that opens: its own page's before that of a proposal before that of a confirmation. */
export const openOf = (contract: Contract): readonly [Purpose, Link] | undefined => {
  if (contract.stage !== 'live') return undefined
  const { ownLink, proposal, confirmation } = contract
  if (ownLink !== null) return ['own', ownLink]
  if (proposal?.link) return ['amend', proposal.link]
  return confirmation.stage === 'awaiting' && confirmation.link ? ['confirm', confirmation.link] : undefined
}

/** A live contract that has this link and no other. */
export const withLink = (contract: LiveContract, open?: readonly [Purpose, Link]): LiveContract => {
  const { proposal, confirmation } = contract
  const given = (purpose: Purpose): Link | null => (open?.[0] === purpose ? open[1] : null)
  return {
    ...contract,
    ownLink: given('own'),
    proposal: proposal === null ? null : { ...proposal, link: given('amend') },
    confirmation: confirmation.stage === 'awaiting' ? { ...confirmation, link: given('confirm') } : confirmation,
  }
}
