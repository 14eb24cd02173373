import type { Deal } from '../../shared/domain/contract/contract.ts'
import { covers, dayInJapan, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { Breach, Refusal } from '../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../shared/domain/result.ts'
import { mayResell, type PortfolioGate } from '../../shared/domain/reseller/gate.ts'
import { versionOfferedOn, type OfferedVersion, type ServiceGate } from '../../shared/domain/service/gate.ts'
import { editionNamed, judge, type ConclusionFacts, type Edition } from '../../shared/standard/index.ts'
import type { Ground } from '../ports/contracts.ts'

/** The edition a row or a version names. One that is not known here is a defect: nothing was kept under it. */
export const editionOf = (id: string): Edition => {
  const edition = editionNamed(id)
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

/** What the edition objects to in what a contract says, given what it is made on. */
export const judgeContract = (
  deal: Deal,
  ground: Pick<Ground, 'gate' | 'placeHeldBy'>,
  { day, attestedByEntity = false }: Day,
): readonly Breach[] =>
  judge(editionOf(deal.edition), 'contract', {
    ...deal,
    channel: deal.seller === deal.entityId ? 'direct' : 'reseller',
    sellerMayResell: mayResell(ground.gate, deal.serviceId, day),
    sellerCanProvide: canProvide(ground.gate) || (attestedByEntity && couldProvideOn(ground.gate, day)),
    anotherLiveContract: ground.placeHeldBy !== null && ground.placeHeldBy !== deal.contractId,
  })

/** What the edition objects to in how a contract was explained. */
export const judgeConclusion = (edition: string, facts: ConclusionFacts): readonly Breach[] =>
  judge(editionOf(edition), 'conclusion', facts)

const canProvide = ({ stage }: PortfolioGate): boolean => stage === 'open'

const couldProvideOn = ({ discontinued }: PortfolioGate, day: PlainDate): boolean =>
  discontinued !== null && day <= dayInJapan(discontinued.since)
