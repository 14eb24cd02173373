import {
  reportContracts as count,
  type ContractReport,
  type ReportedContract,
  type Span,
} from '../../../shared/domain/aggregates/contract-report.ts'
import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import { dayInJapan, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { ContractSummary } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readWhole } from '../read-whole.ts'

const linesAtOnce = 1_000

type Exceptions = ReadonlyMap<string, ExistingException>

const exceptionOf = (id: string | null, exceptions: Exceptions): ReportedContract['exception'] => {
  const found = exceptions.get(id ?? '')
  if (!found) return null
  const { exceptionId, expiresOn, stage } = found
  return { exceptionId, expiresOn, withdrawn: stage === 'withdrawn' }
}

const attestedOf = ({ confirmation, awaitedSince }: ContractSummary): ReportedContract['attested'] =>
  confirmation === null || confirmation === 'given' ? null : { answer: confirmation, since: awaitedSince }

const reported = (line: ContractSummary, exceptions: Exceptions): ReportedContract => ({
  seller: line.seller,
  monitoringType: line.monitoringType,
  prefecture: line.prefecture,
  signedOn: line.signedOn,
  endedOn: line.endedOn,
  takenOverOn: line.takeover ? [...line.takeover.earlier.map(({ since }) => dayInJapan(since)), line.takeover.on] : [],
  attested: attestedOf(line),
  separate: line.separate,
  exception: exceptionOf(line.exceptionId, exceptions),
})

/** The report, from the index of an implementing entity's contracts: about forty contracts to a read unit. */
export const reportFromIndex = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  entityId: EntityId,
  span: Span,
  today: PlainDate,
  exceptions: Exceptions = new Map(),
): Promise<ContractReport> => {
  const lines: ReportedContract[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof contracts.list>> = await contracts.list(
      { entityId },
      { limit: linesAtOnce, after },
    )
    lines.push(...readWhole(page).map((line) => reported(line, exceptions)))
    after = page.next
  } while (after)
  return count(lines, span, today)
}

export const outOfOrder = ({ from, until }: Span): Refusal<'out-of-order'> | undefined =>
  until < from ? { kind: 'out-of-order', what: 'until', given: until, notBefore: from } : undefined
