import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { unreachedBecause, type UnreachedReason } from '../../../shared/domain/contract/bounced-notice.ts'
import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import { linesOfAddress } from '../../../shared/domain/postal-address.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Unreadable } from '../../ports/pages.ts'
import { readWhole } from '../../application/read-whole.ts'
import { toPost } from '../../views/to-post.ts'
import type { Costs } from '../../application/cost.ts'
import { statedAddress } from '../../application/contracts/stated-address.ts'
import {
  sealedCursor,
  pageAt,
  cursorIn,
  type PortfolioEntry,
  type PortfolioCursor,
} from '../../application/contracts/portfolio.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

// Number of heads read at a time, and of times for one page: a page of a portfolio of any size costs no more, and a
// portfolio of few contracts is one page.
const headsAtOnce = 50
const readsPerPage = 20

type Asked = {
  readonly entityId: EntityId
  readonly discontinuanceId: DiscontinuanceId
  readonly cursor: string | undefined
  readonly limit: number
  readonly today: PlainDate
}
type Line = Awaited<ReturnType<typeof lineOf>>
type Found = { readonly items: Line[]; readonly unreadable: Unreadable[]; readonly nextCursor: string | null }

/** The SMEs of a case whom no letter has reached, a stretch of the book to a page, so that none is skipped or shown twice. */
const unreached = async (
  deps: Dependencies,
  { entityId, discontinuanceId, cursor, limit, today }: Asked,
): Promise<Result<Found, Refusal<'not-found'>>> => {
  const found = await deps.directory.discontinuance(entityId, discontinuanceId)
  if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
  const scope = `${discontinuanceId}/listUnreached`
  const from = await cursorIn(deps, scope, cursor)
  if (!from) return refuse({ kind: 'not-found', what: 'cursor' })

  const items: Line[] = []
  const unreadable: Unreadable[] = []
  let at: PortfolioCursor | null = from
  for (let reads = 0; at && reads < readsPerPage && items.length < limit; reads += 1) {
    const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(
      deps.contracts,
      found.state.resellerId,
      at,
      headsAtOnce,
      { toShow: true },
    )
    unreadable.push(...page.unreadable)
    const untold = page.entries.filter(({ kept: { state } }) => isUntold(state, discontinuanceId))
    const lines = await Promise.all(untold.map((entry) => lineIfUnreached(deps, entry, isPastDue(found.state, today))))
    items.push(...lines.filter((line) => line !== null))
    at = page.next
  }
  return ok({ items, unreadable, nextCursor: await sealedCursor(deps, scope, at) })
}

/** True where somebody has still to tell it: nobody did, or its letter came back after it was settled. */
const isUntold = (state: PortfolioEntry['kept']['state'], discontinuanceId: DiscontinuanceId): boolean => {
  if (state.stage !== 'live') return false
  const takeover = takeoverIn(discontinuanceId, state)
  if (!takeover || takeover !== state.takeover) return false
  return takeover.stage === 'opened' || (takeover.stage === 'settled' && takeover.coverage.contact.stage === 'unknown')
}

/**
 * True from the day after users should have been told: whoever was not is written to by post, whatever its letter does.
 */
const isPastDue = ({ obligations = [] }: ExistingDiscontinuance, today: PlainDate): boolean =>
  obligations.some(({ code, dueOn }) => code === 'tellSmes' && dueOn < today)

const lineIfUnreached = async (deps: Dependencies, entry: PortfolioEntry, pastDue: boolean): Promise<Line | null> => {
  const { contractId } = entry.kept.state.deal
  const history = await deps.ledger.eventsOf(contractId)
  const reason = unreachedBecause(history, { pastDue })
  return reason && lineOf(deps, entry, reason, history)
}

const lineOf = async (
  deps: Dependencies,
  { kept: { state }, name }: PortfolioEntry,
  reason: UnreachedReason,
  history: readonly LedgerEvent[],
) => {
  const contractId: ContractId = state.deal.contractId
  const [{ sme, service, implementingEntity, items }, stated] = await Promise.all([
    deps.contracts.document(contractId, state.deal.revision),
    statedAddress(deps, contractId, undefined, history),
  ])
  return {
    ...numbersOf(contractId),
    sme: { smeId: sme.smeId, name, prefecture: sme.prefecture },
    person: sme.signatory?.name ?? null,
    ...toPost(sme),
    mail: stated?.mail ?? sme.signatory?.mail ?? sme.noticeContact.mail,
    phone: sme.signatory?.phone ?? sme.noticeContact.phone,
    serviceName: service.name,
    implementingEntity: implementingEntity.name,
    helpDesk: [...(items.find(({ code }) => code === 'helpDesk')?.lines ?? [])],
    reason,
  }
}

const usualLimit = 50

export const listUnreached =
  (deps: Dependencies): HandlerOf<Routes['listUnreached']> =>
  ({ params: { discontinuanceId }, query: { cursor, limit = usualLimit } }, { who: { entityId }, today }) =>
    unreached(deps, { entityId, discontinuanceId, cursor, limit, today })

const reasons: Readonly<Record<UnreachedReason, string>> = {
  noAddress: 'メールアドレスがない',
  bounced: 'メールが戻った',
  notTold: '期日までに知らせたことを確かめられない',
}
const header = [
  '契約番号',
  '会社名',
  '法人番号',
  '都道府県',
  'ご担当',
  'メール',
  '電話',
  'サービス',
  '実施主体',
  'ご連絡先',
  '理由',
  '郵便番号',
  '住所',
  'ふりがな',
  '契約ID',
]

/** The same as a table for a spreadsheet; a page of the list to a file, whole or none. */
export const downloadUnreached =
  (deps: Dependencies): HandlerOf<Routes['downloadUnreached']> =>
  async ({ params: { discontinuanceId }, query: { cursor, limit = usualLimit } }, { who: { entityId }, today }) => {
    const found = await unreached(deps, { entityId, discontinuanceId, cursor, limit, today })
    if (!found.ok) return found
    const rows = readWhole(found.value).map((one) => [
      one.shortNumber,
      one.sme.name,
      one.sme.smeId,
      one.sme.prefecture,
      one.person ?? '',
      one.mail ?? '',
      one.phone ?? '',
      one.serviceName,
      one.implementingEntity,
      one.helpDesk.join(' '),
      reasons[one.reason],
      one.postalAddress?.postalCode ?? '',
      one.postalAddress ? linesOfAddress({ ...one.postalAddress, postalCode: null }).join('　') : '',
      one.reading ?? '',
      one.contractId,
    ])
    return ok(deps.documents.csv(header, rows))
  }

/** Case with one SME that nothing has reached. Each more of them is two requests, and the units of its ledger. */
export const costs: Costs = {
  listUnreached: { requests: 19, readUnits: 19, writeUnits: 0 },
  downloadUnreached: { requests: 19, readUnits: 19, writeUnits: 0 },
}
