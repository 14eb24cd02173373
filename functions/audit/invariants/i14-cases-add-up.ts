import type { ContractId } from '../shapes/ids.ts'
import { shardCount, shardOf } from '../reading/ids.ts'
import type { Invariant, See } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { casesOf, type Case } from '../reading/cases.ts'
import { concluded, inHandsOf, kept } from '../reading/looking-up.ts'

/** A case is run once: its list is frozen once, reached once and after that, and nothing is reached unfrozen. */
const wrongRun = (book: Book, { id, state }: Case) => {
  const types = (book.streams.get(id)?.entries ?? []).map(({ event }) => event.type)
  const times = (type: string) => types.filter((one) => one === type).length
  return [
    times('list-frozen') > 1 && 'froze its list more than once',
    times('list-reached') > 1 && 'reached its list more than once',
    state.reached && state.list === null && 'has reached a list it has not',
    ...inItsWindow(book, id),
    times('late-contract-joined') !== state.late &&
      `counts ${state.late} late, ${times('late-contract-joined')} joined`,
  ]
}

/** A proposal is approved until its last instant, and lapses only after it. */
const inItsWindow = (book: Book, id: string) => {
  const entries = book.streams.get(id)?.entries ?? []
  const proposed = entries[0]?.event
  const last = proposed?.type === 'discontinuance-proposed' ? proposed.approveBy : ''
  return entries.map(({ event, at }) => {
    if (event.type === 'discontinuance-approved') return event.since > last && `was approved after ${last}`
    return event.type === 'discontinuance-lapsed' && at <= last && `lapsed at ${at}, before ${last} was over`
  })
}

const wrongClosing = (book: Book, { id, state, stories }: Case) => {
  if (state.stage !== 'closed') return []
  const reports = state.reports.map(({ submissionId }) => kept(book, 'submission', submissionId))
  const open = stories.filter(({ stage }) => stage !== 'settled').length
  const uncovered = stories.filter(({ contractId }) => {
    const contract = concluded(book.heads.get(contractId)?.contract)
    if (contract?.stage !== 'live' || contract.takeover?.discontinuanceId !== id) return false
    const { monitoring, contact, insurance } = contract.takeover.coverage
    return [monitoring, contact, insurance].some(({ stage }) => stage !== 'confirmed')
  }).length
  return [
    !state.reached && 'is closed without having reached its list',
    open > 0 && `is closed with ${open} takeovers open`,
    uncovered > 0 && `is closed with ${uncovered} users not known to be served`,
    !state.reports.some(({ to }) => to === 'ipa') && 'is closed without a report to IPA',
    !state.reports.some(({ to }) => to !== 'ipa') && 'is closed without a report to a registration body',
    ...reports.map((report) => report?.stage !== 'acknowledged' && `is closed, a report being ${report?.stage}`),
  ]
}

/** Nothing stays in preparation with a reseller that stopped, and no more was voided for it than had been counted. */
const wrongDrafts = (book: Book, { state, hands }: Case) => {
  if (!state.reached || !state.list) return []
  const sold = hands.flatMap(({ id }) => {
    const contract = book.heads.get(id)?.contract
    return contract && inHandsOf(contract) === state.resellerId ? [contract] : []
  })
  const open = sold.filter(({ stage }) => stage === 'drafted' || stage === 'offered')
  const voided = sold.filter((contract) => contract.stage === 'void' && contract.reason === 'sellerDiscontinued').length
  return [
    open.length > 0 && `leaves ${open.length} in preparation, such as ${open[0]?.deal.contractId}`,
    voided > state.list.voided && `counts ${state.list.voided} voided, and ${voided} are`,
  ]
}

const wrongSum = ({ state, stories }: Case) => {
  if (!state.reached || !state.list) return []
  const { contracts } = state.list
  const late = stories.filter((story) => story.late).length
  return [
    stories.length !== contracts + state.late &&
      `has ${stories.length} takeovers, ${contracts} listed and ${state.late} late`,
    late !== state.late && `counts ${state.late} late, and ${late} takeovers are`,
  ]
}

/** Checkpoints tell of what is done, and no more: in the end, of every contract listed, in every shard. */
const wrongCheckpoints = (book: Book, { id, state, stories }: Case) => {
  const checkpoints = book.checkpoints.get(id) ?? []
  const passed = checkpoints.reduce((sum, one) => sum + one.passed, 0)
  const listed = stories.filter(({ late }) => !late)
  const inShard = Map.groupBy(listed, ({ contractId }) => shardOf(contractId as ContractId))
  return [
    state.list === null && checkpoints.length > 0 && 'has checkpoints before its list',
    state.reached && checkpoints.filter(({ done }) => done).length !== shardCount && 'is reached with shards undone',
    state.reached && passed !== state.list?.contracts && `has passed ${passed} of ${state.list?.contracts ?? 0}`,
    ...checkpoints.map(
      (one) => one.passed > (inShard.get(one.shard) ?? []).length && `runs ahead of what is done in shard ${one.shard}`,
    ),
  ]
}

const lookInto = (book: Book, about: Case, see: See): void => {
  see(
    about.where,
    ...wrongRun(book, about),
    ...wrongSum(about),
    ...wrongDrafts(book, about),
    ...wrongClosing(book, about),
    ...wrongCheckpoints(book, about),
  )
  for (const { where, cutShort } of about.stories) see(where, cutShort && 'was cut short before it was settled')
}

/**
 * I14. In each case the takeovers that are opened, told and settled add up to what was listed and what turned up late;
 * none is left behind unsettled. Nothing stays in preparation with the reseller. A case is run once, and closed only
 * when no takeover is open, every SME is known to be served, and both the report to IPA and those to registration bodies
 * are acknowledged. A proposal is approved within its window, or lapses after it.
 */
export const casesAddUp: Invariant = {
  id: 'I14',
  says: { ja: '引継ぎの件数の合計が、一覧と後から加わった件数に合う', en: 'opened + told + settled = listed + late' },
  check: (book, see) => {
    for (const [id, [first]] of book.checkpoints) {
      if (first) see(first.where, !kept(book, 'discontinuance', id) && 'is a checkpoint of no case')
    }
    for (const about of casesOf(book)) {
      if (about.state.since !== null) lookInto(book, about, see)
      else {
        const list = about.state.list !== null && 'has a list, and was never approved'
        see(about.where, list, ...inItsWindow(book, about.id))
      }
    }
  },
}
