import type { Deal } from '../../shared/domain/contract/contract.ts'
import { covers, dayInJapan, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { Breach, Refusal } from '../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../shared/domain/result.ts'
import { mayResell, servesOn, type PortfolioGate } from '../../shared/domain/reseller/gate.ts'
import type { RequirementCode } from '../../shared/domain/reseller/requirement.ts'
import type { KeptReseller } from '../../shared/domain/reseller/reseller.ts'
import { versionOfferedOn, type OfferedVersion, type ServiceGate } from '../../shared/domain/service/gate.ts'
import {
  judge,
  judgeableEdition,
  type ConclusionFacts,
  type ContractFacts,
  type Edition,
} from '../../shared/standard/index.ts'
import type { ResellerFacts } from '../../shared/standard/occasion.ts'
import type { Ground } from '../ports/contracts.ts'
import { exceptionFacts } from './exceptions/named-exception.ts'

/** The edition a row or a version names. One that is not known here is a defect: nothing was kept under it. */
export const editionOf = (id: string): Edition => {
  const edition = judgeableEdition(id)
  if (!edition) throw new Error(`no edition ${id}`)
  return edition
}

/** The version new contracts of that day are made under, if the service is registered that day. */
export const versionOnOffer = (gate: ServiceGate, day: PlainDate): Result<OfferedVersion, Refusal<'does-not-fit'>> => {
  const version = versionOfferedOn(gate, day)
  if (!version)
    return refuse({ kind: 'does-not-fit', what: 'terms.serviceId', given: day, needs: 'a version offered on that day' })
  if (!gate.registration || !covers(gate.registration, day)) {
    return refuse({
      kind: 'does-not-fit',
      what: 'terms.serviceId',
      given: day,
      needs: 'a registration valid on that day',
    })
  }
  return done(version)
}

type Day = {
  /** The day of the contract: its authorization is asked for that day. */
  readonly day: PlainDate
  /** True where the implementing entity puts a paper contract on record, even one of a reseller that has stopped. */
  readonly attestedByEntity?: boolean
}

/** What the rules on contracts ask of one, on the day it is made; `made` for one that was made before. */
export const contractFacts = (
  deal: Deal,
  { gate, placeHeldBy, exception }: Pick<Ground, 'gate' | 'placeHeldBy' | 'exception'>,
  {
    day,
    sellerCanProvide,
    made = false,
  }: { readonly day: PlainDate; readonly sellerCanProvide: boolean; readonly made?: boolean },
): ContractFacts => ({
  ...deal,
  channel: deal.seller === deal.entityId ? 'direct' : 'reseller',
  exception: exception && exceptionFacts(exception.state, deal, made),
  madeOn: day,
  sellerMayResell: mayResell(gate, deal.serviceId, day),
  sellerCanProvide,
  anotherLiveContract: placeHeldBy !== null && placeHeldBy !== deal.contractId,
})

/** What the edition objects to in what a contract says, given what it is made on. */
export const judgeContract = (
  deal: Deal,
  ground: Pick<Ground, 'gate' | 'placeHeldBy' | 'exception'>,
  { day, attestedByEntity = false }: Day,
): readonly Breach[] => {
  const sellerCanProvide = servesOn(ground.gate) || (attestedByEntity && couldProvideOn(ground.gate, day))
  return judge(editionOf(deal.edition), 'contract', contractFacts(deal, ground, { day, sellerCanProvide }))
}

/** What the edition objects to in how a contract was explained. */
export const judgeConclusion = (edition: string, facts: ConclusionFacts): readonly Breach[] =>
  judge(editionOf(edition), 'conclusion', facts)

/** What the rules on resellers ask of one. */
export const factsOfReseller = ({ requirements }: Pick<KeptReseller, 'requirements'>): ResellerFacts => {
  const metOn = (code: RequirementCode) => requirements.find((one) => one.code === code)?.met?.on ?? null
  return { channel: 'reseller', pledgedOn: metOn('pledge'), trainedOn: metOn('training') }
}

/** Whether a reseller could still provide on a day: on that of its discontinuance itself it could. */
export const couldProvideOn = ({ discontinued }: PortfolioGate, day: PlainDate): boolean =>
  discontinued !== null && day <= dayInJapan(discontinued.since)
