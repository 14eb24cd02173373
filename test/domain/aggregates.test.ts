import { describe, expect, test } from 'vitest'
import { evolvers, type AggregateKind, type EventOf } from '../../shared/domain/aggregates/aggregates.ts'
import { noArchive } from '../../shared/domain/archive/archive.ts'
import { noConcern } from '../../shared/domain/discontinuance/concern.ts'
import { usualObligationDays } from '../../shared/domain/discontinuance/obligation.ts'
import { noFile } from '../../shared/domain/file/file.ts'
import { noSubmission } from '../../shared/domain/submission/states.ts'
import { noSmeIdentity } from '../../shared/domain/sme/identity.ts'
import { noException } from '../../shared/domain/exception/exception.ts'
import { noEntity } from '../../shared/domain/platform/entity.ts'
import { noMember } from '../../shared/domain/platform/member.ts'
import { isThrough, noOperation } from '../../shared/domain/platform/operation.ts'
import { noRegistrationBody } from '../../shared/domain/platform/registration-body.ts'
import { noRedisclosure } from '../../shared/domain/redisclosure/redisclosure.ts'
import { noReseller } from '../../shared/domain/reseller/reseller.ts'
import { noService } from '../../shared/domain/service/service.ts'
import { after, entityId, folded, minutes, registrationBodyId, sha256 } from './given.ts'
import { retained, sealed } from './archive/given.ts'
import { toSign, withdrawn } from './contract/given.ts'
import {
  approved as caseApproved,
  dismissed,
  proposed,
  raised,
  sent,
  submissionDrafted,
} from './discontinuance/given.ts'
import { exceptionApproved, exceptionAsked } from './exception/given.ts'
import { fileBegun, fileChecked } from './file/given.ts'
import { redisclosureClosed, redisclosureOpened } from './redisclosure/given.ts'
import { approved, invited } from './reseller/given.ts'
import { drafted, published } from './service/given.ts'
import { noContract } from '../../shared/domain/contract/states.ts'
import { noDiscontinuance } from '../../shared/domain/discontinuance/states.ts'

const operationId = 'opr_01k6d2q0000000000000000009'
const accepted = {
  type: 'operation-accepted',
  operationId,
  entityId,
  owner: entityId,
  kind: 'importContracts',
  total: 500,
  inputSha256: sha256('a'),
} as const
const advanced = { type: 'operation-advanced', accepted: 22, refused: 3, resultsSha256: sha256('b') } as const
const finished = { type: 'operation-finished' } as const

/** For each kind: what begins it, and what can only follow. */
const stories: {
  readonly [Kind in AggregateKind]: { readonly first: EventOf<Kind>; readonly next: EventOf<Kind> | null }
} = {
  entity: {
    first: { type: 'entity-registered', entityId, name: '架空', corporateNumber: '7123456789012' },
    next: { type: 'retention-years-set', years: 10 },
  },
  registrationBody: { first: { type: 'registration-body-registered', registrationBodyId, name: '架空' }, next: null },
  member: { first: { type: 'member-named', sub: 'one', membership: { role: 'ipa' } }, next: null },
  service: { first: drafted(1), next: published(1, '2026-04-01') },
  reseller: { first: invited, next: approved },
  contract: { first: toSign[0], next: withdrawn },
  discontinuance: { first: proposed, next: caseApproved },
  concern: { first: raised, next: dismissed },
  submission: { first: submissionDrafted(1), next: sent },
  operation: { first: accepted, next: advanced },
  separateContractException: { first: exceptionAsked, next: exceptionApproved },
  smeIdentity: {
    first: {
      type: 'sme-identity-asked',
      smeId: 'sme_1',
      entityId,
      seller: entityId,
      kind: 'soleProprietor',
      nameKey: sha256('a'),
      addressKey: sha256('b'),
      detailsSha256: sha256('c'),
      askedBy: 'one',
    },
    next: { type: 'sme-identity-declined', reasonSha256: sha256('d') },
  },
  redisclosure: { first: redisclosureOpened, next: redisclosureClosed },
  archive: { first: sealed(), next: retained() },
  file: { first: fileBegun, next: fileChecked },
}
const kinds = Object.keys(stories) as AggregateKind[]

