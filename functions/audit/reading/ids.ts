const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** How many shards a portfolio and its gates have. */
export const shardCount = 16

/** The twelve characters of an owner's portfolio: the end of its id. */
export const portfolioOf = (owner: string): string => owner.slice(-12)

/** The portfolio inside a contract's id: the twelve characters behind `ctr_`. */
export const portfolioOfContract = (contractId: string): string => contractId.slice(4, 16)

/** What is a contract's own in its id: what follows its portfolio. */
export const ownSuffix = (contractId: string): string => contractId.slice(16)

/** The shard of a contract, by the last character of its id. */
export const shardOf = (contractId: string): number => digits.indexOf(contractId.at(-1) ?? '') % shardCount
