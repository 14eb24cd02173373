import type { ExistingFile } from '../../../shared/domain/file/file.ts'
import type { Ledger } from '../../ports/ledger.ts'
import type { PaperContent } from '../../ports/papers.ts'
import { evidenceForm, resaleAgreementForm } from '../../papers/files.ts'
import { attestationForm } from '../../papers/words-of-sellers.ts'

const clausesOfEvidence: ReadonlySet<string> = new Set(['第2章1.(10)', '第2章1.(11)'])

type Hash = string | null | undefined

/**
 * Evidence documents in which a hash is put on record before there is a file, by the purpose of the file, and the hash
 * in them.
 */
const papersFor: Readonly<
  Partial<Record<ExistingFile['purpose'], { readonly name: string; readonly hashIn: (content: PaperContent) => Hash }>>
> = {
  resaleAgreement: {
    name: 'resaleAgreement',
    hashIn: (content) => resaleAgreementForm.read(content).documentSha256,
  },
  paperContract: { name: 'attestation', hashIn: (content) => attestationForm.read(content).scanSha256 },
  conformityEvidence: {
    name: 'evidence',
    hashIn: (content) => {
      const { clause, documentSha256 } = evidenceForm.read(content)
      return clausesOfEvidence.has(clause) ? documentSha256 : null
    },
  },
}

/**
 * Hashes that are on record for what a file is about: the latest resale agreement, the scan of a paper contract, the
 * evidence for a clause. Empty where none is: then any file may be taken.
 */
export const hashesOnRecord = async (
  ledger: Ledger,
  { of, purpose }: Pick<ExistingFile, 'of' | 'purpose'>,
): Promise<readonly string[]> => {
  const about = papersFor[purpose]
  if (!about) return []
  const { name, hashIn } = about
  const papers = await ledger.papersBetween(of, `${name}-0000`, `${name}-9999`)
  const hashes = papers.flatMap(({ content }) => hashIn(content) ?? [])
  return purpose === 'conformityEvidence' ? hashes : hashes.slice(-1)
}
