import type { ResellerId, ServiceId } from '../../shared/domain/ids.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import type { Ask } from './house.ts'
import { corporateNumber, good, nextNumber } from './parties.ts'

/** What a contract leaves out under the exception below, and what it then still binds. */
export const leftOut = 'simpleCyberInsurance'
export const boundWithout = serviceFunctions.filter((one) => one !== leftOut)

/** An exception that has everything it must have. */
export const exceptionGiven = (serviceId: ServiceId, more: object = {}) => ({
  serviceId,
  corporateNumbers: [corporateNumber(nextNumber())],
  leavesOut: [leftOut],
  ground: 'law',
  groundInWords: '架空保険業法第1条により、この業種の保険は別の契約とすることが求められている。',
  evidence: { description: '所管課の回答の写し', documentSha256: 'e'.repeat(64) },
  burden: '二つの契約書を一つの画面で示し、署名は一度で済むようにする。',
  expiresOn: '2027-03-31',
  ...more,
})

export const askedIn = async (ask: Ask, serviceId: ServiceId, more: object = {}): Promise<string> =>
  good(await ask.post('/v1/contract-exceptions', exceptionGiven(serviceId, more))).exceptionId as string

/** One that a second person has approved. */
export const approvedIn = async (ask: Ask, approver: Ask, serviceId: ServiceId, more: object = {}): Promise<string> => {
  const exceptionId = await askedIn(ask, serviceId, more)
  good(await approver.post(`/v1/contract-exceptions/${exceptionId}/approve`))
  return exceptionId
}

/** A well-formed request for each line about exceptions. */
export const exceptionSamples = (exceptionId: string, serviceId: ServiceId, resellerId: ResellerId) => {
  const path = `/v1/contract-exceptions/${exceptionId}`
  const body = { reason: '一つの契約で足りる。' }
  return {
    askForException: { path: '/v1/contract-exceptions', body: exceptionGiven(serviceId, { resellerId }) },
    approveException: { path: `${path}/approve` },
    declineException: { path: `${path}/decline`, body },
    withdrawException: { path: `${path}/withdraw`, body },
    listExceptions: { path: '/v1/contract-exceptions' },
    getException: { path },
  }
}
