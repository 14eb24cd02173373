import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import {
  codesLeft,
  codeToTry,
  goodCodes,
  linkAfter,
  linkOf,
  newLink,
  openLink,
  passedLink,
  requestCode,
  tryCode,
  wrongCodesLeft,
} from '../../../shared/domain/contract/link.ts'
import { after, kept, minutes, outcome, refusalOf, start } from '../given.ts'
import {
  accepted,
  attested,
  attestedWithoutLink,
  confirmed,
  contractAfter,
  deal,
  drafted,
  expiresAt,
  explanation,
  nonce,
  refusedCode,
  requested,
  toOffer,
  toSign,
  withdrawn,
} from './given.ts'
import { type Link, type Contract, noContract } from '../../../shared/domain/contract/states.ts'

const offeredWith = (link: Partial<Link>): Contract => ({
  stage: 'offered',
  deal,
  explanation,
  link: { ...newLink(nonce, expiresAt), ...link },
})
const notUsable = { kind: 'link-not-usable' }
const times = <Event>(n: number, event: Event): readonly Event[] => Array.from({ length: n }, () => event)

describe('a link', () => {
  test('is open until the millisecond before it expires', () => {
    const contract = offeredWith({})
    expect(openLink(contract, nonce, start).ok).toBe(true)
    expect(openLink(contract, nonce, after(-1, expiresAt)).ok).toBe(true)
    expect(refusalOf(openLink(contract, nonce, expiresAt))).toEqual(notUsable)
    expect(refusalOf(openLink(contract, nonce, after(1, expiresAt)))).toEqual(notUsable)
  })
  test('is open only to who holds it', () =>
    expect(refusalOf(openLink(offeredWith({}), 'another', start))).toEqual(notUsable))
  test('is of a contract that waits for one', () => {
    expect(linkOf(noContract)).toBeNull()
    expect(linkOf(contractAfter(drafted))).toBeNull()
    expect(linkOf(contractAfter(...toSign))).toBeNull()
    expect(linkOf(contractAfter(attestedWithoutLink))).toBeNull()
    expect(linkOf(contractAfter(attested, requested, accepted, confirmed))).toBeNull()
    expect(linkOf(contractAfter(...toOffer))).toEqual(newLink(nonce, expiresAt))
    expect(linkOf(contractAfter(attested))).toEqual(newLink(nonce, expiresAt))
    expect(refusalOf(openLink(noContract, nonce, start))).toEqual(notUsable)
  })
  test('that is offered again replaces the one before', () => {
    const again = { type: 'contract-offered', nonce: 'second', expiresAt } as const
    const [, explained] = toOffer
    const contract = contractAfter(...toOffer, { type: 'contract-revised', deal }, explained, again)
    expect(refusalOf(openLink(contract, nonce, start))).toEqual(notUsable)
    expect(openLink(contract, 'second', start).ok).toBe(true)
  })
})

describe('codes', () => {
  /** A link so many codes were sent for, a minute apart. */
  const sentFor = (codes: number) =>
    Array.from({ length: codes }).reduce<Link>(
      (link, _, index) => linkAfter(link, { type: 'signing-code-requested', n: index + 1 }, after(minutes(index))),
      newLink(nonce, expiresAt),
    )

  test('are sent ten times in a day and not an eleventh, which can be sent a day after the first', () => {
    for (const sent of [0, 1, 9]) {
      const contract = offeredWith(sentFor(sent))
      expect(requestCode(contract, nonce, after(minutes(30)))).toEqual({
        ok: true,
        value: [{ type: 'signing-code-requested', n: sent + 1 }],
      })
      expect(codesLeft(sentFor(sent), after(minutes(30)))).toEqual({ left: 10 - sent, nextAt: null })
    }
    const worn = offeredWith(sentFor(10))
    const nextAt = after(minutes(24 * 60))
    const refused = { kind: 'too-many-sendings', of: 'link', nextAt }
    expect(refusalOf(requestCode(worn, nonce, after(minutes(30))))).toEqual(refused)
    expect(refusalOf(requestCode(worn, nonce, after(-1, nextAt)))).toEqual(refused)
    expect(outcome(requestCode(worn, nonce, nextAt))).toBe('signing-code-requested')
    expect(outcome(requestCode(worn, nonce, after(minutes(1), nextAt)))).toBe('signing-code-requested')
  })

  test('that were sent stay good for their ten minutes, whichever came after; each is good once', () => {
    const link = sentFor(3)
    expect(goodCodes(link, after(minutes(3)))).toEqual([1, 2, 3])
    expect(goodCodes(link, after(minutes(10)))).toEqual([2, 3])
    const used = linkAfter(link, tryCode(link, 2), after(minutes(3)))
    expect(goodCodes(used, after(minutes(3)))).toEqual([1, 3])
    expect(used.passedAt).toBe(after(minutes(3)))
    expect(linkAfter(used, { type: 'signing-code-requested', n: 4 }, after(minutes(4))).passedAt).toBe(
      after(minutes(3)),
    )
  })

  test('of a link from before they were kept: the last one is known', () => {
    const old = { ...newLink(nonce, expiresAt), codesSent: 3, codeSentAt: start }
    expect(goodCodes(old, after(minutes(9)))).toEqual([3])
    expect(goodCodes({ ...old, passedAt: after(minutes(1)) }, after(minutes(9)))).toEqual([])
    expect(linkAfter(old, { type: 'signing-code-requested', n: 4 }, after(minutes(1))).codes).toEqual([
      { n: 3, at: start },
      { n: 4, at: after(minutes(1)) },
    ])
  })

  test('are not sent through a link that expired', () =>
    expect(refusalOf(requestCode(offeredWith({}), nonce, expiresAt))).toEqual(notUsable))

  test('can be tried until the millisecond before ten minutes are over', () => {
    const contract = offeredWith({ codesSent: 1, codeSentAt: start })
    expect(codeToTry(contract, nonce, start).ok).toBe(true)
    expect(codeToTry(contract, nonce, after(minutes(10) - 1)).ok).toBe(true)
    expect(refusalOf(codeToTry(contract, nonce, after(minutes(10))))).toEqual(notUsable)
  })
  test('can be tried from the last one on', () => {
    const contract = contractAfter(...toOffer, requested, requested)
    const lastSentAt = after(minutes(4))
    expect(codeToTry(contract, nonce, after(minutes(10) - 1, lastSentAt)).ok).toBe(true)
    expect(codeToTry(contract, nonce, after(minutes(10), lastSentAt)).ok).toBe(false)
  })
  test('cannot be tried before one was sent', () =>
    expect(refusalOf(codeToTry(contractAfter(...toOffer), nonce, start))).toEqual(notUsable))
  test('cannot be tried once the link expired, however fresh', () => {
    const contract = offeredWith({ codesSent: 1, codeSentAt: after(-1, expiresAt) })
    expect(codeToTry(contract, nonce, after(-1, expiresAt)).ok).toBe(true)
    expect(codeToTry(contract, nonce, expiresAt).ok).toBe(false)
  })
})

