/** The names the table and everyone who opens it must agree on. */
export const keys = { partition: 'pk', sort: 'sk', expiry: 'ttl' } as const

/**
 * Sparse indexes. `byEntity`: contracts of an implementing entity, prefix the holder, and its change log. `byParty`: contracts
 * of an SME, submissions of an authority, letters that came back by shard of a book, change logs of other tenants. `due`: events that still owe a delivery, and what the calendar
 * will come to, by day.
 */
export const indexes = {
  byEntity: { partition: 'ep', sort: 'es', projects: ['n', 'r', 'pp'] },
  byParty: { partition: 'pp', sort: 'ps', projects: [] },
  due: { partition: 'dp', sort: 'ds', projects: [] },
} as const satisfies Record<string, { partition: string; sort: string; projects: readonly string[] }>

export const tableAttributes = [
  keys.partition,
  keys.sort,
  ...Object.values(indexes).flatMap(({ partition, sort }) => [partition, sort]),
]
