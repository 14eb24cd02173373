import { describe, expect, test } from 'vitest'
import {
  noticeBounced,
  noticeKnown,
  unreachedBecause,
  type Telling,
} from '../../../shared/domain/contract/bounced-notice.ts'
import { entityId, folded, kept, sha256 } from '../given.ts'
import {
  contractAfter,
  ended,
  expiresAt,
  liveAfter,
  nonce,
  opened,
  settled,
  signed,
  told,
  toSign,
  toTakeOver,
} from './given.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const deliveryId = 'first'
const open = { caseClosed: false }
const bounce = { deliveryId, cause: 'bounce' } as const

const happened = (event: ContractEvent, id?: string, outcome: string | null = 'accepted'): Telling => ({
  event,
  deliveries: id ? [{ id, template: 'takeover-notice', outcome }] : [],
})
const again = { type: 'takeover-notice-sent-again', addressSha256: null } as const
const phoned = { type: 'takeover-told', by: 'phone', toldSha256: sha256('8') } as const
const found = {
  type: 'takeover-coverage-noted',
  facet: 'contact',
  finding: 'confirmed',
  statedAt: opened.since,
  evidenceSha256: sha256('8'),
  operationId: null,
} as const
/** A letter that is no notice of a takeover. */
const letter: Telling = {
  event: { type: 'own-link-sent', nonce, expiresAt },
  deliveries: [{ id: 'second', template: 'own-link', outcome: 'accepted' }],
}
const byMail = [happened(opened, deliveryId), happened(told)]
const wasTold = liveAfter(...toTakeOver, told)
const decided = (history: readonly Telling[], contract = wasTold) => noticeBounced(contract, history, bounce, open)
const bounced = (untold: boolean) => ({ type: 'takeover-notice-bounced', ...bounce, untold }) as const

describe('第2章1.(10) a notice that came back', () => {
  test('leaves its SME untold, and its contact unknown', () => {
    expect(decided(byMail)).toEqual([bounced(true)])
    const contract = kept(folded('contract', decided(byMail), wasTold))
    expect(contract).toMatchObject({ takeover: { stage: 'opened', coverage: { contact: { stage: 'unknown' } } } })
  })

  test.each([
    ['a person told it before', [happened(opened, deliveryId), happened(phoned), happened(told)]],
    ['a person told it since', [...byMail, happened(phoned)]],
    ['a person found that it has the new contact', [...byMail, happened(found)]],
    ['another notice has reached it', [...byMail, happened(again, 'second')]],
  ])('changes nothing where %s', (_, history) => {
    expect(decided(history)).toEqual([bounced(false)])
    expect(folded('contract', decided(history), wasTold)).toEqual(wasTold)
  })

  test.each([
    [
      'another notice came back as well',
      [...byMail, happened(again, 'second'), { event: { ...bounced(false), deliveryId: 'second' }, deliveries: [] }],
    ],
    ['another notice is still on its way', [...byMail, happened(again, 'second', null)]],
    ['another letter has reached it', [...byMail, letter]],
    ['another notice could not be delivered', [...byMail, happened(again, 'second', 'bounced')]],
    ['a person found the contact lost', [...byMail, happened({ ...found, finding: 'lost' })]],
    ['a person found that it is watched', [...byMail, happened({ ...found, facet: 'monitoring' })]],
    ['a person told it in a takeover before this one', [happened(opened), happened(phoned), ...byMail]],
  ])('counts where %s', (_, history) => expect(decided(history)).toEqual([bounced(true)]))

  test('leaves a contact that was found lost as it is: the gap goes on', () => {
    const lost = liveAfter(...toTakeOver, told, { ...found, finding: 'lost' })
    const contract = kept(folded('contract', [bounced(true)], lost))
    expect(contract).toMatchObject({
      takeover: { stage: 'opened', coverage: { contact: { stage: 'lost', since: opened.since } } },
    })
  })

  test('is noted once, and only what was accepted in this takeover', () => {
    expect(decided([...byMail, { event: bounced(true), deliveries: [] }])).toEqual([])
    expect(decided([happened(opened, deliveryId, 'givenUp')])).toEqual([])
    expect(decided([happened(opened, deliveryId, null)])).toEqual([])
    expect(decided([happened(opened, deliveryId), happened(opened, 'later')])).toEqual([])
    expect(decided([happened(signed, deliveryId)], liveAfter(...toSign))).toEqual([])
    expect(noticeBounced(contractAfter(...toTakeOver, told, ended), byMail, bounce, open)).toEqual([])
    expect(noticeKnown([happened(opened, deliveryId, null)], deliveryId)).toBe('awaited')
    expect(noticeKnown(byMail, deliveryId)).toBe('accepted')
    expect(noticeKnown(byMail, 'unheard of')).toBe('overtaken')
    expect(noticeKnown([...byMail, { event: bounced(true), deliveries: [] }], deliveryId)).toBe('overtaken')
  })

  test('leaves what is settled settled, with its contact unknown; and a closed case as it is', () => {
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    const contract = kept(folded('contract', decided(byMail, served), served))
    expect(contract).toMatchObject({ takeover: { stage: 'settled', coverage: { contact: { stage: 'unknown' } } } })
    expect(noticeBounced(served, byMail, bounce, { caseClosed: true })).toEqual([bounced(false)])
  })
})

describe('why an SME is to be written to by post', () => {
  const cameBack = { event: bounced(true), deliveries: [] }
  const reason = (history: readonly Telling[], pastDue = false) => unreachedBecause(history, { pastDue })

  test.each([
    ['its notice is still on its way', [happened(opened, deliveryId, null)], null, 'notTold'],
    ['its notice was accepted', byMail, null, 'notTold'],
    ['its notice came back', [...byMail, cameBack], 'bounced', 'bounced'],
    ['its notice was refused at the door', [happened(opened, deliveryId, 'bounced')], 'bounced', 'bounced'],
    ['there was nobody to write to', [happened(opened, deliveryId, 'givenUp')], 'noAddress', 'noAddress'],
    [
      'one came back and there was nobody for another',
      [...byMail, cameBack, happened(again, 'second', 'givenUp')],
      'bounced',
      'bounced',
    ],
    ['its notice came back and another letter was accepted', [...byMail, cameBack, letter], 'bounced', 'bounced'],
    [
      'one came back and another is on its way',
      [...byMail, cameBack, happened(again, 'second', null)],
      null,
      'notTold',
    ],
    ['one of the takeover before came back', [...byMail, cameBack, happened(opened, 'second', null)], null, 'notTold'],
  ] as const)('where %s: in time %j, past the day %j', (_, history, inTime, pastDue) =>
    expect([reason(history), reason(history, true)]).toEqual([inTime, pastDue]),
  )
})
