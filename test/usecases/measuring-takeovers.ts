import { coverAll } from '../support/covering.ts'
import type { Ask } from '../support/house.ts'
import { good } from '../support/parties.ts'
import type { As } from './measuring.ts'

/** The two takeovers of a case: one SME was told by mail, the other cannot be. Both are served on and covered then. */
export const measureTakeovers = async (
  as: As,
  staff: Ask,
  path: string,
  { mine, other, to }: { readonly mine: string; readonly other: string; readonly to: string },
) => {
  await as('listTakeovers', () => staff.get(`${path}/takeovers`))
  await as('listUnreached', () => staff.get(`${path}/unreached`))
  await as('downloadUnreached', () => staff.get(`${path}/unreached.csv`))
  await as('tellSme', () => staff.post(`${path}/takeovers/${other}/tell`, { by: 'phone' }))
  const address = { mail: 'new-address@example.jp', statedBy: '社長' }
  await as('sendNoticeAgain', () => staff.post(`${path}/takeovers/${mine}/notice`, { address }))
  const alive = { facet: 'monitoring', finding: 'confirmed', evidence: '監視画面で確かめた。' }
  await as('noteCoverage', () => staff.post(`${path}/takeovers/${mine}/coverage`, alive))
  await as('workOnTakeovers', () => staff.post(`${path}/work`, { work: 'noteCoverage', ...alive, on: { where: {} } }))
  const rows = [{ contractId: mine }]
  await as('moveContracts', () => staff.post(`${path}/moves`, { resellerId: to, rows }))
  await as('printTakeoverNotice', () => staff.get(`/v1/contracts/${mine}/takeover-notice.pdf`))
  const serve = { settlement: 'servedByImplementingEntity' }
  await as('settleTakeover', () => staff.post(`${path}/takeovers/${mine}/settle`, serve))
  good(await staff.post(`${path}/takeovers/${other}/settle`, serve))
  await coverAll(staff, path)
}
