const digits = '0123456789abcdefghjkmnpqrstvwxyz'

const numberDigits = '0123456789ACDEFGHJKMNPQRTVWXY'

/** The short number of a contract without hyphens: eleven digits of what its last twelve characters come to, and a check. */
export const numberOf = (contractId: string): string => {
  let left = Array.from(contractId.slice(-12)).reduce((sum, one) => sum * 32n + BigInt(digits.indexOf(one)), 0n)
  const places: number[] = []
  while (places.length < 11) {
    places.unshift(Number(left % 29n))
    left /= 29n
  }
  const check = Array.from({ length: 29 }, (_, one) => one).find(
    (one) => [...places, one].reduce((sum, digit, index) => sum + digit * (index + 1), 0) % 29 === 0,
  )
  return [...places, check ?? 0].map((one) => numberDigits[one]).join('')
}

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
