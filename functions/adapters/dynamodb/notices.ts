import * as z from 'zod'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { DigestEntry, Notices, ToldPerson } from '../../ports/notices.ts'
import { packed, unpacked } from '../canonical.ts'
import type { Table } from './client.ts'
import { decoded } from './forms/stored-form.ts'
import {
  digestMark,
  digestPartition,
  noticeKey,
  lookedAheadKey,
  noticePartition,
  reminderKey,
  reminderPartition,
} from './keys.ts'
import { getRow, getRows, queryAll, queryPage, type Row } from './read.ts'
import { transact, type WriteItem } from './transact.ts'

const keptForDays = 90

const ttlFrom = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + keptForDays * 86_400

const noticeRow = ({ noticeId, sub, topic, tenant, about }: ToldPerson, at: Instant): Row => ({
  ...noticeKey(noticeId, sub),
  t: 'notice',
  topic,
  of: tenant,
  st: about,
  at,
  ttl: ttlFrom(at),
})

const write = async (table: Table, build: (name: string) => WriteItem): Promise<void> => {
  const landed = await transact(table, (name) => [build(name)])
  // A row that is there already says the same.
  if (landed.as === 'unknown') throw new Error('a notice may not have been noted')
}

/** Rows of a partition whose mark comes before another, the earliest first, as they stand now. */
const due = async (table: Table, partition: string, before: string, limit: number): Promise<readonly Row[]> => {
  const { rows } = await queryPage(
    table,
    {
      IndexName: 'due',
      KeyConditionExpression: 'dp = :dp and ds < :until',
      ExpressionAttributeValues: { ':dp': partition, ':until': before },
      Limit: limit,
    },
    undefined,
  )
  const keys = rows.map(({ pk, sk }) => ({ pk, sk }))
  return keys.length > 0 ? (await getRows(table, keys)).filter((row) => row !== undefined) : []
}

/** Notices in the table: a row for each person of a notice, which goes by itself after a while. No hash covers it. */
export const noticesInDynamoDb = (table: Table): Notices => ({
  told: async (noticeId) => new Set((await queryAll(table, noticePartition(noticeId), '')).map(({ sk }) => sk)),

  noteTold: (told, at) =>
    write(table, (TableName) => ({
      Put: {
        TableName,
        Item: noticeRow(told, at),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })),

  putOff: ({ subject, text, url, ...told }, until, at) =>
    write(table, (TableName) => ({
      Put: {
        TableName,
        Item: {
          ...noticeRow(told, at),
          z: packed({ subject, text, url }),
          dp: digestPartition,
          ds: digestMark(until, told.sub),
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    })),

  digestsDue: async (now, limit) =>
    (await due(table, digestPartition, digestMark(now, '~'), limit)).flatMap((row) => (row['z'] ? [entryIn(row)] : [])),

  clearDigest: async (entries) => {
    for (const { noticeId, sub } of entries)
      await write(table, (TableName) => ({
        Update: {
          TableName,
          Key: noticeKey(noticeId, sub),
          UpdateExpression: 'REMOVE dp, ds, z',
          ConditionExpression: 'attribute_exists(pk)',
        },
      }))
  },

  remindLater: ({ contractId, nonce }, on) =>
    write(table, (TableName) => ({
      Put: {
        TableName,
        Item: { ...reminderKey(contractId), t: 'reminder', l: nonce, dp: reminderPartition, ds: on },
      },
    })),

  remindersDue: async (now, limit) =>
    (await due(table, reminderPartition, `${now}~`, limit)).map((row) => ({
      contractId: row.pk.slice('RMD#'.length) as ContractId,
      nonce: String(row['l']),
    })),

  noLongerRemind: (contractId, nonce) =>
    write(table, (TableName) => ({
      Delete: {
        TableName,
        Key: reminderKey(contractId),
        ConditionExpression: 'l = :nonce',
        ExpressionAttributeValues: { ':nonce': nonce },
      },
    })),

  lookedAheadOn: async () => ((await getRow(table, lookedAheadKey))?.['on'] as PlainDate | undefined) ?? null,

  noteLookedAhead: (day) =>
    write(table, (TableName) => ({
      Put: {
        TableName,
        Item: { ...lookedAheadKey, t: 'lookedAhead', on: day },
        ConditionExpression: 'attribute_not_exists(pk) or #on < :on',
        ExpressionAttributeNames: { '#on': 'on' },
        ExpressionAttributeValues: { ':on': day },
      },
    })),
})

/** Form of the letter that waits for a digest. */
const letter = {
  kind: 'letter of a digest',
  form: 1,
  codec: z.strictObject({ subject: z.string(), text: z.string(), url: z.string() }),
}

const entryIn = (row: Row): DigestEntry => ({
  ...decoded(letter, unpacked(row['z'] as Uint8Array)),
  noticeId: row.pk.slice(noticePartition('').length),
  sub: row.sk,
  about: row['st'] as string,
  topic: row['topic'] as DigestEntry['topic'],
})