describe('everything with a ledger', () => {
  test('has an evolver', () => expect(Object.keys(evolvers).toSorted()).toEqual(kinds.toSorted()))

  test.each(kinds)('%s begins with its first event', (kind) =>
    expect(folded(kind, [stories[kind].first])).not.toMatchObject({ stage: 'none' }),
  )
  test.each(kinds.filter((kind) => stories[kind].next))('%s does not begin with a later one', (kind) => {
    const { next } = stories[kind]
    expect(folded(kind, next ? [next] : [])).toEqual({ stage: 'none' })
  })
  test.each(kinds)('%s keeps no event type in its state', (kind) =>
    expect(folded(kind, [stories[kind].first])).not.toHaveProperty('type'),
  )

  test('is nothing before that', () => {
    const nothings = [
      noEntity,
      noRegistrationBody,
      noMember,
      noService,
      noReseller,
      noContract,
      noDiscontinuance,
      noConcern,
      noSubmission,
      noOperation,
      noException,
      noRedisclosure,
      noSmeIdentity,
      noArchive,
      noFile,
    ]
    expect(nothings).toEqual(kinds.map(() => ({ stage: 'none' })))
  })

  test('folds to the same in one go as step by step', () => {
    const inOneGo = folded('contract', [...toSign])
    const steps = toSign.map((event, n) => [event, n] as const)
    const stepwise = steps.reduce(
      (state, [event, n]) => evolvers.contract(state, event, after(minutes(n))),
      folded('contract', []),
    )
    expect(stepwise).toEqual(inOneGo)
  })
})

describe('people and parties', () => {
  test('an implementing entity is kept with its name and number', () =>
    expect(folded('entity', [stories.entity.first])).toEqual({
      stage: 'kept',
      entityId,
      name: '架空',
      corporateNumber: '7123456789012',
    }))
  test('an implementing entity keeps what it set last, and counts how often it said where letters go', () => {
    const set = (tellSmes: number, noticeSha256: string) =>
      ({ type: 'obligation-settings-set', days: { ...usualObligationDays, tellSmes }, noticeSha256 }) as const
    const years = { type: 'retention-years-set', years: 15 } as const
    const hours = { type: 'approval-window-set', hours: 24 } as const
    const { first } = stories.entity
    const before = folded('entity', [first, years, hours, set(3, sha256('a'))])
    expect(before).toEqual({
      ...folded('entity', [first]),
      retentionYears: 15,
      approvalWindowHours: 24,
      obligationSettings: { days: { ...usualObligationDays, tellSmes: 3 }, notices: 1, noticeSha256: sha256('a') },
    })
    expect(folded('entity', [set(4, sha256('b'))], before)).toMatchObject({
      obligationSettings: { days: { tellSmes: 4 }, notices: 2, noticeSha256: sha256('b') },
      retentionYears: 15,
    })
  })
  test('are kept as they were named, and named again', () => {
    const first = { type: 'member-named', sub: 'one', membership: { role: 'ipa' } } as const
    const again = { type: 'member-named', sub: 'one', membership: { role: 'entityStaff', entityId } } as const
    expect(folded('member', [first, again])).toEqual({ stage: 'kept', sub: 'one', membership: again.membership })
    expect(folded('registrationBody', [stories.registrationBody.first])).toEqual({
      stage: 'kept',
      registrationBodyId,
      name: '架空',
    })
  })
})

describe('an operation', () => {
  test('counts what it did, step by step', () => {
    expect(folded('operation', [accepted])).toEqual({
      stage: 'accepted',
      operationId,
      entityId,
      owner: entityId,
      kind: 'importContracts',
      total: 500,
      acceptedAt: after(minutes(0)),
      advancedAt: after(minutes(0)),
      done: 0,
      accepted: 0,
      refused: 0,
      steps: 0,
    })
    expect(folded('operation', [accepted, advanced, advanced])).toMatchObject({
      stage: 'running',
      done: 50,
      accepted: 44,
      refused: 6,
      steps: 2,
    })
    expect(folded('operation', [accepted, advanced, finished])).toEqual({
      ...folded('operation', [accepted, advanced]),
      stage: 'finished',
      advancedAt: after(minutes(2)),
    })
  })
  test('that lists what it is to do knows how much that is with the last paper of it', () => {
    const listed = { type: 'operation-listed', rows: 1_000, complete: false, listedSha256: sha256('c') } as const
    const unlisted = { ...accepted, total: null }
    expect(folded('operation', [unlisted, listed])).toMatchObject({
      stage: 'running',
      total: null,
      listed: { papers: 1, rows: 1_000 },
    })
    expect(folded('operation', [unlisted, listed, { ...listed, rows: 7, complete: true }])).toMatchObject({
      total: 1_007,
      listed: { papers: 2, rows: 1_007 },
      done: 0,
    })
  })
  test('is through with its last row, and never before it is known how many there are', () => {
    expect(
      [
        { total: null, done: 0 },
        { total: 2, done: 1 },
        { total: 2, done: 2 },
        { total: 0, done: 0 },
      ].map(isThrough),
    ).toEqual([false, false, true, true])
  })
  test('may have nothing to do, and finish at once', () =>
    expect(folded('operation', [{ ...accepted, total: 0 }, finished])).toMatchObject({
      stage: 'finished',
      done: 0,
      steps: 0,
    }))
  test('does not begin by being finished', () =>
    expect(folded('operation', [advanced, finished])).toEqual({ stage: 'none' }))
})
