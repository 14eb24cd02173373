import type { Printed } from '../../../shared/domain/documents/printed-document.ts'
import { signingCertificate, type SignatureOnRecord } from '../../../shared/domain/documents/signing-certificate.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { writingOf } from './contract-to-print.ts'
import { servingUrl } from './serving-url.ts'
import { signatureForm } from '../../papers/words-of-smes.ts'

/** The moment an SME signed, and the text it signed. */
const asSigning = ({ seq, hash, at, event }: LedgerEvent) =>
  event.type === 'contract-signed' || event.type === 'amendment-signed'
    ? [{ seq, hash, at, documentSha256: event.documentSha256 }]
    : []

/** The last event of a type before another. */
const lastBefore = (events: readonly LedgerEvent[], type: string, seq: number): LedgerEvent => {
  const found = events.findLast((one) => one.event.type === type && one.seq < seq)
  if (!found) throw new Error(`a signature without ${type}`)
  return found
}

/** The way the code that was entered had come, where not by message. Codes from before had no number: the last is meant. */
const codeByOf = (events: readonly LedgerEvent[], { seq, event }: LedgerEvent): Pick<SignatureOnRecord, 'codeBy'> => {
  const n = event.type === 'signing-code-accepted' ? event.n : undefined
  const sent = events.findLast(
    (one) =>
      one.seq < seq &&
      (one.event.type === 'signing-code-requested' || one.event.type === 'code-letter-printed') &&
      (n === undefined || one.event.n === n),
  )?.event
  if (sent?.type === 'code-letter-printed') return { codeBy: 'letter' }
  return sent?.type === 'signing-code-requested' && sent.by ? { codeBy: sent.by } : {}
}

/**
 * The certificate of a contract's last signature, its own or that of a change, from the ledger and the signature's
 * evidence document. What was signed on paper has none: the platform did not see that signature.
 */
export const certificateOf = async (
  { contracts, ledger, ...site }: Pick<Dependencies, 'contracts' | 'ledger' | 'links' | 'places'>,
  state: ExistingContract,
  upTo = Number.POSITIVE_INFINITY,
): Promise<Result<Printed<'signing-certificate'>, Refusal<'wrong-stage'>>> => {
  const concluded = state.stage === 'live' || state.stage === 'ended'
  const { contractId } = state.deal
  const events = concluded ? await ledger.eventsOf(contractId) : []
  const signing = events.flatMap(asSigning).findLast(({ seq }) => seq <= upTo)
  if (!signing) {
    const stage = concluded ? state.entry : state.stage
    return refuse({ kind: 'wrong-stage', what: 'contract', stage, needs: ['signed'] })
  }
  const { seq, hash, at: signedAt, documentSha256 } = signing
  const [disclosure, paper, page] = await Promise.all([
    contracts.document(contractId, writingOf(events, documentSha256).deal.revision),
    ledger.paper(contractId, numbered('signature', seq)),
    servingUrl(site, contractId),
  ])
  const { signatory } = disclosure.sme
  if (!signatory) throw new Error(`${contractId} was signed by nobody`)
  const { signer, acknowledged, remoteSupportConsent, from } = signatureForm.read(paper)
  const accepted = lastBefore(events, 'signing-code-accepted', seq)
  return ok(
    signingCertificate(disclosure, {
      documentSha256,
      signer,
      acknowledged,
      remoteSupportConsent: remoteSupportConsent ?? null,
      mail: signatory.mail,
      phone: signatory.phone,
      ...codeByOf(events, accepted),
      ...(from ? { from } : {}),
      offeredAt: lastBefore(events, 'contract-offered', seq).at,
      codeAcceptedAt: accepted.at,
      signedAt,
      event: { seq, hash },
      page,
    }),
  )
}
