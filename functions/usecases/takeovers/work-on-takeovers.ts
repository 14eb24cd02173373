import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Cost, Costs } from '../../application/cost.ts'
import { entriesOf } from '../../application/contracts/portfolio.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { meantAmong } from '../../application/takeover-work/listing.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { isRead } from '../../application/cases/case-shards.ts'
import { type Given, caseAtWork, oneRowEach, rowsOf } from '../../application/takeover-work/work-input.ts'
import { type WorkInput, workInputForm } from '../../papers/takeover-work.ts'

/**
 * Takes in work on many takeovers: an officer cannot press a button for each of three thousand. The contracts are named,
 * or described and then listed by the worker; a dry run of a description counts them in a case that can be read at once.
 */
export const workOnTakeovers =
  (deps: Dependencies): HandlerOf<Routes['workOnTakeovers']> =>
  async ({ params: { discontinuanceId }, body }, { who: { entityId }, at, metadata }) => {
    const about = await caseAtWork(deps, entityId, discontinuanceId)
    if (!about.ok) return about
    const named = 'contractIds' in body.on ? body.on.contractIds : null
    const twice = named && oneRowEach(rowsOf(named), 'on.contractIds')
    if (twice) return refuse(twice)
    const content = inputOf(body, at)
    if (content.work === 'noteCoverage') {
      const untimely = notInTime(content.statedAt, about.value, at)
      if (untimely) return refuse(untimely)
    }
    const total = named
      ? named.length
      : metadata.dryRun && isRead(about.value)
        ? await counted(deps, about.value, body.on, at)
        : null
    const asked = { entityId, owner: entityId, kind: 'workOnTakeovers', discontinuanceId, total } as const
    return deps.commits.commit({
      metadata,
      ...acceptOperation(deps, asked, onePaper(deps, workInputForm.write(content)), at),
    })
  }

const inputOf = (body: Given, now: Instant): WorkInput => {
  if (body.work !== 'noteCoverage') return body
  const { at: statedAt = now, ...rest } = body
  return { ...rest, statedAt }
}

/** Refusal at once of what would be refused for every contract: a moment before the instant of the case, or to come. */
const notInTime = (
  statedAt: Instant,
  { since }: ExistingDiscontinuance,
  now: Instant,
): Refusal<'does-not-fit'> | undefined => {
  const no = (needs: string) => ({ kind: 'does-not-fit' as const, what: 'at', given: statedAt, needs })
  if (since && statedAt < since) return no(`when the takeover began (${since}) or later`)
  return statedAt > now ? no('a moment that has come') : undefined
}

const counted = async (
  deps: Dependencies,
  about: ExistingDiscontinuance,
  on: Given['on'],
  now: Instant,
): Promise<number> => {
  if ('contractIds' in on) return on.contractIds.length
  let count = 0
  for await (const entries of entriesOf(deps.contracts, about.resellerId))
    count += meantAmong(entries, about, on.where, now).length
  return count
}

/**
 * Cost to the worker of each of 160 (80 where they are settled) that it lists itself. Sixteen requests of it list the
 * portfolio, however many there are; a settlement's letter and listing are owed on, and counted where they are
 * delivered.
 */
export const costPerContract = {
  noteCoverage: { requests: 0.26, readUnits: 1.55, writeUnits: 5.8 },
  serveOn: { requests: 0.51, readUnits: 2.6, writeUnits: 12.2 },
  sendNoticeAgain: { requests: 0.26, readUnits: 1.55, writeUnits: 6.7 },
} as const satisfies Record<WorkInput['work'], Cost>

export const costs: Costs = {
  workOnTakeovers: { requests: 2, readUnits: 1, writeUnits: 12 },
}
