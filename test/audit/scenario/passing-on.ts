import { approvedIn } from '../../support/excepting.ts'
import { askedIdentity, givenIdentity, merger } from '../../support/identifying.ts'
import { corporateNumber, good, nextNumber, paper } from '../../support/parties.ts'
import { minute, resellerIn, type Scene } from './scene.ts'

/** SMEs without 法人番号 in every stage; SMEs that others succeeded, with every way a conflict goes. */
export const passOn = async (scene: Scene): Promise<void> => {
  const { house, parties, services } = scene
  const { staff, admin } = parties
  const { ask, resellerId } = resellerIn(scene, 'R1')
  const today = house.clock.today()
  const contractOf = async (number: string): Promise<{ readonly id: string; readonly number: string }> => {
    const one = paper(services.NET)
    const sme = { ...one.sme, corporateNumber: number }
    const { contractId } = good(await ask.post('/v1/contracts/attest', { ...one, sme }))
    house.clock.advance(minute)
    return { id: contractId, number }
  }
  const fresh = (): string => corporateNumber(nextNumber())
  const succeed = async (id: string, to: string, more: object = {}): Promise<void> => {
    good(await staff.post(`/v1/contracts/${id}/succeed`, merger(to, today, more)))
    house.clock.advance(minute)
  }

  await askedIdentity(ask)
  const declined = await askedIdentity(ask)
  good(await staff.post(`/v1/sme-identities/${declined}/decline`, { reason: '書類が足りない。' }))
  await contractOf(await givenIdentity(ask, staff, today))
  const company = await contractOf(await givenIdentity(ask, staff, today))
  const consents = ['transferor', 'transferee', 'seller'].map((party) => ({
    party,
    name: '代表 太郎',
    title: '代表取締役',
    on: today,
  }))
  await succeed(company.id, fresh(), { ground: 'incorporation', consents })
  await succeed((await contractOf(fresh())).id, fresh())

  // In conflict with one that goes on, beside one under an exception, and with one that ends a day later.
  const [open, excepted, settled] = [await contractOf(fresh()), await contractOf(fresh()), await contractOf(fresh())]
  await succeed(open.id, (await contractOf(fresh())).number)
  const beside = await contractOf(fresh())
  await succeed(excepted.id, beside.number)
  const exceptionId = await approvedIn(staff, admin, services.NET, { resellerId, corporateNumbers: [beside.number] })
  good(await staff.post(`/v1/contracts/${excepted.id}/sme-conflict/settle`, { exceptionId }))
  const ends = await contractOf(fresh())
  await succeed(settled.id, ends.number)
  await house.settle()
  house.clock.advance(1_440 * minute)
  good(await admin.post(`/v1/contracts/${ends.id}/annul`, { words: '重複している。', by: '社長' }))
  await house.settle()
  house.clock.advance(minute)
  // And with one whose SME a third succeeds.
  const [left, leaves] = [await contractOf(fresh()), await contractOf(fresh())]
  await succeed(left.id, leaves.number)
  await succeed(leaves.id, fresh())
  await house.settle()
  house.clock.advance(minute)
}
