const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** Number of shards of a portfolio, and so of its portfolio guards. */
export const shardCount = 16

/** The twelve characters of an owner's portfolio: the end of its id. */
export const portfolioOf = (owner: string): string => owner.slice(-12)

/** The portfolio inside a contract's id: the twelve characters behind `ctr_`. */
export const portfolioOfContract = (contractId: string): string => contractId.slice(4, 16)

/** Suffix of a contract's id that is its own: what follows its portfolio. */
export const ownSuffix = (contractId: string): string => contractId.slice(16)

/** The shard of a contract, by the last character of its id. */
export const shardOf = (contractId: string): number => digits.indexOf(contractId.at(-1) ?? '') % shardCount
