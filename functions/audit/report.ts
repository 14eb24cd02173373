import type { Violation, Words } from './invariants/invariant.ts'
import { censusOf, fingerprintOf, type Counted } from './reading/forms.ts'
import type { Settled } from './settle.ts'

/** Target that was read: which table, which vault, when, and by which version. */
export type Target = {
  readonly version: string
  readonly endpoint: string
  readonly table: string
  readonly vault: string | null
  readonly atRest: boolean
  readonly began: string
  readonly ended: string
}

/** Report of what an audit came to. `--json` prints just this. */
export type AuditReport = Target & {
  readonly readings: number
  readonly rows: { readonly count: number; readonly sha256: string; readonly forms: readonly Counted[] }
  readonly invariants: readonly {
    readonly id: string
    readonly says: Words
    readonly examined: number
    readonly violations: number
  }[]
  readonly violations: readonly Violation[]
  /** Violations that showed while the rows they rest on were being written. */
  readonly unsettled: readonly Violation[]
  readonly verdict: 'nothingFound' | 'violations' | 'unsettled'
}

/** The exit code of each verdict. 2 stands for a table that could not be read. */
export const exitCodes: Readonly<Record<AuditReport['verdict'], number>> = {
  nothingFound: 0,
  violations: 1,
  unsettled: 3,
}

/** Puts together what an audit came to. */
export const reportOf = (target: Target, { dump, readings, findings, unsettled }: Settled): AuditReport => {
  const violations = findings.flatMap((finding) => finding.violations)
  return {
    ...target,
    readings,
    rows: { count: dump.rows.length, sha256: fingerprintOf(dump.rows), forms: censusOf(dump.rows) },
    invariants: findings.map(({ invariant, says, examined, violations: found }) => ({
      id: invariant,
      says,
      examined,
      violations: found.length,
    })),
    violations,
    unsettled,
    verdict: violations.length > 0 ? 'violations' : unsettled.length > 0 ? 'unsettled' : 'nothingFound',
  }
}

const shownEach = 10

const several = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const formLine = ({ kind, form, rows, known }: Counted): string => {
  const named = form === null ? '形式なし / no form' : `形式 / form ${form}`
  return `  ${kind.padEnd(26)} ${named.padEnd(18)} ${String(rows).padStart(8)}${known ? '' : '  知らない形式 / not known'}`
}

const unknownLine = (forms: readonly Counted[]): string => {
  const unknown = forms.filter(({ known }) => !known)
  const named = unknown.map(({ kind, form, rows }) => `${kind}${form === null ? '' : ` form ${form}`} (${rows})`)
  return `知らない種別・形式 / kinds and forms not known: ${named.join(', ') || 'なし / none'}`
}

const shown = (all: readonly Violation[]): readonly string[] => [
  ...all.slice(0, shownEach).map(({ invariant, where, what }) => `       ${invariant} ${where} ${what}`),
  ...(all.length > shownEach ? [`       … ほか${all.length - shownEach}件 / and ${all.length - shownEach} more`] : []),
]

const verdictLines = ({ rows, invariants, violations, unsettled, verdict }: AuditReport): readonly string[] => {
  const [read, looked] = [rows.count, invariants.length]
  switch (verdict) {
    case 'nothingFound':
      return [
        `結果: ${read}行を読み、${looked}種の検査をしました。違反は見つかりませんでした。`,
        `result: ${several(read, 'row')} read, ${looked} kinds of checks, 0 violations`,
      ]
    case 'violations':
      return [
        `結果: ${read}行を読み、${looked}種の検査をしました。違反が${violations.length}件あります。`,
        `result: ${several(read, 'row')} read, ${looked} kinds of checks, ${several(violations.length, 'violation')}`,
      ]
    case 'unsettled':
      return [
        `結果: 違反は確かめられませんでしたが、使用中のため確定できないものが${unsettled.length}件あります。使われていない時に、又は復元した表で、もう一度実行してください。`,
        `result: ${several(unsettled.length, 'finding')} could not be settled while the table was in use; run it again when it is not, or on a restored table`,
      ]
  }
}

/** An audit as a person reads it: what was read, what was looked into, what was found, each line in both languages. */
export const linesOf = (report: AuditReport): readonly string[] => {
  const { version, endpoint, table, vault, atRest, began, ended, readings, rows } = report
  return [
    `結 Musubi ${version} 台帳の監査 / audit of the ledger`,
    `対象の表 / table: ${table} (${endpoint})`,
    `保管庫 / vault: ${vault ?? '見ていない / not looked into'}`,
    `読み取り / read: ${began} – ${ended}、${readings}回 / ${several(readings, 'reading')}`,
    `範囲 / scope: ${atRest ? '使われていない表として / as a table at rest' : '使用中でもよい表として / as a table that may be in use'}`,
    `全行の SHA-256 / SHA-256 of all rows: ${rows.sha256}`,
    '',
    `行 / rows: ${rows.count}`,
    ...rows.forms.map(formLine),
    unknownLine(rows.forms),
    '',
    '検査 / checks',
    ...report.invariants.map(({ id, says, examined, violations }) => {
      const count = examined === 0 ? '対象なし / nothing examined' : `${examined} examined`
      return `${id.padEnd(4)} ${count}  ${several(violations, 'violation')}  ${says.ja} / ${says.en}`
    }),
    ...grouped('違反 / violations', report.violations),
    ...grouped('使用中のため確定できないもの / not settled while the table was in use', report.unsettled),
    '',
    ...verdictLines(report),
  ]
}

const grouped = (heading: string, all: readonly Violation[]): readonly string[] => {
  if (all.length === 0) return []
  const names = [...new Set(all.map(({ invariant }) => invariant))]
  return [
    '',
    `${heading}: ${all.length}`,
    ...names.flatMap((name) => shown(all.filter((one) => one.invariant === name))),
  ]
}
