import { expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good, incidentNotice, paper } from '../support/parties.ts'

const { parties, net } = await marketplace({ now: '2027-05-20T09:00:00+09:00' })
const seller = (await parties.reseller('R1', [net])).ask

test('an incident judged by another is written once, by its teller, and the judgement by who judged', async () => {
  const attested = good(await seller.post('/v1/contracts/attest', paper(net, { signedOn: '2026-09-01' })))
  const path = `/v1/contracts/${attested.contractId}`
  const times = { detectedAt: '2026-10-01T10:00:00+09:00', toldAt: '2026-10-01T11:30:00+09:00' }
  const late = { ...incidentNotice('2026-10-01'), ...times, lateReason: '夜間だった。' }
  const { paperSha256 } = good(await seller.post(`${path}/incident-notices`, late))
  const says = { verdict: 'kept', judgedBy: '判断 花子', reason: '三人に順に掛けていた。' }
  good(await parties.staff.post(`${path}/incident-notices/${paperSha256}/verdict`, says))
  good(await parties.admin.post(`${path}/incident-notices/${paperSha256}/verdict`, { ...says, verdict: 'departed' }))
  const { items } = good(await parties.admin.get(`${path}/written`))
  const lines = items.map(({ document, event, by }: any) => [document, event, by.role])
  expect(lines.slice(1)).toEqual([
    ['incident', 'incident-told', 'resellerAdmin'],
    ['verdict', 'incident-telling-judged', 'entityStaff'],
    ['verdict', 'incident-telling-judged', 'entityAdmin'],
  ])
})
