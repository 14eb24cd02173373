import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ServiceId, SmeId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { ContractSummary } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { ownPortfolio, type Seller } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'

/** The moment an id was made in its last 26 characters: they sort as moments do. */
const madeIn = ({ contractId }: ContractSummary): string => contractId.slice(-26)

const line = (one: ContractSummary) => ({ ...numbersOf(one.contractId), serviceId: one.serviceId })

const isOpen = (line: ContractSummary): line is ContractSummary & { readonly stage: 'drafted' | 'offered' | 'live' } =>
  line.stage === 'drafted' || line.stage === 'offered' || line.stage === 'live'

/**
 * The SME as its newest contract has it, among those the caller may read: a reseller's are the ones it holds, an
 * implementing entity's all of its own. What stands in nobody's book but another tenant's is not there.
 */
const knownSme = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  who: Seller,
  smeId: SmeId,
  serviceId: ServiceId | undefined,
) => {
  const { items } = await contracts.listOfSme(who.entityId, smeId)
  const own = 'resellerId' in who ? items.filter(({ holder }) => holder === ownPortfolio(who)) : items
  const [newest] = own.toSorted((one, other) => (madeIn(one) < madeIn(other) ? 1 : -1))
  if (!newest) return null
  const { contractId } = newest
  const [state] = (await contracts.states([contractId])).items
  if (!state) return null
  const { contactSetBy: _, ...known } = (await contracts.document(contractId, state.deal.revision)).sme
  return {
    known,
    from: { ...line(newest), stage: newest.stage, signedOn: newest.signedOn },
    alsoOpen: own
      .filter(isOpen)
      .filter((one) => serviceId === undefined || one.serviceId === serviceId)
      .map((one) => ({ ...line(one), stage: one.stage })),
  }
}

/** What the version says that is on offer on a day: null while none is; undefined where there is no such service. */
const offeredService = async (
  { directory, facts }: Pick<Dependencies, 'directory' | 'facts'>,
  who: Seller,
  serviceId: ServiceId,
  today: PlainDate,
) => {
  const found = await directory.service(who.entityId, serviceId)
  if (!found) return undefined
  const { code, monitoringType, versions } = found.state
  const offered = versions.findLast(({ offeredFrom }) => offeredFrom !== null && offeredFrom <= today)
  if (!offered) return null
  const said = await facts(serviceId, offered.number)
  return {
    serviceId,
    code,
    name: said.name,
    version: offered.number,
    edition: offered.edition,
    monitoringType,
    monthlyFeeExTaxYen: said.monthlyFeeExTaxYen,
    monthlyFeePerTerminalExTaxYen: said.monthlyFeePerTerminalExTaxYen,
    penalty: said.termination.penalty,
    userMayCancelAnyTime: said.termination.userMayCancelAnyTime,
    travelExpenses: said.emergencySupport.travelExpenses,
    asksImportantTerminals: monitoringType !== 'network',
  }
}

/** What a new contract can begin with. Who explains it is the caller, whose name `GET /v1/me` says. */
export const readDraftDefaults =
  (deps: Dependencies): HandlerOf<Routes['readDraftDefaults']> =>
  async ({ query: { corporateNumber, serviceId } }, { who, today }) => {
    const [sme, service] = await Promise.all([
      corporateNumber === undefined ? null : knownSme(deps, who, corporateNumber, serviceId),
      serviceId === undefined ? null : offeredService(deps, who, serviceId, today),
    ])
    if (service === undefined) return refuse({ kind: 'not-found', what: 'service' })
    return ok({ sme, service })
  }

/**
 * By a number: the contracts of its SME by index and their heads, the newest one's state and text. The service, whose
 * facts never change and are remembered: a request more where they are not.
 */
export const costs: Costs = {
  readDraftDefaults: { requests: 5, readUnits: 4.5, writeUnits: 0 },
}
