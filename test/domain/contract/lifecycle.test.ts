import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import { figure } from '../../support/figures.ts'
import { after, cellsOf, minutes, outcome, refusalOf } from '../given.ts'
import { commands, standingAt, stories } from './lifecycle.ts'
import { changing, eventOf, leaving, making, meanings } from './lifecycle-table.ts'
import type { Contract, ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const cells = [making, changing, leaving].flatMap(cellsOf)
const decide = (row: string, column: string) => {
  const contract = standingAt(row) as ExistingContract
  return { contract, decision: commands[column]?.(contract, after(minutes(stories[row]?.length ?? 0))) }
}

describe('every command in every place a contract can stand at', () => {
  test('is in the table, once', () => {
    const named = new Set(cells.map(({ row, column }) => `${row} ${column}`))
    const due = Object.keys(stories).flatMap((row) => Object.keys(commands).map((column) => `${row} ${column}`))
    expect([...named].sort()).toEqual(due.sort())
    expect(cells).toHaveLength(due.length)
    figure('lifecycle: cells (place × command)', cells.length)
  })

  test.each(Object.keys(stories))('%s', (row) => {
    const meant = cells.filter((one) => one.row === row)
    const came = meant.map(({ column }) => {
      const { decision } = decide(row, column)
      return `${column}: ${decision ? outcome(decision) : 'no such command'}`
    })
    expect(came).toEqual(
      meant.map(({ column, cell }) => `${column}: ${cell === '+' ? eventOf[column] : meanings[cell]}`),
    )
  })

  test('leads on from somewhere, and is refused somewhere', () => {
    for (const column of Object.keys(commands)) {
      const own = new Set(cells.filter((one) => one.column === column).map(({ cell }) => cell))
      const refused = ['.', '-', 'o'].some((cell) => own.has(cell))
      expect(refused, `${column} is never refused`).toBe(true)
      expect(own.has('+'), `${column} never comes to its event`).toBe(column !== 'other')
    }
  })
})

describe('a command in the wrong place', () => {
  const inDraft = ['contract needs drafted, offered']
  const live = 'contract needs live'
  const proposed = [live, 'amendment needs proposed']
  const quiet = [live, 'takeover needs settled']
  const proposing = [...quiet, 'cancellation needs none, requested']
  const takeover = 'takeover needs opened, told'
  /** What each asks for, and of what. */
  const asks: Record<string, readonly string[]> = {
    revise: inDraft,
    explain: ['contract needs drafted'],
    offer: inDraft,
    withdraw: inDraft,
    sign: ['contract needs offered'],
    decline: ['contract needs offered'],
    confirm: [live],
    dispute: [live],
    askAgain: ['confirmation needs awaiting'],
    propose: proposing,
    amend: proposing,
    renew: proposing,
    other: proposing,
    retell: proposed,
    reoffer: proposed,
    takeBack: proposed,
    refuse: proposed,
    resign: proposed,
    ownLink: [live],
    wish: [live],
    stay: [live, 'cancellation needs requested'],
    leave: [live, 'cancellation needs requested'],
    leaveLate: [live, 'cancellation needs requested'],
    terminate: quiet,
    annul: quiet,
    consent: [live],
    again: [live],
    unsay: [live, 'consent needs given'],
    tell: [takeover],
    resend: [takeover],
    settle: [live, takeover, 'takeover needs told'],
  }

  test.each(Object.entries(asks))('%s says what it needs: %j', (column, needs) => {
    const said = new Set<string>()
    for (const { row } of cells.filter((one) => one.column === column && one.cell === '.')) {
      const { decision } = decide(row, column)
      const refusal = decision && refusalOf(decision)
      if (refusal?.kind !== 'wrong-stage') throw new Error(`${row} does not refuse ${column} for its stage`)
      expect(refusal.needs, `${row} ${column}`).not.toContain(refusal.stage)
      said.add(`${refusal.what} needs ${refusal.needs.join(', ')}`)
    }
    expect([...said].sort()).toEqual([...needs].sort())
  })
})

test('whatever a command comes to is taken in by the contract, event by event', () => {
  const taken = cells.flatMap(({ row, column }) => {
    const { contract, decision } = decide(row, column)
    let state: Contract = contract
    return (column !== 'try' && decision?.ok ? (decision.value as readonly ContractEvent[]) : []).map((event) => {
      const before = state
      state = evolvers.contract(state, event, after(minutes(60)))
      return { at: `${row} ${column} ${event.type}`, ignored: state === before }
    })
  })
  expect(taken.length).toBeGreaterThan(250)
  // A notice that goes out again changes nothing until it arrives.
  const passesBy = (at: string) => at.endsWith('takeover-notice-sent-again')
  expect(taken.filter(({ at, ignored }) => ignored !== passesBy(at))).toEqual([])
})
