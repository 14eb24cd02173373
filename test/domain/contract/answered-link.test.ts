import { describe, expect, test } from 'vitest'
import { isAnsweredLink } from '../../../shared/domain/contract/answered-link.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const sent = (nonce: string, type = 'contract-offered') => ({ type, nonce }) as ContractEvent
const attested = (nonce: string | null) =>
  ({ type: 'contract-attested', confirmBy: nonce && { nonce } }) as ContractEvent
const answer = (type: string) => ({ type }) as ContractEvent

describe('a link behind which an SME agreed', () => {
  test.each([
    ['contract-signed', [sent('a')]],
    ['amendment-signed', [sent('x'), answer('contract-signed'), sent('a')]],
    ['attestation-confirmed', [attested('a')]],
    ['attestation-confirmed', [attested('x'), sent('a', 'confirmation-asked')]],
  ])('is the last one sent before %s', (type, before) => {
    expect(isAnsweredLink([...before, answer('signing-code-accepted')], 'a')).toBe(false)
    expect(isAnsweredLink([...before, answer(type)], 'a')).toBe(true)
    expect(isAnsweredLink([...before, answer(type)], 'b')).toBe(false)
  })

  test('stays so, whatever else happened before and since', () => {
    const between = answer('signing-code-accepted')
    expect(isAnsweredLink([sent('a'), between, answer('contract-signed'), answer('takeover-opened')], 'a')).toBe(true)
  })

  test('is over once another was sent, whatever that is for', () => {
    for (const type of ['contract-offered', 'own-link-sent', 'confirmation-asked'])
      expect(isAnsweredLink([sent('a'), answer('contract-signed'), sent('b', type)], 'a'), type).toBe(false)
  })

  test('is none where it was declined or disputed, or where nothing was sent', () => {
    for (const type of ['contract-voided', 'amendment-withdrawn', 'attestation-disputed'])
      expect(isAnsweredLink([sent('a'), answer(type)], 'a'), type).toBe(false)
    expect(isAnsweredLink([], 'a')).toBe(false)
    expect(isAnsweredLink([attested(null), answer('attestation-confirmed')], 'a')).toBe(false)
  })
})
