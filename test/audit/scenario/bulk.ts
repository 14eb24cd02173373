import type { ResellerId } from '../../../shared/domain/ids.ts'
import { formReading } from '../../support/form-reading.ts'
import { good } from '../../support/parties.ts'
import { minute, type Scene } from './scene.ts'

const alive = { work: 'noteCoverage', facet: 'monitoring', finding: 'confirmed', evidence: '監視画面で全件を見た。' }

/** One look finds all that nobody had looked at watched, at once. */
export const coverAtOnce = async ({ house, parties }: Scene, id: string): Promise<void> => {
  const on = { where: { unknown: 'monitoring' } }
  good(await parties.staff.post(`/v1/discontinuances/${id}/work`, { ...alive, on }))
  await house.settle()
  house.clock.advance(minute)
}

/** Two that were told are named: found watched, and then to move on, the one that has no word of its SME in vain. */
export const moveAtOnce = async ({ house, parties }: Scene, id: string, to: ResellerId): Promise<void> => {
  const { staff } = parties
  const path = `/v1/discontinuances/${id}`
  const { items } = good(await staff.get(`${path}/takeovers?stage=told`))
  const contractIds = (items as readonly { readonly contractId: string }[]).slice(0, 2).map((one) => one.contractId)
  good(await staff.post(`${path}/work`, { ...alive, on: { contractIds } }))
  await house.settle()
  house.clock.advance(minute)
  const word = `代表者,${house.clock.today()},電話`
  const rows = contractIds.map((contractId, index) => `${contractId},${index === 0 ? word : ',,'}`)
  const content = ['契約番号,承諾した人,承諾した日,承諾の方法', ...rows].join('\r\n')
  good(await staff.post(`${path}/moves`, { resellerId: to, format: 'csv', content }))
  await house.settle()
  house.clock.advance(minute)
}

/** Somebody reads the form that some rows of a book were signed on, and does not find everything in it. */
export const readForm = async ({ house, parties }: Scene, operationId: string): Promise<void> => {
  const reading = { ...formReading(house.clock.today(), { operationId, rows: [3, 1, 2] }), stated: ['devices', 'term'] }
  good(await parties.staff.post('/v1/form-readings', { ...reading, notStated: ['penalty'] }))
  await house.settle()
  house.clock.advance(minute)
}
