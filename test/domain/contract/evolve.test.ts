import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import { unknownCoverage } from '../../../shared/domain/contract/coverage.ts'
import { newLink } from '../../../shared/domain/contract/link.ts'
import { after, cellsOf, discontinuanceId, entityId, minutes, otherResellerId, resellerId, sha256 } from '../given.ts'
import {
  accepted,
  attested,
  attestedWithoutLink,
  confirmed,
  contractAfter,
  disputed,
  drafted,
  ended,
  expiresAt,
  explained,
  liveAfter,
  nonce,
  offered,
  opened,
  refusedCode,
  requested,
  settled,
  signed,
  told,
  toOffer,
  toSign,
  toTakeOver,
  withdrawn,
} from './given.ts'
import { noContract, type Contract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const contracts: Record<string, Contract> = {
  none: noContract,
  drafted: contractAfter(drafted),
  explained: contractAfter(drafted, explained),
  offered: contractAfter(...toOffer),
  signed: contractAfter(...toSign),
  attested: contractAfter(attested),
  paper: contractAfter(attestedWithoutLink),
  taken: contractAfter(...toTakeOver),
  ended: contractAfter(...toSign, ended),
  void: contractAfter(...toOffer, withdrawn),
}
const events: Record<string, ContractEvent> = {
  explained,
  offered,
  requested,
  refused: refusedCode,
  accepted,
  signed,
  confirmed,
  disputed,
  opened,
  told,
  settled: settled('servedByImplementingEntity', entityId),
  ended,
}

const incidentTold = {
  type: 'incident-told',
  severity: 'serious',
  how: 'atOnce',
  detectedAt: after(0),
  toldAt: after(minutes(1)),
  noticeSha256: sha256('a'),
  departsFrom: [],
} as const
const supported = {
  type: 'emergency-supported',
  purpose: 'emergency',
  mode: 'onSite',
  startedAt: after(0),
  remoteConsentAt: null,
  chargedExTaxYen: 0,
  incidentalExTaxYen: 0,
  supportSha256: sha256('b'),
  departsFrom: [],
} as const

/** `=` where an event that cannot have happened leaves everything as it was; else the stage it comes to. */
const table = `
            explained offered requested refused accepted signed confirmed disputed opened told settled ended
  none      =         =       =         =       =        =      =         =        =      =    =       =
  drafted   drafted   =       =         =       =        =      =         =        =      =    =       =
  explained drafted   offered =         =       =        =      =         =        =      =    =       =
  offered   =         offered offered   offered offered  live   =         =        =      =    =       =
  signed    =         =       =         =       =        =      live      live     live   =    =       ended
  attested  =         =       live      live    live     =      live      live     live   =    =       ended
  paper     =         =       =         =       =        =      live      live     live   =    =       ended
  taken     =         =       =         =       =        =      live      live     live   live live    ended
  ended     =         =       =         =       =        =      =         =        =      =    =       =
  void      =         =       =         =       =        =      =         =        =      =    =       =
`

describe('every event in every stage of a contract', () => {
  const cells = cellsOf(table)

  test('is in the table', () => expect(cells).toHaveLength(Object.keys(contracts).length * Object.keys(events).length))

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [before, event] = [contracts[row], events[column]]
    const next = before && event && evolvers.contract(before, event, after(minutes(60)))
    expect(next === before ? '=' : next?.stage).toBe(cell)
  })

  test.each(Object.entries(contracts))('%s: what was told or supported is on record, and changes nothing', (_, one) => {
    expect(evolvers.contract(one, incidentTold, after(minutes(60)))).toBe(one)
    expect(evolvers.contract(one, supported, after(minutes(60)))).toBe(one)
  })

  test.each(Object.values(events))('nothing begins with $type', (event) =>
    expect(evolvers.contract(noContract, event, after(0))).toEqual({ stage: 'none' }),
  )
})

describe('an event changes what it is about, and nothing else', () => {
  const at = after(minutes(60))
  const sent = { ...newLink(nonce, expiresAt), codesSent: 1, codeSentAt: at }

  test('a code: the link it came by', () => {
    const [offer, paper] = [contractAfter(...toOffer), liveAfter(attested)]
    expect(evolvers.contract(offer, requested, at)).toEqual({ ...offer, link: sent })
    expect(evolvers.contract(paper, requested, at)).toEqual({
      ...paper,
      confirmation: { stage: 'awaiting', link: sent },
    })
  })
  test('the word of the SME: whether it stands behind the contract', () => {
    const paper = liveAfter(attested)
    expect(evolvers.contract(paper, confirmed, at)).toEqual({ ...paper, confirmation: { stage: 'confirmed', at } })
    expect(evolvers.contract(paper, disputed, at)).toEqual({ ...paper, confirmation: { stage: 'disputed', at } })
  })
  test('that it was told: the takeover, and the contact of its coverage', () => {
    const taken = liveAfter(...toTakeOver)
    const coverage = { ...unknownCoverage, contact: { stage: 'confirmed' } }
    expect(evolvers.contract(taken, told, at)).toEqual({
      ...taken,
      takeover: { ...taken.takeover, stage: 'told', coverage },
    })
  })
  test('that it is over: how, when, and until when anyone is in it', () => {
    const live = liveAfter(...toSign)
    const until = [{ party: resellerId, from: live.liveAt, until: at }]
    expect(evolvers.contract(live, ended, at)).toEqual({
      ...live,
      stage: 'ended',
      endedAt: at,
      endedOn: ended.on,
      ending: 'cancelledBySme',
      responsibility: until,
      counterparty: until,
    })
  })
})

describe('a contract taken over again and again', () => {
  const at = (n: number) => after(minutes(n))
  const again = { ...opened, discontinuanceId: 'dsc_2', since: at(30) } as const
  const third = { ...opened, discontinuanceId: 'dsc_3', since: at(40), late: true } as const
  const moved = settled('movedToReseller', otherResellerId)
  const back = settled('movedToReseller', resellerId)
  const story = [...toTakeOver, told, moved, again, told, back, third] as const

  test('remembers each takeover as it was settled, in order, and has the last one open', () => {
    const { takeover, earlierTakeovers } = liveAfter(...story)
    expect(takeover).toEqual({
      discontinuanceId: 'dsc_3',
      since: at(40),
      stage: 'opened',
      late: true,
      settlement: null,
      coverage: unknownCoverage,
    })
    expect(earlierTakeovers).toMatchObject([
      { discontinuanceId, since: opened.since, stage: 'settled', late: false, settlement: 'movedToReseller' },
      { discontinuanceId: 'dsc_2', since: at(30), stage: 'settled', late: false, settlement: 'movedToReseller' },
    ])
  })
  test('keeps them when it ends', () => {
    const before = liveAfter(...story)
    const gone = evolvers.contract(before, ended, at(60))
    expect(gone).toMatchObject({ takeover: before.takeover, earlierTakeovers: before.earlierTakeovers })
  })
})
