import { describe, expect, test } from 'vitest'
import {
  approveException,
  askForException,
  declineException,
  hasExpired,
  withdrawException,
  type AskedInPart,
} from '../../../shared/domain/exception/exception.ts'
import { exceptionParts } from '../../../shared/domain/exception/parts.ts'
import { serviceFunctions } from '../../../shared/domain/service/facts.ts'
import { cellsOf, day, entityId, outcome, refusalOf, sha256 } from '../given.ts'
import {
  asked,
  exceptionAfter,
  exceptionApproved,
  exceptionAsked,
  exceptionDeclined,
  exceptionWithdrawn,
} from './given.ts'

const on = (text: string) => ({ today: day(text) })
const without: Readonly<Record<(typeof exceptionParts)[number], Partial<AskedInPart>>> = {
  smeIds: { smeIds: [] },
  leavesOut: { leavesOut: [] },
  ground: { ground: null },
  groundInWords: { groundSha256: null },
  evidence: { evidenceSha256: null },
  burden: { burdenSha256: null },
  expiresOn: { expiresOn: null },
}
const missingFrom = (changed: Partial<AskedInPart>) => {
  const refusal = refusalOf(askForException({ ...asked, ...changed }, on('2026-10-01')))
  return refusal?.kind === 'incomplete' ? refusal.missing : []
}

describe('第2章1.(6) asking for an exception', () => {
  test('whole, it is asked, as it was', () => {
    const decision = askForException(asked, on('2026-10-01'))
    expect(decision).toEqual({ ok: true, value: [exceptionAsked] })
    expect(refusalOf(askForException({ ...asked, ground: null }, on('2026-10-01')))).toMatchObject({
      what: 'exception',
    })
    expect(exceptionAfter(exceptionAsked)).toEqual({ ...asked, stage: 'asked', approvedBy: null, approvedOn: null })
  })

  test.each(exceptionParts)('without %s it is refused for that alone', (part) =>
    expect(missingFrom(without[part]).map(({ code }) => code)).toEqual([part]),
  )

  test('without anything, every missing part is named at once, each in both languages', () => {
    const missing = missingFrom(Object.assign({}, ...Object.values(without)))
    expect(missing.map(({ code }) => code)).toEqual([...exceptionParts])
    for (const { why } of missing) expect([why.ja.length > 5, why.en.length > 5]).toEqual([true, true])
  })

  test('what is missing is for whoever asks to give', () => {
    expect(missingFrom({ ground: null })[0]?.suppliedBy).toBe('reseller')
    expect(missingFrom({ ground: null, seller: entityId })[0]?.suppliedBy).toBe('implementingEntity')
  })

  test('its last day may be today, not yesterday', () => {
    expect(outcome(askForException(asked, on('2027-03-31')))).toBe('exception-asked')
    expect(refusalOf(askForException(asked, on('2027-04-01')))).toEqual({
      kind: 'out-of-order',
      what: 'expiresOn',
      given: '2027-03-31',
      notBefore: '2027-04-01',
    })
  })

  test('it leaves out some functions, never all', () => {
    const leaving = (leavesOut: AskedInPart['leavesOut']) => askForException({ ...asked, leavesOut }, on('2026-10-01'))
    expect(outcome(leaving(serviceFunctions.slice(1)))).toBe('exception-asked')
    expect(refusalOf(leaving(serviceFunctions))).toEqual({
      kind: 'does-not-fit',
      what: 'leavesOut',
      given: serviceFunctions.join(', '),
      needs: 'at least one function that the contract still binds',
    })
  })

  test('what is named twice is kept once, functions in the order of the standard', () => {
    const leavesOut = ['simpleCyberInsurance', 'consultationDesk', 'simpleCyberInsurance'] as const
    const smeIds = ['4011001098993', '4011001098993']
    const decision = askForException({ ...asked, leavesOut, smeIds }, on('2026-10-01'))
    expect(decision.ok && decision.value[0]).toMatchObject({
      leavesOut: ['consultationDesk', 'simpleCyberInsurance'],
      smeIds: ['4011001098993'],
    })
  })
})

describe('deciding on it', () => {
  const waiting = exceptionAfter(exceptionAsked)
  const approving = (approvedBy: string, today: string) =>
    outcome(approveException(waiting, { approvedBy, ...on(today) }))

  test('takes a second person', () => {
    expect(approving('reseller-staff', '2026-10-01')).toBe('second-person-needed')
    expect(approving('admin', '2026-10-01')).toBe('exception-approved')
  })
  test('its last day is in time, the next is not', () => {
    expect(approving('admin', '2027-03-31')).toBe('exception-approved')
    expect(approving('admin', '2027-04-01')).toBe('out-of-order')
    expect(hasExpired(waiting, day('2027-03-31'))).toBe(false)
    expect(hasExpired(waiting, day('2027-04-01'))).toBe(true)
  })

  const stages = {
    asked: waiting,
    approved: exceptionAfter(exceptionAsked, exceptionApproved),
    declined: exceptionAfter(exceptionAsked, exceptionDeclined),
    withdrawn: exceptionAfter(exceptionAsked, exceptionApproved, exceptionWithdrawn),
  }
  const commands = {
    approve: (state: typeof waiting) => approveException(state, { approvedBy: 'admin', ...on('2026-10-01') }),
    decline: (state: typeof waiting) => declineException(state, sha256('d')),
    withdraw: (state: typeof waiting) => withdrawException(state, sha256('e')),
  }
  const table = `
              approve             decline             withdraw
    asked     exception-approved  exception-declined  exception-withdrawn
    approved  wrong-stage         wrong-stage         exception-withdrawn
    declined  wrong-stage         wrong-stage         wrong-stage
    withdrawn wrong-stage         wrong-stage         wrong-stage
  `
  test.each(cellsOf(table))('$row, $column: $cell', ({ row, column, cell }) =>
    expect(outcome(commands[column as keyof typeof commands](stages[row as keyof typeof stages]))).toBe(cell),
  )

  test('keeps who approved it when, and why it was declined or withdrawn', () => {
    const { approve, decline, withdraw } = commands
    const events = [approve(waiting), decline(waiting), withdraw(waiting)].map((one) => one.ok && one.value)
    expect(events).toEqual([[exceptionApproved], [exceptionDeclined], [exceptionWithdrawn]])
  })
  test('a refusal says where it stands and what it needs', () => {
    const { approve, withdraw } = commands
    expect([refusalOf(approve(stages.declined)), refusalOf(withdraw(stages.declined))]).toEqual([
      { kind: 'wrong-stage', what: 'exception', stage: 'declined', needs: ['asked'] },
      { kind: 'wrong-stage', what: 'exception', stage: 'declined', needs: ['asked', 'approved'] },
    ])
  })
  test('one that is withdrawn still says who had approved it, and when', () =>
    expect(exceptionAfter(exceptionAsked, exceptionApproved, exceptionWithdrawn)).toMatchObject({
      stage: 'withdrawn',
      approvedBy: 'admin',
      approvedOn: '2026-10-01',
    }))
})
