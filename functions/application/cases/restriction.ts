import { labelOfGround } from '../../../shared/domain/discontinuance/grounds.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/guard.ts'
import { liftForProposal, restrictForProposal } from '../../../shared/domain/reseller/restriction.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Commit, Versioned, EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../change.ts'
import { restrictionPaper } from '../tenants/restriction-paper.ts'
import type { ExistingReseller, ResellerEvent, RestrictingProposal } from '../../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { after } from '../../../shared/domain/aggregates/after.ts'
import { entityOf } from '../tenants/entity.ts'
import { inJapan } from '../../views/in-japan.ts'
import { type Restriction, restrictionForm } from '../../papers/resellers.ts'

/** A reseller on the way through what proposals do to its restriction: in the end all of it is one change. */
export type Moving = {
  readonly found: Versioned<ExistingReseller>
  readonly now: ExistingReseller
  readonly events: readonly ResellerEvent[]
  readonly papers: readonly EvidenceDocument[]
}

export const unmoved = (found: Versioned<ExistingReseller>): Moving => ({
  found,
  now: found.state,
  events: [],
  papers: [],
})

const moved = (moving: Moving, events: readonly ResellerEvent[], paper: EvidenceDocument, at: Instant): Moving =>
  events.length === 0
    ? moving
    : {
        ...moving,
        now: after('reseller', moving.now, events, at) as ExistingReseller,
        events: [...moving.events, ...events],
        papers: [...moving.papers, paper],
      }

const nextPaper = ({ digest }: Dependencies, { found, events }: Moving, content: Restriction): EvidenceDocument =>
  paperAt(digest, restrictionPaper, found.version + events.length, restrictionForm.write(content))

type Proposal = Pick<
  ExistingDiscontinuance,
  'discontinuanceId' | 'ground' | 'occurredOn' | 'concernId' | 'statementSha256' | 'approveBy'
>

/** Restricts a reseller for a proposal; undefined where it takes another admin, for it was done on these facts before. */
export const restrictedFor = (
  deps: Dependencies,
  moving: Moving,
  { discontinuanceId, ground, occurredOn, concernId, statementSha256, approveBy }: Proposal,
  { by, at }: { readonly by: string; readonly at: Instant },
): Moving | undefined => {
  const reason = `サービスの提供を続けることが難しい事情（${labelOfGround[ground].ja}）の有無を確認しています。確認が終わるまでの措置です。確認は、${inJapan(approveBy)}までに終える予定です。`
  const facts = { discontinuanceId, ground, occurredOn, concernId: concernId ?? null, statementSha256 }
  const proposal: RestrictingProposal = { ...facts, by, until: approveBy }
  const paper = nextPaper(deps, moving, { reason, ...facts })
  const decision = restrictForProposal(moving.now, proposal, paper.sha256)
  return decision.ok ? moved(moving, decision.value, paper, at) : undefined
}

const whyFallen = {
  withdrawn: '確認が終わり、停止のもととなった提案を取り下げたためです。',
  lapsed: '確認の期限までに、停止のもととなった提案が承認されなかったためです。',
} as const

/** Takes the restriction of a proposal away with it. What a person restricted stands. */
export const fallen = (
  deps: Dependencies,
  moving: Moving,
  { discontinuanceId }: Pick<ExistingDiscontinuance, 'discontinuanceId'>,
  why: keyof typeof whyFallen,
  at: Instant,
): Moving => {
  const paper = nextPaper(deps, moving, { reason: whyFallen[why], discontinuanceId })
  return moved(moving, liftForProposal(moving.now, discontinuanceId, paper.sha256), paper, at)
}

/** Part of a commit that writes the moves down: the reseller with its guards, on all shards; empty if nothing moved. */
export const asWritten = (
  { found, events, papers }: Moving,
  entity: ExistingEntity,
  at: Instant,
): Pick<Commit<unknown>, 'changes'> & Required<Pick<Commit<unknown>, 'gates'>> => {
  if (events.length === 0) return { changes: [], gates: [] }
  const changed = change('reseller', found.state.resellerId, found, events, at, { papers })
  return {
    changes: [changed],
    gates: [gateOfReseller(changed.state as ExistingReseller, entity, versionAfter(changed))],
  }
}

/**
 * Part of a commit that lets a proposed case go: its restriction falls, and signing locks that an approval left are
 * released.
 */
export const lettingGo = async (
  deps: Dependencies,
  { entityId, resellerId, ...about }: ExistingDiscontinuance,
  why: keyof typeof whyFallen,
  at: Instant,
): Promise<Pick<Commit<unknown>, 'changes' | 'gates' | 'unlocksSigning'>> => {
  if (about.restriction !== 'standing') return { changes: [], unlocksSigning: [resellerId] }
  const [reseller, entity] = await Promise.all([
    deps.directory.reseller(entityId, resellerId),
    entityOf(deps, entityId),
  ])
  if (!reseller) throw new Error(`no ${resellerId}`)
  const written = asWritten(fallen(deps, unmoved(reseller), about, why, at), entity, at)
  // Portfolio guards that are set anew have no signing lock.
  return { ...written, unlocksSigning: written.gates.length > 0 ? [] : [resellerId] }
}
