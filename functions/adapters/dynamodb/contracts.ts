import { shardCount, shardOf, type ContractId } from '../../../shared/domain/ids.ts'
import type { ContractAsRead, Contracts } from '../../ports/contracts.ts'
import { unpacked } from '../canonical.ts'
import { numbered, type PaperContent } from '../../ports/papers.ts'
import type { Table } from './client.ts'
import { idsByNumberIn } from './contract-numbers.ts'
import { exceptionKey, groundKeys, groundOf, identityKey } from './ground-rows.ts'
import { portfolioGateOf } from './guard-rows.ts'
import {
  checkpointPartition,
  contractOfHead,
  headKey,
  ownGateKey,
  paperKey,
  returnedTo,
  portfolioGateKey,
  shardKey,
  termPartition,
  type Key,
} from './keys.ts'
import { checkpointOf } from './checkpoint-rows.ts'
import { entryOf, lineOf, readHeads } from './contract-lines.ts'
import { positionAfter, startKeyOf } from './positions.ts'
import { tallyOf } from './tally-rows.ts'
import { getRow, getRows, queryAll, queryPage, type Row } from './read.ts'
import { keptContractOf, placeOf, termDay } from './state-rows.ts'
import { disclosureForm } from '../../papers/texts.ts'

const shards = Array.from({ length: shardCount }, (_, shard) => shard)

