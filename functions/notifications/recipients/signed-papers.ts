import type { SealedKind } from '../../../shared/domain/archive/archive.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { archiveOf } from '../../../shared/domain/ids.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import { inVault, trueBytes } from '../../application/archive/files.ts'
import { yearsOf } from '../../application/archive/retention.ts'
import { askUrl } from '../../application/documents/serving-url.ts'
import type { Attachment, Dependencies } from '../../ports/dependencies.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { signedPapersLetter } from '../templates/papers-letters.ts'
import type { Text } from '../templates/parts.ts'

/** Bytes of files that go by mail: more than that many mailboxes turn away. */
const mostBytes = 7_000_000

const fileNames: Readonly<Record<SealedKind, string>> = { contract: 'keiyakusho', certificate: 'shomei-shomeisho' }

/** Sealed papers of one signature or confirmation, as they lie in the vault; none where they could not be printed. */
const sealedOf = async (
  deps: Dependencies,
  { deal: { contractId } }: ExistingContract,
  seq: number,
): Promise<readonly (Attachment & { readonly what: SealedKind })[]> => {
  const archiveId = archiveOf(contractId)
  const archive = await deps.directory.archive(archiveId)
  if (archive?.state.stage !== 'kept') return []
  const sealing = archive.state.sealings.find(({ contractSeq }) => contractSeq === seq)
  return Promise.all(
    (sealing?.documents ?? []).map(async ({ what, name, sha256 }) => ({
      what,
      name: `${fileNames[what]}-${shortNumberOf(contractId)}.pdf`,
      type: 'application/pdf',
      bytes: await trueBytes(deps, inVault(archiveId, name), sha256),
    })),
  )
}

/**
 * The letter that brings an SME what it agreed to, sealed, to keep for itself. Where it cannot go by mail the letter says
 * how it is had otherwise.
 */
export const signedPapersContent = async (
  deps: Dependencies,
  state: ExistingContract,
  disclosure: Disclosure,
  { event, seq }: Pick<LedgerEvent, 'event' | 'seq'>,
): Promise<Text & { readonly attachments?: readonly Attachment[] }> => {
  const { contractId, entityId } = state.deal
  const [sealed, entity, page] = await Promise.all([
    sealedOf(deps, state, seq),
    deps.directory.entity(entityId),
    askUrl(deps, contractId),
  ])
  if (!entity) throw new Error(`${contractId} is of nobody`)
  const bytes = sealed.reduce((sum, one) => sum + one.bytes.length, 0)
  const enclosed = bytes <= mostBytes ? sealed : []
  const text = signedPapersLetter(disclosure, {
    enclosed: enclosed.map(({ what }) => what),
    confirmed: event.type === 'attestation-confirmed',
    years: yearsOf(entity.state),
    page,
  })
  if (enclosed.length === 0) return text
  return { ...text, attachments: enclosed.map(({ what: _, ...attachment }) => attachment) }
}
