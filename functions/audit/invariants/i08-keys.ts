import type { KeptContract, LiveContract } from '../shapes/contract.ts'
import type { Disclosure } from '../shapes/disclosure.ts'
import { ownSuffix, portfolioOf, portfolioOfContract, shardOf } from '../reading/ids.ts'
import { dayInJapan, daysAfter } from '../reading/fields/days.ts'
import { serviceFunctions } from '../reading/fields/word-lists.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import type { Head } from '../reading/read-row.ts'
import { inHandsOf, paperWith, soldBy, twoDigits } from '../reading/looking-up.ts'
import type { Row } from '../reading/rows.ts'
import type { StateRow } from '../reading/state-row.ts'

const wrongKeys = (row: Readonly<Record<string, unknown>>, due: Readonly<Record<string, unknown>>) =>
  Object.entries(due)
    .filter(([name, value]) => row[name] !== value)
    .map(([name, value]) => `has ${name} ${String(row[name])} instead of ${String(value)}`)

/** Keys of a contract's head: where it lies, and under which it is listed. */
const keysOfHead = (contract: KeptContract) => {
  const { contractId, entityId, smeId } = contract.deal
  const suffix = ownSuffix(contractId)
  return {
    pk: `PF#${portfolioOfContract(contractId)}#${twoDigits(shardOf(contractId))}`,
    sk: `C#${suffix}`,
    ep: entityId,
    es: `${inHandsOf(contract)}#${suffix}`,
    pp: `${entityId}#${smeId}`,
    ps: suffix,
    ...markOf(contract),
  }
}

/** The mark under which the calendar finds a contract: the day of what comes next. A quiet one has none. */
const markOf = (contract: KeptContract) => {
  const { contractId } = contract.deal
  const on = comesOn(contract)
  return on
    ? { dp: `T#${twoDigits(shardOf(contractId))}`, ds: on.replaceAll('-', '') }
    : { dp: undefined, ds: undefined }
}

const comesOn = (contract: KeptContract): string | null => {
  if (contract.stage !== 'live') return null
  const ofTerm = turnsOn(contract)
  const { contactFrom = null } = contract
  return contactFrom !== null && (ofTerm === null || contactFrom < ofTerm) ? contactFrom : ofTerm
}

const turnsOn = (contract: LiveContract): string | null => {
  const { leaving, takeover, deal, next, announced } = contract
  if (leaving?.confirmed) return daysAfter(leaving.on, 1)
  if (takeover && takeover.stage !== 'settled') return null
  const over = daysAfter(deal.endOn, 1)
  if (next || !deal.renewal) return over
  if (!announced) return daysAfter(deal.endOn, -deal.renewal.noticeDays - 30)
  const answered = daysAfter(announced.answerBy, 1)
  return announced.held ? null : answered > over ? answered : over
}

/** Findings on what a head repeats for lists: it must be what the contract says, and the name the document's. */
const wrongRepeats = (book: Book, { row, repeats }: Head, contract: KeptContract): readonly (string | undefined)[] => {
  const { deal } = contract
  const document = paperWith(book, deal.contractId, deal.documentSha256)
  const name = document && (JSON.parse(document.text) as Disclosure).sme.name
  return [
    repeats && repeats.separate !== deal.functions.length < serviceFunctions.length
      ? 'is listed wrongly as separate'
      : undefined,
    name === undefined || row['n'] === name ? undefined : 'bears another name than its document',
  ]
}

/**
 * Keys by which a person is listed: under the implementing entity, be it its own or that of its reseller; any other under its
 * own organization, but for rows from before those were listed, which bear no role to act in either.
 */
const listedAsMember = (state: StateRow['state'], id: string, isListed: boolean) => {
  if (!('membership' in state)) return {}
  const { membership } = state
  if ('entityId' in membership) return { pp: `${membership.entityId}#members`, ps: id }
  const of = 'registrationBodyId' in membership ? membership.registrationBodyId : membership.role
  return isListed ? { pp: `${of}#members`, ps: id } : {}
}

/**
 * The mark under which time finds a case: the last moment at which a proposal can be approved; then the day after the
 * earliest due day of what is neither done nor told of.
 */
const watchMark = (state: StateRow['state']) => {
  if (!('approveBy' in state)) return {}
  if (state.stage === 'proposed') return { dp: 'WATCH', ds: state.approveBy }
  const open = (state.obligations ?? []).filter((one) => !one.met && !one.waived && !one.escalatedAt)
  const [first] = state.stage === 'takingOver' ? open.map(({ dueOn }) => dueOn).sort() : []
  return first ? { dp: 'OBL', ds: daysAfter(first, 1).replaceAll('-', '') } : {}
}

/** Mark of an export while its files lie ready: under the day after the week that follows its last part. */
const markOfExport = (state: StateRow['state']) =>
  'kind' in state && state.kind === 'exportHoldings' && state.stage === 'finished' && !state.clearedOn
    ? { dp: 'CLEAR', ds: daysAfter(dayInJapan(state.advancedAt), 8).replaceAll('-', '') }
    : {}

