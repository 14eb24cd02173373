import type { Holder, PortfolioOwner } from '../../../../shared/domain/ids.ts'
import { dayInJapan, type Instant, type PlainDate } from '../../../../shared/domain/plain-date.ts'
import { serviceFunctions } from '../../../../shared/domain/service/facts.ts'
import type { ContractSummary } from '../../../ports/contracts.ts'
import { partOf } from '../forms/fields.ts'
import { readLine } from './head.ts'
import { dealLine } from './schema.ts'

const notConcluded = {
  entry: null,
  signedOn: null,
  endedOn: null,
  confirmation: null,
  awaitedSince: null,
  conflict: null,
  takeover: null,
}

/** Fields that lists and reports show of a contract, from `r` and who holds it. The rest of the head is not read. */
export const lineFrom = (
  r: string,
  holder: Holder,
): Omit<ContractSummary, 'contractId' | 'holder' | 'smeId' | 'name'> => {
  const line = readLine(r)
  const { seller, functions, exceptionId, ...deal } = partOf(dealLine, line)
  const shown = {
    ...deal,
    stage: line.stage,
    seller: (seller ?? holder) as PortfolioOwner,
    separate: functions.length < serviceFunctions.length,
    exceptionId: exceptionId ?? null,
  }
  if (line.stage !== 'live' && line.stage !== 'ended') return { ...shown, ...notConcluded }
  const { entry, signedOn, liveAt, confirmed, takeover, earlierTakeovers, conflict = null } = line
  return {
    ...shown,
    entry,
    signedOn,
    endedOn: line.stage === 'ended' ? line.endedOn : null,
    confirmation: confirmed,
    conflict,
    awaitedSince: confirmed === 'awaiting' ? onRecordSince(signedOn, liveAt) : null,
    takeover: takeover && {
      on: dayInJapan(takeover.since),
      settlement: null,
      ...takeover,
      earlier: earlierTakeovers,
    },
  }
}

/** The day a paper contract was put on record; never one before it was signed. */
const onRecordSince = (signedOn: PlainDate, liveAt: Instant): PlainDate => {
  const on = dayInJapan(liveAt)
  return on < signedOn ? signedOn : on
}