export const contractsInDynamoDb = (table: Table): Contracts => {
  /** Rows by their keys, each asked for once. */
  const rowsAt = async (keys: readonly Key[]): Promise<(key: Key) => Row | undefined> => {
    const named = new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key]))
    const rows = named.size > 0 ? await getRows(table, [...named.values()]) : []
    const found = new Map([...named.keys()].map((name, index) => [name, rows[index]]))
    return ({ pk, sk }) => found.get(`${pk}|${sk}`)
  }

  /** The guard that governs: a contract's own portfolio's, unless someone else holds it now. */
  const asRead = async (head: Row, ownGate: Row): Promise<ContractAsRead> => {
    const kept = keptContractOf(head)
    const { contractId, holder } = placeOf(head)
    const own = portfolioGateOf(ownGate)
    const row = holder === own.owner ? ownGate : await getRow(table, portfolioGateKey(holder, shardOf(contractId)))
    if (!row) throw new Error(`${holder} has no gate`)
    return { kept, name: head['n'] as string, gate: portfolioGateOf(row) }
  }

  return {
    find: async (id) => {
      const [head, gate] = await getRows(table, [headKey(id), ownGateKey(id)])
      return head && gate ? asRead(head, gate) : undefined
    },

    findAll: async (ids) => {
      const near = await rowsAt(ids.flatMap((id) => [headKey(id), ownGateKey(id)]))
      const holders = ids.flatMap((id) => {
        const head = near(headKey(id))
        return head ? [portfolioGateKey(placeOf(head).holder, shardOf(id))] : []
      })
      const governing = await rowsAt(holders.filter((key) => !near(key)))
      return ids.map((id) => {
        const head = near(headKey(id))
        if (!head || !near(ownGateKey(id))) return undefined
        const key = portfolioGateKey(placeOf(head).holder, shardOf(id))
        const gate = near(key) ?? governing(key)
        if (!gate) throw new Error(`${placeOf(head).holder} has no gate`)
        return { kept: keptContractOf(head), name: head['n'] as string, gate: portfolioGateOf(gate) }
      })
    },

    idsByNumber: idsByNumberIn(table),

    holders: async (ids) => {
      const heads = await getRows(table, ids.map(headKey))
      return new Map(heads.flatMap((head) => (head ? [[contractOfHead(head), placeOf(head).holder]] : [])))
    },

    states: async (ids) => {
      const heads = await getRows(table, ids.map(headKey))
      return readHeads(
        heads.filter((head) => head !== undefined),
        (head) => keptContractOf(head).state,
      )
    },

    lines: async (ids) => {
      const heads = await getRows(table, ids.map(headKey))
      return readHeads(
        heads.filter((head) => head !== undefined),
        (head) => ({ line: lineOf(head), kept: keptContractOf(head) }),
      )
    },

    findWithEligibility: async (id, about) => {
      const [head, gate, serviceGuard, place] = await getRows(table, [headKey(id), ...groundKeys(id, about)])
      if (!head || !gate) return undefined
      const read = await asRead(head, gate)
      const { deal } = read.kept.state
      const [exception] = exceptionKey(deal)
      const [identity] = identityKey(deal)
      const rowAt = await rowsAt([exception, identity].filter((key) => key !== undefined))
      const ground = groundOf(gate, serviceGuard, place, exception && rowAt(exception), identity && rowAt(identity))
      return ground && { read, ground }
    },

    ground: async (id, about) => {
      const [exception] = exceptionKey(about)
      const [identity] = identityKey(about)
      const keys = [...groundKeys(id, about), ...[exception, identity].filter((key) => key !== undefined)]
      const [gate, serviceGuard, place, ...more] = await getRows(table, keys)
      return groundOf(gate, serviceGuard, place, exception && more[0], identity && more.at(-1))
    },

    document: async (id, revision) => {
      const row = await getRow(table, paperKey(id, numbered('document', revision)))
      if (!row) throw new Error(`${id} has no document ${revision}`)
      return disclosureForm.read(unpacked(row['z'] as Uint8Array) as PaperContent)
    },

    list: async ({ entityId, holder }, { limit, after }) => {
      const { rows, next } = await queryPage(
        table,
        {
          IndexName: 'byEntity',
          KeyConditionExpression: holder ? 'ep = :ep and begins_with(es, :es)' : 'ep = :ep',
          ExpressionAttributeValues: { ':ep': entityId, ...(holder ? { ':es': `${holder}#` } : {}) },
          Limit: limit,
        },
        startKeyOf(after),
      )
      return { ...readHeads(rows, lineOf), next: positionAfter(next) }
    },

    listOfSme: async (entityId, smeId) => {
      const { rows } = await queryPage(
        table,
        {
          IndexName: 'byParty',
          KeyConditionExpression: 'pp = :pp',
          ExpressionAttributeValues: { ':pp': `${entityId}#${smeId}` },
        },
        undefined,
      )
      const heads = await getRows(
        table,
        rows.map(({ pk, sk }) => ({ pk, sk })),
      )
      return readHeads(
        heads.filter((head) => head !== undefined),
        lineOf,
      )
    },

    portfolioShard: async (owner, shard, { after, limit, toShow = false }) => {
      const pk = shardKey(owner, shard)
      const { rows, next } = await queryPage(
        table,
        {
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ...(limit ? { Limit: limit } : {}),
        },
        startKeyOf(after),
      )
      const pointed = rows.filter(({ t }) => t === 'pointer').map(({ sk }) => headKey(sk.slice(2) as ContractId))
      const elsewhere = await getRows(table, pointed)
      const heads = [...rows.filter(({ t }) => t === 'head'), ...elsewhere.filter((row) => row !== undefined)]
      return { ...(toShow ? readHeads(heads, entryOf) : { items: heads.map(entryOf) }), next: positionAfter(next) }
    },

    lettersReturned: async (ids) => {
      const found = new Set<ContractId>()
      for (const [pp, some] of Map.groupBy(ids.toSorted(), returnedTo)) {
        let after: Readonly<Record<string, unknown>> | undefined
        do {
          const page = await queryPage(
            table,
            {
              IndexName: 'byParty',
              KeyConditionExpression: 'pp = :pp and ps between :first and :last',
              ExpressionAttributeValues: { ':pp': pp, ':first': some[0], ':last': some.at(-1) },
            },
            after,
          )
          for (const row of page.rows) found.add(row['ps'] as ContractId)
          after = page.next
        } while (after)
      }
      return found
    },

    checkpoints: async (discontinuanceId) =>
      (await queryAll(table, checkpointPartition(discontinuanceId), 'S#')).map(checkpointOf),

    tallies: async (discontinuanceId) =>
      (await queryAll(table, checkpointPartition(discontinuanceId), 'T#')).map(tallyOf),

    due: async (shard, today, limit) => {
      const { rows } = await queryPage(
        table,
        {
          IndexName: 'due',
          KeyConditionExpression: 'dp = :dp and ds <= :today',
          ExpressionAttributeValues: { ':dp': termPartition(shard), ':today': termDay(today) },
          Limit: limit,
        },
        undefined,
      )
      return rows.map(contractOfHead)
    },

    gate: async (owner, shard) => {
      const row = await getRow(table, portfolioGateKey(owner, shard))
      return row ? portfolioGateOf(row) : undefined
    },

    gatesOf: async (owner) =>
      (
        await getRows(
          table,
          shards.map((shard) => portfolioGateKey(owner, shard)),
        )
      ).flatMap((row) => (row ? [portfolioGateOf(row)] : [])),
  }
}
