import type { RequestOrigin } from '../../shared/api/request-context.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import {
  addresseeOf,
  spokenTo,
  type SaidBySme,
  type Speaker,
  type Spoken,
} from '../../shared/domain/contract/who-spoke.ts'
import type { NamedPaper } from '../ports/ledger.ts'
import { numbered, partsOfName, type PaperContent } from '../ports/papers.ts'
import { disputesIn } from './dispute-view.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import type { ContractRevision } from '../../shared/domain/contract/states.ts'
import { disclosureForm } from '../papers/texts.ts'
import { confirmationForm, disputeForm, signatureForm } from '../papers/words-of-smes.ts'
import { attestationForm, explanationForm } from '../papers/words-of-sellers.ts'

type Word = {
  readonly said: SaidBySme
  readonly signer?: Speaker
  readonly documentSha256?: string
  readonly from?: RequestOrigin
}

/** Answer of an SME to a text, by the name of its evidence document. */
const wordIn: Readonly<Record<string, (content: PaperContent) => Word>> = {
  signature: (content) => ({ said: 'signed', ...signatureForm.read(content) }),
  confirmation: (content) => ({ said: 'confirmed', ...confirmationForm.read(content) }),
  dispute: (content) => ({ said: 'disputed', ...disputeForm.read(content) }),
}

type Found = {
  readonly addressee: Speaker | null
  readonly signer: Spoken | null
  /** Where that word came from; null where it was not kept yet. */
  readonly from: RequestOrigin | null
}

/**
 * Person the text in force names as who signs, and who last spoke to a text of the contract, from its evidence
 * documents. A dispute names no text: it is said to the one in force.
 */
export const spokenIn = (papers: readonly NamedPaper[], deal: Pick<ContractRevision, 'documentSha256'>): Found => {
  const text = (sha256: string) => {
    const paper = papers.find((one) => one.sha256 === sha256)
    return paper && disclosureForm.read(paper.content)
  }
  const now = text(deal.documentSha256)
  const last = papers
    .flatMap(({ name, content }) => {
      const { what, number } = partsOfName(name)
      const word = wordIn[what]?.(content)
      return word ? [{ number, ...word }] : []
    })
    .sort((one, other) => one.number - other.number)
    .at(-1)
  const of = last && (text(last.documentSha256 ?? deal.documentSha256) ?? now)
  return {
    addressee: now ? addresseeOf(now) : null,
    from: last?.from ?? null,
    signer: last && of ? spokenTo(last.said, last.signer ?? { name: null, title: null }, of) : null,
  }
}

type Explainer = { readonly name: string; readonly title: string | null }
type Beside = {
  readonly disclosure: Disclosure
  readonly disputes: ReturnType<typeof disputesIn>
  /** Person who explained the conditions last; null where nobody is named. */
  readonly explainedBy: Explainer | null
}

type Named = { readonly name: string; readonly title?: string | undefined }

const explainerIn: Readonly<Record<string, (content: PaperContent) => Named | null>> = {
  explanation: (content) => explanationForm.read(content).by,
  attestation: (content) => attestationForm.read(content).explainedBy,
}

/**
 * Who explained the conditions last, by the evidence documents of explanations and of what was put on record from
 * paper.
 */
const explainedIn = (papers: readonly NamedPaper[]): Explainer | null => {
  const named = papers.flatMap(({ name, content }) => {
    const { what, number } = partsOfName(name)
    const who = explainerIn[what]?.(content) ?? null
    return who ? [{ number, name: who.name, title: who.title ?? null }] : []
  })
  const last = named.sort((one, other) => one.number - other.number).at(-1)
  return last ? { name: last.name, title: last.title } : null
}

/** The same of a contract with its text in force, from the evidence documents beside its ledger: one request. */
export const whoSpoke = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  deal: Pick<ContractRevision, 'contractId' | 'revision' | 'documentSha256'>,
): Promise<Found & Beside> => {
  // Between these two lie the texts, the words of the SME and the answers to it, and of the rest only what is short.
  const papers = await ledger.papersBetween(deal.contractId, 'annulment-', 'signature-~')
  const name = numbered('document', deal.revision)
  const paper = papers.find((one) => one.name === name)
  if (!paper) throw new Error(`${deal.contractId} has no paper ${name}`)
  const disclosure = disclosureForm.read(paper.content)
  return { ...spokenIn(papers, deal), disclosure, disputes: disputesIn(papers), explainedBy: explainedIn(papers) }
}
