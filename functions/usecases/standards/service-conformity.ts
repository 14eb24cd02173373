import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { EntityId, ServiceId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Words } from '../../../shared/domain/words.ts'
import { conformitySheet } from '../../../shared/standard/reports/conformity-sheet.ts'
import { conformity, type Subject } from '../../../shared/standard/reports/conformity.ts'
import { fact } from '../../../shared/standard/reports/sheets.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { factsOfCase } from '../../application/cases/progress.ts'
import { editionOf, factsOfReseller } from '../../../shared/policy/judging.ts'
import { conformityView } from '../../views/standard-views.ts'
import type { Costs } from '../../application/cost.ts'
import { changeTo } from '../../application/tenants/service-change.ts'
import { readWhole } from '../../application/read-whole.ts'

const ofEachContract: Words = { ja: '契約ごとに点検する', en: 'looked at for each contract' }

/** Reasons for which a service version has nothing to be asked on an occasion. */
const without: Subject['without'] = {
  'service-version': ofEachContract,
  'service-change': { ja: '最初の版であり、変更がない', en: 'it is the first version' },
  reseller: { ja: '再販を許諾した再販協力会社がない', en: 'no reseller is authorized' },
  contract: ofEachContract,
  conclusion: ofEachContract,
  signature: ofEachContract,
  'incident-notice': ofEachContract,
  'emergency-support': ofEachContract,
  discontinuance: { ja: '提供を続けられなくなった再販協力会社がない', en: 'no reseller has stopped' },
}

/** Facts on record about a version of a service, judged clause by clause by the edition it names. */
const judged = async (
  deps: Dependencies,
  entityId: EntityId,
  serviceId: ServiceId,
  number: number,
  today: PlainDate,
) => {
  const found = await deps.directory.service(entityId, serviceId)
  const version = found?.state.versions.find((one) => one.number === number)
  if (!found || !version) return undefined
  const { state } = found
  const [facts, change, resellers, cases] = await Promise.all([
    deps.facts(serviceId, number),
    changeTo(deps, state, number, version.change),
    deps.directory.resellers(entityId),
    deps.directory.discontinuances(entityId),
  ])
  const selling = readWhole(resellers)
    .filter((one) => one.state.authorizations[serviceId] !== undefined)
    .map((one) => one.state)
  const ids = new Set(selling.map(({ resellerId }) => resellerId))
  const stopped = await Promise.all(
    readWhole(cases)
      .filter((one) => ids.has(one.state.resellerId))
      .map((one) => factsOfCase(deps, one.state)),
  )
  const edition = editionOf(version.edition)
  const verdicts = conformity(edition, {
    facts: {
      'service-version': [facts],
      'service-change': change ? [change] : [],
      reseller: selling.map(factsOfReseller),
      discontinuance: stopped.filter((one) => one !== undefined),
    },
    without,
    evidence: state.evidence,
    version: { number, of: state.versions.length },
    today,
  })
  return { edition, verdicts, state, facts }
}

const notFound = refuse({ kind: 'not-found' as const, what: 'serviceVersion' })

export const getServiceConformity =
  (deps: Dependencies): HandlerOf<Routes['getServiceConformity']> =>
  async ({ params: { serviceId, number } }, { who: { entityId }, today }) => {
    const found = await judged(deps, entityId, serviceId, number, today)
    if (!found) return notFound
    const about = { serviceId, serviceVersion: number, contractId: null, today }
    return ok(conformityView(found.edition, found.verdicts, about))
  }

export const getServiceConformityPage =
  (deps: Dependencies): HandlerOf<Routes['getServiceConformityPage']> =>
  async ({ params: { serviceId, number } }, { who: { entityId }, today }) => {
    const found = await judged(deps, entityId, serviceId, number, today)
    if (!found) return notFound
    const { edition, verdicts, state, facts } = found
    const about = {
      title: `${facts.name}（${state.code}）第${number}版`,
      facts: [fact('サービス', `${state.code} 第${number}版`), fact('判定した基準', edition.title.ja)],
      today,
    }
    return ok(deps.documents.sheetPage(conformitySheet(edition, verdicts, about)))
  }

export const costs: Costs = {
  getServiceConformity: { requests: 3, readUnits: 3, writeUnits: 0 },
  getServiceConformityPage: { requests: 3, readUnits: 3, writeUnits: 0 },
}
