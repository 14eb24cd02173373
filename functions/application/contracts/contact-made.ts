import {
  waitingContactChange,
  type ContactMade,
  type ProposedContactChange,
  type Waiting,
  type Word,
} from '../../../shared/domain/contract/contact-change.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import type { ContactSetBy } from '../../../shared/domain/contract/terms.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { type ContactChange, contactChangeForm } from '../../papers/words-of-smes.ts'
import { disclosureForm } from '../../papers/texts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { evidenceAlone, numbered, paperAt } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'

/** Name of the evidence document that a change of contact is proposed by. */
export const contactPaper = 'contact-change'

/** The change of contact that is not decided, and what became of the word of it where the SME was reached. */
export const waitingOn = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  contractId: ContractId,
): Promise<{ readonly waiting: ProposedContactChange | null; readonly words: readonly Word[] }> => {
  const history = await ledger.eventsOf(contractId)
  const waiting = waitingContactChange(history)
  return { waiting, words: history.find(({ seq }) => seq === waiting?.seq)?.deliveries ?? [] }
}

/** The contact that is proposed, with its ground and evidence. */
export const contactProposed = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  contractId: ContractId,
  seq: number,
): Promise<ContactChange> => contactChangeForm.read(await ledger.paper(contractId, numbered(contactPaper, seq)))

/** The same text with another contact, and how it came to be without a signature. */
const withContact = (
  { digest }: Pick<Dependencies, 'digest'>,
  before: Disclosure,
  revision: number,
  { signatory, contactSetBy }: Pick<Disclosure['sme'], 'signatory'> & { readonly contactSetBy: ContactSetBy },
): EvidenceDocument => {
  const content = disclosureForm.write({ ...before, revision, sme: { ...before.sme, signatory, contactSetBy } })
  return { name: numbered('document', revision), content, sha256: digest(content) }
}

/** Revision as agreed, under that text. */
const under = (deal: ContractRevision, revision: number, { sha256 }: EvidenceDocument): ContractRevision => ({
  ...deal,
  revision,
  documentSha256: sha256,
})

/**
 * Texts of a contract with the contact that waits, in force and agreed for the next term, and the evidence document on
 * it. Nothing else of any text is touched; each says who saw the evidence, and from which day it is so.
 */
export const contactMade = async (
  deps: Pick<Dependencies, 'contracts' | 'digest' | 'ledger'>,
  { live, waiting }: Waiting,
  { version, today }: { readonly version: number; readonly today: PlainDate },
): Promise<{ readonly texts: ContactMade; readonly papers: readonly EvidenceDocument[] }> => {
  const { contractId } = live.deal
  const { changeSha256, seq, waits } = waiting
  const { signatory, ground, evidence } = await contactProposed(deps, contractId, seq)
  const { kind, on, by } = evidence
  const contactSetBy = { ground, evidence: kind, on, by, from: today, ...(waits ? { unstopped: true as const } : {}) }
  const rewritten = async ({ revision }: ContractRevision, to: number) =>
    withContact(deps, await deps.contracts.document(contractId, revision), to, { signatory, contactSetBy })
  const document = await rewritten(live.deal, live.lastRevision + 1)
  const next = live.next && (await rewritten(live.next.deal, live.lastRevision + 2))
  const said = evidenceAlone({ contactChange: seq, changeSha256, changed: [] })
  const paper = paperAt(deps.digest, 'proposal', version, said)
  return {
    texts: {
      deal: under(live.deal, live.lastRevision + 1, document),
      next: live.next && next && under(live.next.deal, live.lastRevision + 2, next),
      amendmentSha256: paper.sha256,
    },
    papers: [document, ...(next ? [next] : []), paper],
  }
}
