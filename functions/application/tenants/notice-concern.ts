import type { ResellerLetter } from '../../../shared/domain/aggregates/delivery.ts'
import type { WatchedCause } from '../../../shared/domain/discontinuance/concern.ts'
import type { EntityId, ResellerId } from '../../../shared/domain/ids.ts'
import { dayInJapan, dayInWords, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { findPastDue, requirementsDueNext } from '../../../shared/domain/reseller/past-due.ts'
import { requirementOf } from '../../../shared/domain/reseller/requirement.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Answer } from '../../../shared/domain/command.ts'
import { concernOf } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Commit, CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, change } from '../change.ts'
import { runCommand } from '../run-command.ts'
import { systemMetadata } from '../system-metadata.ts'
import { statementForm } from '../../papers/statements.ts'

type Refused = Refusal<'not-found'> | CommitRefusal
type About = { readonly entityId: EntityId; readonly resellerId: ResellerId }

/** Part of a commit that raises a concern of the platform's; undefined where one of that cause is open already. */
const raising = async (
  deps: Dependencies,
  { entityId, resellerId }: About,
  cause: WatchedCause,
  statement: string,
  at: Instant,
): Promise<Pick<Commit<unknown>, 'changes' | 'claims'> | undefined> => {
  const concernId = deps.ids.fresh('cnc')
  const claim = concernOf(cause, resellerId, concernId)
  if (await deps.commits.holderOf(claim)) return undefined
  const paper = paperAt(deps.digest, 'statement', 0, statementForm.write({ statement }))
  const raised = { concernId, entityId, resellerId, cause, ground: null, statementSha256: paper.sha256 }
  const changed = beginning('concern', concernId, [{ type: 'concern-raised', ...raised }], at, { papers: [paper] })
  return { changes: [changed], claims: [claim] }
}

const letterInWords: Readonly<Record<ResellerLetter, string>> = {
  'reseller-invited': '再販協力会社のご案内',
  'reseller-restricted': '新しいご契約のお取扱いの停止のお知らせ',
  'restriction-lifted': '新しいご契約のお取扱いの再開のお知らせ',
  'reseller-discontinued': '再販のお取扱いの終了のお知らせ',
}

/**
 * A letter to a reseller came back, at once or after it was accepted: a person is asked to look. Once for each letter,
 * whoever delivers it again or hears of it again; and not where the reseller has stopped.
 */
export const noticeBounce = async (
  deps: Dependencies,
  about: About,
  deliveryId: string,
  letter: ResellerLetter,
): Promise<void> => {
  const metadata = systemMetadata('notice-bounce', deliveryId, deps.clock.now())
  const statement = `再販協力会社あてのメールが届きませんでした。\n送ったもの: ${letterInWords[letter]}`
  const landed = await runCommand(deps.commits, metadata, async (): Promise<Answer<null, Refused>> => {
    const reseller = await deps.directory.reseller(about.entityId, about.resellerId)
    // A reseller that has stopped leaves nothing to suspect.
    const suspect = reseller !== undefined && reseller.state.stage !== 'discontinued'
    const raised = suspect ? await raising(deps, about, 'lettersBounced', statement, metadata.at) : undefined
    return raised
      ? deps.commits.commit({ metadata, answer: null, ...raised })
      : refuse({ kind: 'not-found', what: 'anything new' })
  })
  if (!landed.ok && landed.refusal.kind !== 'not-found') {
    throw new Error(`a bounced letter to ${about.resellerId} could not be noted: ${landed.refusal.kind}`)
  }
}

/** Requirements of a reseller were not met in time: noted once for each due day, and a person is asked to look. */
export const noticePastDue = async (deps: Dependencies, { entityId, resellerId }: About): Promise<boolean> => {
  const now = deps.clock.now()
  const read = () => deps.directory.reseller(entityId, resellerId)
  const first = await read()
  const dueOn = first && requirementsDueNext(first.state)
  if (!dueOn) return false
  const metadata = systemMetadata('notice-past-due', `${resellerId}/${dueOn}`, now)
  const landed = await runCommand(deps.commits, metadata, async (): Promise<Answer<null, Refused>> => {
    const found = await read()
    const past = found && findPastDue(found.state, dayInJapan(metadata.at))
    if (!found || !past) return refuse({ kind: 'not-found', what: 'anything late' })
    const missing = past.codes.map((code) => requirementOf[code].what.ja).join('、')
    const statement = `期限の${dayInWords(past.dueOn)}までに出されていない要件があります。\n${missing}`
    const raised = await raising(deps, { entityId, resellerId }, 'requirementsPastDue', statement, metadata.at)
    const changed = change('reseller', resellerId, found, past.events, metadata.at)
    return deps.commits.commit({
      metadata,
      answer: null,
      changes: [changed, ...(raised?.changes ?? [])],
      claims: raised?.claims ?? [],
    })
  })
  return landed.ok
}
