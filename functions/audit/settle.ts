import { setTimeout as pause } from 'node:timers/promises'
import { examine, type Finding } from './examine.ts'
import type { Violation } from './invariants/invariant.ts'
import { bearing, bearsOn } from './bearing.ts'
import type { Files } from './reading/files.ts'
import { contentOf } from './reading/forms.ts'
import { whereOf, type Row } from './reading/rows.ts'

/** Dump of one reading of a table, and of the vault beside it. */
type Dump = { readonly rows: readonly Row[]; readonly files: Files | null }

/** Outcome after a table was read as often as it took. */
export type Settled = {
  readonly dump: Dump
  readonly readings: number
  /** Findings of the last reading, with the violations that stand. */
  readonly findings: readonly Finding[]
  /** Violations of the last reading that showed while the rows they rest on were being written. */
  readonly unsettled: readonly Violation[]
}

export type Settling = {
  readonly atRest?: boolean
  /** Pauses before each further reading, in milliseconds. */
  readonly pauses?: readonly number[]
  readonly wait?: (ms: number) => Promise<unknown>
}

const usualPauses = [250, 1_000, 2_000, 4_000]

const nameOf = ({ invariant, where, what }: Violation): string => `${invariant}\n${where}\n${what}`

type Looked = {
  readonly dump: Dump
  readonly rows: ReadonlyMap<string, Row>
  readonly contents: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly violations: ReadonlyMap<string, Violation>
}

const look = (dump: Dump, atRest: boolean): Looked => {
  const findings = examine(dump.rows, dump.files, { atRest })
  const all = findings.flatMap(({ violations }) => violations)
  return {
    dump,
    findings,
    rows: new Map(dump.rows.map((row) => [whereOf(row), row])),
    contents: new Map(dump.rows.map((row) => [whereOf(row), contentOf(row)])),
    violations: new Map(all.map((one) => [nameOf(one), one])),
  }
}

/** Rows that came, went or changed between two readings. */
const changedBetween = (before: Looked, now: Looked): readonly Row[] => {
  const moved = [...now.rows].filter(([where]) => before.contents.get(where) !== now.contents.get(where))
  const gone = [...before.rows].filter(([where]) => !now.rows.has(where))
  return [...moved, ...gone].map(([, row]) => row)
}

/**
 * Reads a table until what looks wrong in it is settled. A scan is no snapshot: rows of one commit may be read before it
 * and after it. So nothing found is believed at once. The table is read again, and a violation stands where both readings
 * show it and no row it rests on changed between them: then all these rows stood so at one moment. What the next reading
 * does not show is dropped; what rests on rows that change at every reading is given as unsettled.
 */
export const settle = async (
  read: () => Promise<Dump>,
  { atRest = false, pauses = usualPauses, wait = pause }: Settling = {},
): Promise<Settled> => {
  let now = look(await read(), atRest)
  let readings = 1
  const stood = new Set<string>()
  const isOpen = (name: string): boolean => !stood.has(name)
  for (const ms of pauses) {
    if (![...now.violations.keys()].some(isOpen)) break
    await wait(ms)
    const before = now
    now = look(await read(), atRest)
    readings += 1
    const changed = changedBetween(before, now).map(bearing)
    for (const [name, violation] of now.violations) {
      const rests = before.violations.has(name) && !changed.some(bearsOn(violation, now.rows.get(violation.where)))
      if (rests) stood.add(name)
    }
  }
  const last = now
  return {
    dump: last.dump,
    readings,
    findings: last.findings.map(({ violations, ...finding }) => ({
      ...finding,
      violations: violations.filter((one) => stood.has(nameOf(one))),
    })),
    unsettled: [...last.violations].flatMap(([name, violation]) => (stood.has(name) ? [] : [violation])),
  }
}
