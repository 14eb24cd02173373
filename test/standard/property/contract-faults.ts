import * as fc from 'fast-check'
import { type MonitoringType, serviceFunctions } from '../../../shared/domain/service/facts.ts'
import type { ContractFacts } from '../../../shared/standard/model/occasion.ts'
import { both, found, only1_2, type Defect, type Fault } from './defects.ts'

const setting = (changed: Partial<ContractFacts>, breaks: Defect<ContractFacts>['breaks']): Defect<ContractFacts> => ({
  spoil: (facts) => ({ ...facts, ...changed }),
  breaks,
})
const fault = (
  fact: string,
  defects: fc.Arbitrary<Defect<ContractFacts>>,
  fits: Fault<ContractFacts>['fits'] = () => true,
): Fault<ContractFacts> => ({ fact, fits, defects })

const capOf = { network: 500_000, endpoint: 500_000, combined: 1_000_000 } as const
const tooMuch = (cap: number) => fc.integer({ min: cap + 1, max: 1_000_000_000 })
const isOf = (type: MonitoringType) => (facts: ContractFacts) => facts.monitoringType === type
const throughReseller = ({ channel }: ContractFacts) => channel === 'reseller'

const initialFee = (type: keyof typeof capOf) =>
  fault(
    'initialFeeExTaxYen',
    tooMuch(capOf[type]).map((initialFeeExTaxYen) =>
      setting(
        { initialFeeExTaxYen },
        only1_2(found('第2章1.(7)エ', 'initial-fee-within-cap', 'terms.initialFeeParts')),
      ),
    ),
    isOf(type),
  )

const monthlyFee = (type: 'network' | 'endpoint', cap: number) =>
  fault(
    'monthlyFeeExTaxYen',
    tooMuch(cap).map((monthlyFeeExTaxYen) =>
      setting(
        { monthlyFeeExTaxYen },
        only1_2(found('第2章1.(7)ア・イ', 'monthly-fee-within-cap', 'terms.monthlyFeeExTaxYen')),
      ),
    ),
    isOf(type),
  )

/** Every fact of a contract for five terminals that a clause asks for, and every way it can be wrong. */
export const contractFaults: readonly Fault<ContractFacts>[] = [
  initialFee('network'),
  initialFee('endpoint'),
  initialFee('combined'),
  monthlyFee('network', 10_000),
  monthlyFee('endpoint', 10_000),
  fault(
    'functions',
    fc
      .subarray([...serviceFunctions], { minLength: 1 })
      .map((left) =>
        setting(
          { functions: serviceFunctions.filter((one) => !left.includes(one)) },
          both(found('第2章1.(6)', 'sold-as-one-contract', ...left.map(() => 'functions'))),
        ),
      ),
  ),
  fault(
    'importantTerminals',
    fc
      .integer({ min: 6, max: 10_000 })
      .map((importantTerminals) =>
        setting(
          { importantTerminals },
          only1_2(found('附則1.(4)', 'important-terminals-are-covered', 'terms.terminals')),
        ),
      ),
    (facts) => facts.monitoringType !== 'network',
  ),
  fault(
    'noticeBy',
    fc.constant(
      setting({ noticeBy: 'nothing' }, both(found('第2章1.(2)', 'notice-reaches-the-sme', 'sme.noticeContact'))),
    ),
  ),
  fault(
    'anotherLiveContract',
    fc.constant(
      setting({ anotherLiveContract: true }, both(found('第2章1.(6)', 'one-live-contract-each', 'sme.smeId'))),
    ),
  ),
  fault(
    'sellerCanProvide',
    fc.constant(
      setting({ sellerCanProvide: false }, only1_2(found('第2章1.(10)', 'seller-can-provide', 'resellerId'))),
    ),
  ),
  fault(
    'sellerMayResell',
    fc.constant(
      setting({ sellerMayResell: false }, only1_2(found('第1章2.(4)', 'reseller-is-authorized', 'resellerId'))),
    ),
    throughReseller,
  ),
]
