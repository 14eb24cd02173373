import { describe, expect, test } from 'vitest'
import { stateRow } from '../../functions/adapters/dynamodb/state-rows.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { figure } from '../support/figures.ts'
import { contractId, entityId, noCourse, smeId } from './given-contracts.ts'

const [begun, taken, settled] = ['2026-03-31T15:00:00.000Z', '2026-10-01T00:00:00.000Z', '2026-10-09T03:00:00.000Z']
const [seller, moved] = [`rsl_${'1'.repeat(26)}`, `rsl_${'2'.repeat(26)}`]
const deal = {
  contractId,
  entityId,
  smeId,
  seller,
  serviceId: `svc_${'3'.repeat(26)}`,
  serviceVersion: 12,
  monitoringType: 'combined',
  edition: '1.2',
  prefecture: '神奈川県',
  functions: [...serviceFunctions],
  terminals: 300,
  importantTerminals: 20,
  initialFeeExTaxYen: 1_000_000,
  monthlyFeeExTaxYen: 500_000,
  startOn: '2026-04-01',
  endOn: '2031-03-31',
  renewal: { months: 12, noticeDays: 30 },
  noticeBy: 'both',
  revision: 3,
  documentSha256: 'a'.repeat(64),
}
const explanation = { method: 'oral', on: '2026-04-01', items: [...disclosureItemCodes] }
const sent = {
  nonce: 'n'.repeat(22),
  expiresAt: taken,
  codesSent: 0,
  codeSentAt: null,
  wrongCodes: 0,
  passedAt: null,
}
const used = { ...sent, codesSent: 1, codeSentAt: begun, wrongCodes: 1, passedAt: begun }
const bySeller = [{ party: seller, from: begun, until: null }]
const signed = {
  stage: 'live',
  deal,
  explanation,
  entry: 'signed',
  signedOn: '2026-04-01',
  liveAt: begun,
  servedFrom: '2026-04-01',
  lastRevision: 3,
  consents: [{ kind: 'remoteSupport', stage: 'given', at: begun }],
  ...noCourse,
  confirmation: { stage: 'given' },
  responsibility: bySeller,
  counterparty: bySeller,
  holder: seller,
  takeover: null,
  earlierTakeovers: [],
}
const attested = {
  ...signed,
  entry: 'attested',
  explanation: { ...explanation, items: [], listed: false },
  confirmation: { stage: 'awaiting', link: sent },
}
const amended = {
  ...signed,
  lastRevision: 4,
  proposal: {
    kind: 'amendment',
    deal: { ...deal, terminals: 400, monthlyFeeExTaxYen: 650_000, revision: 4, documentSha256: 'b'.repeat(64) },
    changed: ['monthlyFee', 'devices'],
    explanation,
    link: sent,
  },
}
const unknown = { stage: 'unknown' }
const confirmed = { stage: 'confirmed' }
const inTakeover = {
  takeover: {
    discontinuanceId: `dsc_${'4'.repeat(26)}`,
    since: taken,
    stage: 'told',
    late: false,
    settlement: null,
    coverage: { monitoring: unknown, contact: confirmed, insurance: unknown, gaps: [] },
  },
  responsibility: [
    { party: seller, from: begun, until: taken },
    { party: entityId, from: taken, until: null },
  ],
}
const servedOn = {
  ...inTakeover,
  holder: entityId,
  takeover: {
    ...inTakeover.takeover,
    stage: 'settled',
    settlement: 'servedByImplementingEntity',
    coverage: { monitoring: confirmed, contact: confirmed, insurance: confirmed, gaps: [] },
  },
}
const movedOn = {
  holder: moved,
  takeover: {
    ...servedOn.takeover,
    settlement: 'movedToReseller',
    coverage: { ...servedOn.takeover.coverage, gaps: [{ from: taken, until: settled }] },
  },
  responsibility: [
    { party: seller, from: begun, until: taken },
    { party: entityId, from: taken, until: settled },
    { party: moved, from: settled, until: null },
  ],
  counterparty: [
    { party: seller, from: begun, until: settled },
    { party: moved, from: settled, until: null },
  ],
}

const bytesOf = (state: object): number => {
  const change = {
    kind: 'contract',
    id: contractId,
    from: { version: 9, chain: '', at: taken },
    at: taken,
    state,
    events: [],
    papers: [],
    name: '甲'.repeat(30),
  }
  const row = stateRow(change as never, 'c'.repeat(64))
  return Object.entries(row).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 0)
}

describe("a contract's head under a name of thirty characters", () => {
  test.each([
    ['drafted', { stage: 'drafted', deal, explanation }],
    ['offered, by a link that was used', { stage: 'offered', deal, explanation, link: used }],
    ['signed', signed],
    ['attested, and its SME is asked', attested],
    ['signed, and a change is offered', amended],
    ['signed, taken over and told', { ...signed, ...inTakeover }],
    ['attested and taken over while its SME is asked', { ...attested, ...inTakeover }],
    ['signed, taken over and served on', { ...signed, ...servedOn }],
  ])('fits into a kilobyte: %s', (what, state) => {
    const bytes = bytesOf(state)
    figure(`bytes of a head ${what}`, bytes)
    expect(bytes).toBeLessThanOrEqual(1_024)
  })

  test.each([
    [
      'signed, and a change is being signed by a link that was used',
      { ...amended, proposal: { ...amended.proposal, link: used } },
    ],
    ['signed, taken over with a gap and moved to another reseller', { ...signed, ...movedOn }],
    [
      'the same, attested, and its SME never answered',
      { ...attested, ...movedOn, confirmation: { stage: 'awaiting', link: used } },
    ],
  ])('takes a second kilobyte where it must: %s', (what, state) => {
    const bytes = bytesOf(state)
    figure(`bytes of a head ${what}`, bytes)
    expect(bytes).toBeLessThanOrEqual(1_300)
  })
})
