import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import { daysUntil, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { progressOf, standingOf } from '../../../shared/domain/redisclosure/redisclosure.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { writtenIn, type Shown } from '../../views/written.ts'
import { listedRedisclosureView } from '../../views/redisclosure-view.ts'
import { campaignOf } from '../../application/redisclosures/old-contracts.ts'
import type { Costs } from '../../application/cost.ts'

export const listRedisclosures =
  ({ directory, people }: Dependencies): HandlerOf<Routes['listRedisclosures']> =>
  async (_, { who, today }) => {
    const { items, unreadable } = await directory.redisclosures(who.entityId)
    const names = await people.namesOf(
      items.map(({ state }) => state.openedBy),
      who,
    )
    return ok({
      items: items.map(({ state, version }) => listedRedisclosureView(state, version, today, names)),
      unreadable: [...unreadable],
      nextCursor: null,
    })
  }

type Campaign = NonNullable<Awaited<ReturnType<typeof campaignOf>>>

const remainingOf = ({ found, notes, contracts }: Campaign, today: PlainDate) =>
  contracts.flatMap((one) => {
    const standing = standingOf(found.state, one, notes, today)
    return standing === 'open' || standing === 'overdue' || standing === 'left' ? [{ ...one.view, standing }] : []
  })

const shown = 200

export const getRedisclosure =
  (deps: Dependencies): HandlerOf<Routes['getRedisclosure']> =>
  async ({ params: { redisclosureId } }, call) => {
    const { today } = call
    const { entityId } = call.who
    const campaign = await campaignOf(deps, entityId, redisclosureId)
    if (!campaign) return refuse({ kind: 'not-found', what: 'redisclosure' })
    const { found, contracts, notes } = campaign
    const names = await deps.people.namesOf([found.state.openedBy], call.who)
    return ok({
      ...listedRedisclosureView(found.state, found.version, today, names),
      written: [...(await writtenIn(deps, call.who, redisclosureId, ofCampaign))],
      progress: progressOf(found.state, contracts, notes, today),
      remaining: remainingOf(campaign, today).slice(0, shown),
    })
  }

const standings = { open: '未了', overdue: '期限切れ', left: '理由を記録済み' }
const header = [
  '契約番号',
  '会社名',
  '法人番号',
  '再販協力会社',
  '契約の版',
  '変わった事項',
  '状況',
  '署名',
  '期限',
  '残り日数',
  '契約ID',
]

export const downloadRemaining =
  (deps: Dependencies): HandlerOf<Routes['downloadRemaining']> =>
  async ({ params: { redisclosureId } }, { who: { entityId }, today }) => {
    const campaign = await campaignOf(deps, entityId, redisclosureId)
    if (!campaign) return refuse({ kind: 'not-found', what: 'redisclosure' })
    const { dueOn } = campaign.found.state
    const rows = remainingOf(campaign, today).map((one) => [
      one.shortNumber,
      one.sme.name,
      one.sme.smeId,
      one.resellerId === null ? '' : (campaign.names.get(one.resellerId) ?? ''),
      one.serviceVersion,
      one.items.map((code) => labelOfItem[code].ja).join('、'),
      standings[one.standing],
      one.itemsToSign.length > 0 ? '要' : '不要',
      dueOn,
      daysUntil(dueOn, today),
      one.contractId,
    ])
    return ok(deps.documents.csv(header, rows))
  }

const ofCampaign: Shown = { documents: ['note'], between: [['note-', 'note-~']] }

export const costs: Costs = {
  listRedisclosures: { requests: 3, readUnits: 3, writeUnits: 0 },
  getRedisclosure: { requests: 74, readUnits: 74, writeUnits: 0 },
  downloadRemaining: { requests: 68, readUnits: 68, writeUnits: 0 },
}