describe('wrong codes', () => {
  test.each([
    [0, 5, true],
    [1, 4, true],
    [4, 1, true],
    [5, 0, false],
  ])('after %i there are %i tries left, and the link is open: %j', (wrong, left, open) => {
    const contract = contractAfter(...toOffer, requested, ...times(wrong, refusedCode))
    const link = kept(contract).stage === 'offered' ? linkOf(contract) : null
    expect(link && wrongCodesLeft(link)).toBe(left)
    expect(openLink(contract, nonce, start).ok).toBe(open)
    expect(codeToTry(contract, nonce, after(minutes(4))).ok).toBe(open)
    expect(requestCode(contract, nonce, start).ok).toBe(open)
  })

  test('five of them kill a link that had been passed', () => {
    const contract = contractAfter(...toOffer, requested, { type: 'signing-code-accepted' }, ...times(5, refusedCode))
    expect(passedLink(contract, nonce, start, 'sign')).toEqual({ ok: false, refusal: notUsable })
  })

  test('another code does not give tries back', () => {
    const contract = contractAfter(...toOffer, requested, ...times(4, refusedCode), requested)
    const link = linkOf(contract)
    expect(link && wrongCodesLeft(link)).toBe(1)
  })
})

describe('a code', () => {
  test.each([
    ['a draft', [drafted]],
    ['a contract that was signed', toSign],
    ['a paper contract without a link', [attestedWithoutLink]],
    ['a paper contract that was confirmed', [attested, requested, accepted, confirmed]],
    ['an offer that was withdrawn', [...toOffer, withdrawn]],
  ] as const)('leaves %s as it was', (_, events) => {
    const contract = contractAfter(...events)
    for (const event of [requested, refusedCode, accepted]) {
      expect(evolvers.contract(contract, event, start)).toBe(contract)
    }
  })
})

describe('the right code', () => {
  test('opens what lies behind the link', () => {
    expect(passedLink(contractAfter(...toOffer, requested), nonce, start, 'sign').ok).toBe(false)
    expect(
      passedLink(contractAfter(...toOffer, requested, tryCode(newLink(nonce, start), 1)), nonce, start, 'sign').ok,
    ).toBe(true)
    expect(
      passedLink(contractAfter(...toOffer, requested, tryCode(newLink(nonce, start), null)), nonce, start, 'sign').ok,
    ).toBe(false)
  })
  test('opens it until the link expires', () => {
    const contract = offeredWith({ codesSent: 1, codeSentAt: start, passedAt: start })
    expect(passedLink(contract, nonce, after(-1, expiresAt), 'sign').ok).toBe(true)
    expect(passedLink(contract, nonce, expiresAt, 'sign').ok).toBe(false)
    expect(passedLink(contract, 'another', start, 'sign').ok).toBe(false)
  })
  test('is asked for again where a new one was sent, on records from before codes were kept', () => {
    const passed = { ...newLink(nonce, expiresAt), codesSent: 1, codeSentAt: start, passedAt: start }
    expect(linkAfter(passed, requested, after(minutes(1)))).toEqual({
      ...passed,
      codesSent: 2,
      codeSentAt: after(minutes(1)),
      passedAt: null,
    })
  })
})