/** The mark of a reseller that owes something: the last moment of its next due day that was not looked into. */
const lateMark = (state: StateRow['state']) => {
  if (!('requirements' in state) || state.stage === 'discontinued') return {}
  const [dueOn] = state.requirements
    .filter((one) => one.met === null && one.dueOn > (state.foundPastDue ?? ''))
    .map((one) => one.dueOn)
    .toSorted()
  return dueOn ? { dp: 'WATCH', ds: `${dueOn}T14:59:59.999Z` } : {}
}

/** The mark of a file in quarantine: the last moment at which it may lie there. */
const fileMark = (state: StateRow['state']) =>
  'until' in state && (state.stage === 'begun' || state.stage === 'checked') ? { dp: 'WATCH', ds: state.until } : {}

type Ending = { readonly until: string | null }

/** The last day of what has several: the longest counts, and there is none while one of them has none. */
const lastDayOf = (all: readonly Ending[]): string | null =>
  all.some(({ until }) => until === null)
    ? null
    : (all
        .map(({ until }) => String(until))
        .toSorted()
        .at(-1) ?? null)

/** Where a thing is listed of which something lapses; rows from before those were listed bear no such keys. */
const lapsing = (id: string, state: StateRow['state'], row: Row) => {
  const groups: Ending[][] = []
  if ('evidence' in state) {
    if (state.registration) groups.push([state.registration])
    const duties = Map.groupBy(state.evidence, ({ clause, topic }) => JSON.stringify([clause, topic]))
    groups.push(...[...duties.values()].map((same) => same.map(({ validUntil }) => ({ until: validUntil }))))
  }
  if ('authorizations' in state && state.stage !== 'discontinued')
    groups.push(...Object.values(state.authorizations).map((periods) => [...periods]))
  const [first] = groups.flatMap((all) => lastDayOf(all) ?? []).toSorted()
  return first && row['pp'] !== undefined ? { pp: 'LAPSE', ps: `${first.replaceAll('-', '')}#${id}` } : {}
}

/** Where a file is listed: among those of its implementing entity, and of the thing it belongs to. */
const filedUnder = (id: string, state: StateRow['state']) =>
  'of' in state && 'entityId' in state ? { ep: `${state.entityId}#files`, es: id, pp: `${state.of}#files`, ps: id } : {}

const keysOfState = ({ kind, id, state, row }: StateRow) => {
  const entityId = 'entityId' in state ? state.entityId : ''
  const listed = (prefix: string) => ({ pk: `ENT#${entityId}`, sk: `${prefix}#${id}` })
  switch (kind) {
    case 'entity':
      return { pk: `ENT#${id}`, sk: 'ENT' }
    case 'registrationBody':
      return { pk: 'RBD', sk: `RBD#${id}` }
    case 'member':
      return { pk: `MEM#${id}`, sk: 'MEM', ...listedAsMember(state, id, row['a'] !== undefined) }
    case 'operation':
      return { ...listed('OPR'), ...markOfExport(state) }
    case 'archive':
      return { pk: `ARC#${id}`, sk: 'ARC' }
    case 'file':
      return { pk: `FIL#${id}`, sk: 'FIL', ...filedUnder(id, state), ...fileMark(state) }
    case 'service':
      return { ...listed('SVC'), ...lapsing(id, state, row) }
    case 'reseller':
      return { ...listed('RSL'), ...lateMark(state), ...lapsing(id, state, row) }
    case 'concern':
      return listed('CNC')
    case 'discontinuance':
      return { ...listed('DSC'), ...watchMark(state) }
    case 'redisclosure':
      return listed('RDC')
    case 'smeIdentity':
      return listed('SME')
    case 'separateContractException':
      return listed('EXC')
    case 'submission':
      return { ...listed('SBM'), pp: 'to' in state ? state.to : '', ps: id }
  }
}

/**
 * I08. Every row lies where its content says, and is listed under the keys its content gives: a contract by the
 * implementing entity and whoever holds it now (`ep`, `es`), by its SME (`pp`, `ps`), and by the day its next turn
 * comes (`dp`, `ds`); a submission by its addressee, a person by the organization, an export by the day its files go.
 * What a contract is comes from its ledger here, not from the row.
 *
 * This is also what I44 rests on: the holder a head bears (`es`) is the one its intervals lead to (I09, I15), and it is by
 * this holder, and no other row, that a reseller finds and reads a contract. Listings by name and day are I08's too.
 */
export const keys: Invariant = {
  id: 'I08',
  says: { ja: '行は、内容から決まるキーの下にある', en: 'every row under the keys its content gives' },
  check: (book, see) => {
    for (const head of book.heads.values()) {
      const { contract: told, where, row, id } = head
      const stream = book.streams.get(id) as Stream<'contract'> | undefined
      const folded = stream?.now
      const contract = folded && 'deal' in folded ? folded : told
      see(where, ...wrongKeys(row, keysOfHead(contract)), ...wrongRepeats(book, head, contract))
      const seller = (stream && soldBy(stream)) ?? contract.deal.seller
      see(where, portfolioOf(seller) !== portfolioOfContract(id) && 'has an id of another portfolio')
    }
    for (const row of book.states.values()) {
      const unlisted = { pp: undefined, ps: undefined, ep: undefined, es: undefined, dp: undefined, ds: undefined }
      see(row.where, ...wrongKeys(row.row, { ...unlisted, ...keysOfState(row) }))
    }
  },
}
