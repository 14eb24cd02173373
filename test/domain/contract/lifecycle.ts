import {
  declineAmendment,
  explainAmendment,
  offerAmendment,
  proposeAmendment,
  signAmendment,
  withdrawAmendment,
} from '../../../shared/domain/contract/amendment.ts'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  signContract,
} from '../../../shared/domain/contract/conclude.ts'
import { giveConsent, withdrawConsent } from '../../../shared/domain/contract/consent.ts'
import {
  annulContract,
  confirmCancellation,
  requestCancellation,
  terminateContract,
  withdrawCancellation,
} from '../../../shared/domain/contract/ending.ts'
import { askConfirmation, codeToTry, linkOf, requestCode, sendOwnLink } from '../../../shared/domain/contract/link.ts'
import {
  explainContract,
  offerContract,
  reviseContract,
  voidContract,
} from '../../../shared/domain/contract/prepare.ts'
import {
  applyDiscontinuance,
  sendNoticeAgain,
  settleTakeover,
  tellSme,
} from '../../../shared/domain/contract/takeover.ts'
import { noteCoverage } from '../../../shared/domain/contract/coverage.ts'
import { takeTurn, turnBy } from '../../../shared/domain/contract/term.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import { breach, contractOf, day, discontinuanceId, entityId, sha256, start, today, type outcome } from '../given.ts'
import {
  accepted,
  attested,
  attestedWithoutLink,
  confirmed,
  contractAfter,
  deal,
  disputed,
  drafted,
  ended,
  expiresAt,
  explained,
  explanation,
  nonce,
  opened,
  requested,
  revised,
  settled,
  told,
  toOffer,
  toOpen,
  toSign,
  toTakeOver,
  withdrawn,
} from './given.ts'
import {
  announced,
  dearer,
  held,
  nextTerm,
  ownLinkSent,
  renamed,
  renewingStory,
  toAgreeNext,
  toEnterAgain,
  toExplainAgain,
  toLeave,
  toOfferAgain,
  toOwnPage,
  toPropose,
  toSignAgain,
  toWish,
  wishing,
} from './given-course.ts'
import { noContract, type Contract, type ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const endedBy = (ending: (typeof ended)['ending'] | 'endedInTakeover' | 'expired' | 'terminated' | 'annulled') =>
  ({ ...ended, ending }) as const

/** Every place a contract can stand at, by the story that leads there. */
export const stories: Readonly<Record<string, readonly ContractEvent[]>> = {
  none: [],
  drafted: [drafted],
  explained: [drafted, explained],
  offered: toOffer,
  asked: [...toOffer, requested],
  entered: toOpen,
  signed: toSign,
  proposed: toPropose,
  retold: toExplainAgain,
  reoffered: toOfferAgain,
  reentered: toEnterAgain,
  changed: toSignAgain,
  next: toAgreeNext,
  renewing: renewingStory,
  announced: [...renewingStory, announced],
  held: [...renewingStory, announced, held],
  wishing: toWish,
  leaving: toLeave,
  undecided: [...renewingStory, announced, wishing],
  overtaken: [...toAgreeNext, wishing, { type: 'term-begun' }],
  ownLink: [...toSign, ownLinkSent],
  ownPage: toOwnPage,
  attested: [attested],
  paper: [attestedWithoutLink],
  confirming: [attested, requested, accepted],
  confirmed: [attested, requested, accepted, confirmed],
  disputed: [attested, requested, accepted, disputed],
  opened: toTakeOver,
  changeTaken: [...toEnterAgain, opened],
  leaverTaken: [...toLeave, opened],
  told: [...toTakeOver, told],
  served: [...toTakeOver, told, settled('servedByImplementingEntity', entityId)],
  cancelled: [...toSign, ended],
  expired: [...toSign, endedBy('expired')],
  terminated: [...toSign, endedBy('terminated')],
  annulled: [...toSign, endedBy('annulled')],
  leftIn: [...toTakeOver, told, settled('endedBySme', deal.seller), endedBy('endedInTakeover')],
  void: [...toOffer, withdrawn],
}

export const standingAt = (row: string): Contract => {
  const events = stories[row] ?? []
  return events.length === 0 ? noContract : contractAfter(...events)
}

type Decided = Parameters<typeof outcome>[0]
type Command = (contract: ExistingContract, at: Instant) => Decided

const good = { breaches: [], forNext: { deal: null, touched: [] } }
/** As the standard judges it: what was not explained is in breach. */
const judged = (contract: ExistingContract) => {
  const text = contract.stage === 'live' ? contract.proposal : contract
  return text && 'explanation' in text && text.explanation ? good : { breaches: [breach] }
}
const newLink = { nonce: 'another', expiresAt }
/** The SME always comes by the link that is open, so that what it is for decides. */
const by = (contract: Contract) => linkOf(contract)?.nonce ?? nonce
const explaining = { explanation, explanationSha256: sha256('1') }
const proposing = (kind: 'amendment' | 'renewal', to: typeof deal, changed: readonly 'monthlyFee'[]) => ({
  kind,
  changed,
  deal: to,
  changesContact: false,
  proposalSha256: sha256('c'),
})
const serve = { settlement: 'servedByImplementingEntity', holder: entityId, consentSha256: null, on: today } as const
const insured = { facet: 'insurance', finding: 'confirmed', evidenceSha256: sha256('e'), operationId: null } as const
const wish = { on: day('2026-12-31'), wordSha256: sha256('5'), ground: false }
const word = { kind: 'remoteSupport', receiptSha256: sha256('9') } as const

/** Every command, as someone entitled to it would give it. */
export const commands: Readonly<Record<string, Command>> = {
  revise: (contract) => reviseContract(contract, revised, { ...good, readsTheSame: false }),
  explain: (contract) => explainContract(contract, explaining, { today }),
  offer: (contract) => offerContract(contract, newLink, judged(contract)),
  withdraw: (contract) => voidContract(contract, 'withdrawn'),
  request: (contract, at) => requestCode(contract, by(contract), at),
  try: (contract, at) => {
    const link = codeToTry(contract, by(contract), at)
    return link.ok ? ok([{ type: 'open' }]) : link
  },
  sign: (contract, at) =>
    signContract(
      contract,
      {
        nonce: by(contract),
        documentSha256: deal.documentSha256,
        remoteSupportConsent: true,
        signatureSha256: sha256('2'),
      },
      { ...good, at, today },
    ),
  decline: (contract, at) => declineContract(contract, by(contract), at),
  confirm: (contract, at) =>
    confirmAttestation(
      contract,
      { nonce: by(contract), documentSha256: deal.documentSha256, confirmationSha256: sha256('6') },
      { ...good, at },
    ),
  dispute: (contract, at) => disputeAttestation(contract, { nonce: by(contract), disputeSha256: sha256('7') }, at),
  askAgain: (contract) => askConfirmation(contract, newLink),

  propose: (contract) =>
    proposeAmendment(contract, proposing('amendment', dearer, ['monthlyFee']), { ...good, firstDay: deal.startOn }),
  amend: (contract) =>
    proposeAmendment(contract, proposing('amendment', renamed, []), { ...good, firstDay: deal.startOn }),
  renew: (contract) =>
    proposeAmendment(contract, proposing('renewal', nextTerm, []), { ...good, firstDay: nextTerm.startOn }),
  other: (contract) =>
    proposeAmendment(contract, proposing('amendment', { ...dearer, contractId: contractOf(9) }, []), {
      ...good,
      firstDay: deal.startOn,
    }),
  retell: (contract) => explainAmendment(contract, explaining, { today }),
  reoffer: (contract) => offerAmendment(contract, newLink, judged(contract)),
  takeBack: (contract) => withdrawAmendment(contract),
  refuse: (contract, at) => declineAmendment(contract, by(contract), at),
  resign: (contract, at) =>
    signAmendment(
      contract,
      { nonce: by(contract), documentSha256: dearer.documentSha256, signatureSha256: sha256('8') },
      { ...good, changesContact: false, at, today },
    ),
  ownLink: (contract) => sendOwnLink(contract, newLink),

  wish: (contract) =>
    requestCancellation(contract, wish, { penaltyExTaxYen: 4_900, mayCancelAnyTime: true }, { today }),
  stay: (contract) => withdrawCancellation(contract),
  leave: (contract) => confirmCancellation(contract, { penaltyExTaxYen: 4_900 }, { today }),
  leaveLate: (contract) => confirmCancellation(contract, { penaltyExTaxYen: 4_900 }, { today: day('2026-12-31') }),
  terminate: (contract) =>
    terminateContract(contract, { ground: 'agreed', on: today, warned: null, wordSha256: sha256('5') }, { today }),
  annul: (contract) => annulContract(contract, sha256('5'), { today }),
  consent: (contract) => giveConsent(contract, { ...word, kind: 'positionTransfer' }),
  again: (contract) => giveConsent(contract, word),
  unsay: (contract) => withdrawConsent(contract, word),
  reach: (contract) => ok(standing(contract) ? applyDiscontinuance(contract, { discontinuanceId, since: start }) : []),
  tell: (contract) => tellSme(contract, { by: 'phone', toldSha256: sha256('8') }),
  resend: (contract) => sendNoticeAgain(contract, { addressSha256: null }),
  settle: (contract) => settleTakeover(contract, serve),
  cover: (contract, at) => noteCoverage(contract, { ...insured, statedAt: at }, { now: at, caseClosed: false }),
  turn: (contract) => {
    const turn = standing(contract) ? turnBy(contract, day('2029-10-15')) : null
    if (contract.stage !== 'live' || !turn) return ok([])
    const renewed = { ...good, deal: nextTerm }
    return ok(takeTurn(contract, { turn, today: day('2029-10-15'), renewed }))
  },
}
/** What was never begun is given to commands as well; the platform's own steps never meet it. */
const standing = (contract: Contract): contract is ExistingContract => contract.stage !== 'none'
