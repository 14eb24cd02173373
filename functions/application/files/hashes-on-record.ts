import type { ExistingFile } from '../../../shared/domain/file/file.ts'
import type { Ledger } from '../../ports/ledger.ts'

/** Papers in which a hash is put on record before there is a file, by the purpose of the file. */
const papersFor: Readonly<Partial<Record<ExistingFile['purpose'], string>>> = {
  resaleAgreement: 'resaleAgreement',
  paperContract: 'attestation',
  conformityEvidence: 'evidence',
}
const clausesOfEvidence: ReadonlySet<string | undefined> = new Set(['第2章1.(10)', '第2章1.(11)'])

type Paper = {
  readonly documentSha256?: string | null
  readonly scanSha256?: string | null
  readonly clause?: string
}

/**
 * Hashes that are on record for what a file is about: the latest resale agreement, the scan of a paper contract, the
 * evidence for a clause. Empty where none is: then any file may be taken.
 */
export const hashesOnRecord = async (
  ledger: Ledger,
  { of, purpose }: Pick<ExistingFile, 'of' | 'purpose'>,
): Promise<readonly string[]> => {
  const name = papersFor[purpose]
  if (!name) return []
  const papers = await ledger.papersBetween(of, `${name}-0000`, `${name}-9999`)
  const hashes = papers.flatMap(({ content }) => {
    const { documentSha256, scanSha256, clause } = content as Paper
    const counts = purpose !== 'conformityEvidence' || clausesOfEvidence.has(clause)
    const hash = purpose === 'paperContract' ? scanSha256 : documentSha256
    return counts && hash ? [hash] : []
  })
  return purpose === 'conformityEvidence' ? hashes : hashes.slice(-1)
}
