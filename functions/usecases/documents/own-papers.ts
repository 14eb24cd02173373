import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import type { EndedContract, LiveContract, Takeover } from '../../../shared/domain/contract/states.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import { archiveOf } from '../../../shared/domain/ids.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { filesOf, inVault, trueBytes } from '../../application/archive/files.ts'
import { papersKeptOf, papersOverAt } from '../../application/archive/retention.ts'
import { noLink, own, type Sme } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import { onPaper } from '../../application/documents/contract-to-print.ts'
import { servingUrl } from '../../application/documents/serving-url.ts'
import { takenOver } from '../../application/documents/taken-over.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

type Concluded = LiveContract | EndedContract
type Kept = { readonly state: Concluded } & Awaited<ReturnType<typeof papersKeptOf>>

/**
 * Papers of a contract for its SME, behind the link to its own page, or, once it has ended, behind the one to its papers
 * and no longer than they are kept. Whoever succeeded another SME stands in its contract, and has what that one signed.
 */
const keptFor = async (
  deps: Dependencies,
  call: RequestContext<Sme>,
): Promise<Result<Kept, Refusal<'link-not-usable'>>> => {
  const now = await own(deps, call)
  if (!now) return noLink
  const { state } = now
  if (state.stage !== 'live' && state.stage !== 'ended') return noLink
  const link = passedLink(state, call.who.nonce, call.at, state.stage === 'live' ? 'own' : 'papers')
  if (!link.ok) return link
  const kept = await papersKeptOf(deps, state)
  const over = papersOverAt(kept.day)
  return state.stage === 'ended' && (over === null || call.at >= over) ? noLink : ok({ state, ...kept })
}

const takeoversOf = ({ earlierTakeovers, takeover }: Concluded): readonly Takeover[] =>
  takeover ? [...earlierTakeovers, takeover] : earlierTakeovers

const noticeName = (index: number): string => `takeover-notice-${index + 1}.pdf`

/** Lists what an SME can save of its contract: every paper that was sealed, and the notice of every takeover. */
export const readOwnPapers =
  (deps: Dependencies): HandlerOf<Routes['readOwnPapers']> =>
  async (_, call) => {
    const found = await keptFor(deps, call)
    if (!found.ok) return found
    const { state, archive, day } = found.value
    const { deal } = state
    const disclosure = await deps.contracts.document(deal.contractId, deal.revision)
    const sealings = archive.stage === 'kept' ? archive.sealings : []
    const sealed = sealings.flatMap(({ documents, revision, sealedAt }) =>
      documents.map(({ name, what }) => ({ name, what, on: dayInJapan(sealedAt), revision, sealed: true })),
    )
    const notices = takeoversOf(state).map(({ since }, index) => ({
      name: noticeName(index),
      what: 'takeoverNotice' as const,
      on: dayInJapan(since),
      revision: null,
      sealed: false,
    }))
    return ok({
      ...numbersOf(deal.contractId),
      serviceName: disclosure.service.name,
      smeName: disclosure.sme.name,
      keeper: disclosure.implementingEntity.name,
      helpDesk: disclosure.items.find(({ code }) => code === 'helpDesk')?.lines.join('、') ?? '',
      endedOn: state.stage === 'ended' ? state.endedOn : null,
      keepUntil: day?.until ?? null,
      papers: [...sealed, ...notices],
    })
  }

/** A sealed paper as it lies in the vault, or the notice of a takeover, printed anew. */
export const downloadOwnPaper =
  (deps: Dependencies): HandlerOf<Routes['downloadOwnPaper']> =>
  async ({ params: { name } }, call) => {
    const found = await keptFor(deps, call)
    if (!found.ok) return found
    const { state, archive } = found.value
    const filed = archive.stage === 'kept' ? filesOf(archive).find((one) => one.name === name) : undefined
    const { contractId, revision, documentSha256: sha256 } = state.deal
    if (filed) return ok(await trueBytes(deps, inVault(archiveOf(contractId), name), filed.sha256))
    const takeover = takeoversOf(state).find((__, index) => noticeName(index) === name)
    if (!takeover) return refuse({ kind: 'not-found', what: 'document' })
    const [disclosure, page, taken] = await Promise.all([
      deps.contracts.document(contractId, revision),
      servingUrl(deps, contractId),
      takenOver(deps, state, takeover),
    ])
    return onPaper(deps, takeoverNotice(disclosure, { sha256, page, ...taken }))
  }

/** The notice of a takeover reads its text and its case too: two requests more. */
export const costs: Costs = {
  readOwnPapers: { requests: 4, readUnits: 5, writeUnits: 0 },
  downloadOwnPaper: { requests: 3, readUnits: 4, writeUnits: 0 },
}
