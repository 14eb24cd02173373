import type { Answer, CommandMetadata } from '../../../shared/domain/command.ts'
import type { Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import type { CaseTally } from '../../../shared/domain/discontinuance/tally.ts'
import type { UniqueKey, Commit, Commits, CommitRefusal, EvidenceDocument } from '../../ports/records.ts'
import { packed, unpacked } from '../canonical.ts'
import { actingMember, isStillMember, stillMember } from './acting-member.ts'
import { stands } from './checks.ts'
import { checkpointRow } from './checkpoint-rows.ts'
import type { Table } from './client.ts'
import { commandId, eventRows } from './event-rows.ts'
import { fencedShards, fencePut, takeDownOutlived, unfence } from './signing-locks.ts'
import { gateRows } from './guard-rows.ts'
import { putOver, refuseNewer } from './put-over.ts'
import { claimKey, commandKey, paperKey, pointerKey, receiptKey } from './keys.ts'
import { accountMemberRow, accountRow, blankedPersonRow, choicesPut, personRow } from './people.ts'
import { getRow, type Row } from './read.ts'
import { stateRow } from './state-rows.ts'
import { tallyRow } from './tally-rows.ts'
import { transact, type WriteItem } from './transact.ts'
import type { EventRef, UntoldRef } from '../../ports/event-ref.ts'

const commandsLiveForDays = 30
const isNew = 'attribute_not_exists(pk)'

const no = (kind: CommitRefusal['kind']): Answer<never, CommitRefusal> => ({ ok: false, refusal: { kind } })

/** Commands on a DynamoDB table. `onOwed` is told of events that owe something, as a wake-up and no more. */
export const commitsInDynamoDb = (table: Table, onOwed: (refs: readonly EventRef[]) => void): Commits => {
  const answerTo = async (metadata: CommandMetadata): Promise<Answer<unknown, CommitRefusal> | undefined> => {
    const row = await getRow(table, commandKey(metadata))
    if (!row) return undefined
    if (row['i'] !== metadata.inputSha256) return no('idempotency-key-reused')
    return { ok: true, value: unpacked(row['z'] as Uint8Array), replayed: true }
  }

  const commit = async <Body>(commit: Commit<Body>): Promise<Answer<Body, CommitRefusal>> => {
    const { ifMatch, dryRun, checkAnswer } = commit.metadata
    checkAnswer?.(commit.answer)
    if (ifMatch !== null && ifMatch !== commit.changes[0]?.from.version) return no('changed-since-read')
    if (dryRun)
      return (await isStillMember(table, commit.metadata)) ? { ok: true, value: commit.answer } : no('no-longer-member')
    const acts = actingMember(commit)
    const ledgers = commit.changes.map((change) => ({ change, ...eventRows(change, commit.metadata) }))
    const gates = gatesOf(commit).flatMap(gateRows)
    // The command's own row comes first: where it is already there, that is the whole answer.
    const landed = await transact(table, (name) => [
      put(name, commandRow(commit), isNew),
      ...(acts ? [stillMember(name, acts)] : []),
      ...ledgers.flatMap(({ change, rows, chain }) => [
        change.from.version === 0
          ? put(name, stateRow(change, chain), isNew)
          : put(name, stateRow(change, chain), '#v = :v', { '#v': 'v' }, { ':v': change.from.version }),
        ...rows.map((row) => put(name, row, isNew)),
        ...change.papers.map((paper) => put(name, paperRow(change.id, paper), isNew)),
      ]),
      ...(commit.claims ?? []).map((claim) => take(name, claim)),
      ...(commit.releases ?? []).map((claim) => release(name, claim)),
      ...(commit.checks ?? []).map((check) => stands(name, check, commit.metadata.at)),
      ...gates.map((row) =>
        commit.behind === undefined ? putOver(name, row) : putOver(name, row, 'fa = :fa', { ':fa': commit.behind }),
      ),
      ...(commit.checkpoint ? [checkpointPut(name, commit.checkpoint)] : []),
      ...(commit.unlocksSigning ?? []).flatMap((owner) => unfence(name, owner)),
      ...(commit.told ?? []).map((letter) => takeOffUntold(name, letter)),
      ...(commit.people ?? []).flatMap((person) => [
        put(name, personRow(person)),
        ...(person.account === person.sub ? [] : [put(name, accountMemberRow(person.account, person.sub))]),
      ]),
      ...(commit.noticeChoices ? [choicesPut(name, commit.noticeChoices)] : []),
      ...(commit.erases ?? []).map(({ sub, membership }) => put(name, blankedPersonRow(sub, membership))),
      ...(commit.chooses ? [put(name, accountRow(commit.chooses.account, commit.chooses.member))] : []),
      ...(commit.pointers ?? []).map(({ holder, contractId }) =>
        put(name, { ...pointerKey(holder, contractId), t: 'pointer' }),
      ),
    ])

    if (landed.as === 'written') {
      const owed = ledgers.flatMap(({ change, rows }) =>
        rows.flatMap((row, index) =>
          'dp' in row ? [{ stream: change.id, seq: change.from.version + 1 + index }] : [],
        ),
      )
      if (owed.length > 0) onOwed(owed)
      return { ok: true, value: commit.answer }
    }
    if (landed.as === 'refused' && !landed.items.includes(0)) {
      if (acts && landed.items.includes(1)) return no('no-longer-member')
      await refuseNewer(table, [...gates, ...(commit.checkpoint ? [checkpointRow(commit.checkpoint)] : [])])
      return no('changed-meanwhile')
    }
    const first = await answerTo(commit.metadata)
    if (first) return first as Answer<Body, CommitRefusal>
    return no(landed.as === 'refused' ? 'changed-meanwhile' : 'outcome-unknown')
  }

  const lockSigning: Commits['lockSigning'] = async (owner, by, attempt) => {
    for (const shard of fencedShards) {
      const landed = await transact(table, (name) => [
        stands(name, by, null),
        fencePut(name, owner, shard, by.id, attempt),
      ])
      if (landed.as !== 'written') return no(landed.as === 'refused' ? 'changed-meanwhile' : 'outcome-unknown')
    }
    return { ok: true, value: null }
  }

  const releaseExpiredSigningLocks: Commits['releaseExpiredSigningLocks'] = async (owner, now) => {
    let taken = false
    for (const shard of fencedShards) {
      const landed = await transact(table, (name) => [takeDownOutlived(name, owner, shard, now)])
      if (landed.as === 'unknown') throw new Error(`the fence of ${owner} may still stand`)
      taken ||= landed.as === 'written'
    }
    return taken
  }

  const holderOf = async (claim: Pick<UniqueKey, 'scope' | 'value'>): Promise<string | null> => {
    const row = await getRow(table, claimKey(claim))
    return (row?.['holder'] as string | undefined) ?? null
  }

  const note = async (checkpoint: Checkpoint): Promise<boolean> =>
    (await transact(table, (name) => [checkpointPut(name, checkpoint)])).as === 'written'

  const noteTally = async (tally: CaseTally): Promise<void> => {
    const row = tallyRow(tally)
    const landed = await transact(table, (name) => [
      putOver(name, row, 'attribute_not_exists(pk) or #u <= :u', { ':u': row['u'] }),
    ])
    if (landed.as === 'unknown') throw new Error(`the tally of ${row.pk} ${row.sk} may not have landed`)
  }

  const putDocuments = async (stream: string, papers: readonly EvidenceDocument[]): Promise<void> => {
    for (const paper of papers) {
      const landed = await transact(table, (name) => [put(name, paperRow(stream, paper), isNew)])
      if (landed.as === 'written') continue
      const there = await getRow(table, paperKey(stream, paper.name))
      if (there?.['h'] !== paper.sha256) throw new Error(`${paper.name} of ${stream} does not say what it should`)
    }
  }

  return {
    commit,
    isStillMember: (metadata) => isStillMember(table, metadata),
    answerTo,
    note,
    noteTally,
    putDocuments,
    holderOf,
    lockSigning,
    releaseExpiredSigningLocks,
  }
}

const put = (
  TableName: string,
  Item: Row,
  condition?: string,
  names?: Record<string, string>,
  values?: Record<string, unknown>,
): WriteItem => ({
  Put: {
    TableName,
    Item,
    ...(condition ? { ConditionExpression: condition } : {}),
    ...(names ? { ExpressionAttributeNames: names } : {}),
    ...(values ? { ExpressionAttributeValues: values } : {}),
  },
})

const paperRow = (stream: string, { name, sha256, content }: EvidenceDocument): Row => ({
  ...paperKey(stream, name),
  t: 'paper',
  h: sha256,
  z: packed(content),
})

const checkpointPut = (name: string, one: Checkpoint): WriteItem =>
  one.version === 1
    ? put(name, checkpointRow(one), isNew)
    : putOver(name, checkpointRow(one), '#v = :v', { ':v': one.version - 1 })

const commandRow = ({ metadata, answer, rememberForEver }: Commit<unknown>): Row => ({
  ...commandKey(metadata),
  t: 'command',
  c: commandId(metadata),
  i: metadata.inputSha256,
  at: metadata.at,
  z: packed(answer),
  ...(rememberForEver ? {} : { ttl: Math.floor(Date.parse(metadata.at) / 1000) + commandsLiveForDays * 86_400 }),
})

const claimRow = (claim: UniqueKey): Row => ({ ...claimKey(claim), t: 'guard', holder: claim.holder })

const take = (name: string, claim: UniqueKey): WriteItem =>
  claim.insteadOf === undefined
    ? put(name, claimRow(claim), isNew)
    : put(name, claimRow(claim), 'holder = :before', undefined, { ':before': claim.insteadOf })

const release = (TableName: string, claim: UniqueKey): WriteItem => ({
  Delete: {
    TableName,
    Key: claimKey(claim),
    ConditionExpression: 'holder = :holder',
    ExpressionAttributeValues: { ':holder': claim.holder },
  },
})

const takeOffUntold = (TableName: string, { stream, seq, deliveryId }: UntoldRef): WriteItem => ({
  Update: {
    TableName,
    Key: receiptKey(stream, seq, deliveryId),
    UpdateExpression: 'REMOVE ep, es',
    ConditionExpression: 'attribute_exists(pk)',
  },
})

/** A guard is put as a whole, so it must follow from the very change it is written with; anything else is a defect. */
const gatesOf = ({ gates = [], changes }: Commit<unknown>) => {
  for (const gate of gates) {
    const id = 'owner' in gate ? gate.owner : gate.serviceId
    const change = changes.find((one) => one.id === id)
    if (!change || change.from.version + change.events.length !== gate.epoch)
      throw new Error(`the gate of ${id} does not follow from a change beside it`)
  }
  return gates
}
