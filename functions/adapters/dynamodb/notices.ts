import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { DigestEntry, Notices, ToldPerson } from '../../ports/notices.ts'
import { packed, unpacked } from '../canonical.ts'
import type { Table } from './client.ts'
import { digestMark, digestPartition, noticeKey, noticePartition } from './keys.ts'
import { getRows, queryAll, queryPage, type Row } from './read.ts'
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

  digestsDue: async (now, limit) => {
    const { rows } = await queryPage(
      table,
      {
        IndexName: 'due',
        KeyConditionExpression: 'dp = :dp and ds < :until',
        ExpressionAttributeValues: { ':dp': digestPartition, ':until': digestMark(now, '~') },
        Limit: limit,
      },
      undefined,
    )
    const kept =
      rows.length > 0
        ? await getRows(
            table,
            rows.map(({ pk, sk }) => ({ pk, sk })),
          )
        : []
    return kept.flatMap((row) => (row?.['z'] ? [entryIn(row)] : []))
  },

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
})

const entryIn = (row: Row): DigestEntry => ({
  ...(unpacked(row['z'] as Uint8Array) as Pick<DigestEntry, 'subject' | 'text' | 'url'>),
  noticeId: row.pk.slice(noticePartition('').length),
  sub: row.sk,
  about: row['st'] as string,
  topic: row['topic'] as DigestEntry['topic'],
})
