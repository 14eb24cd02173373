import { createHash } from 'node:crypto'
import { contractIdIn } from '../../shared/domain/ids.ts'
import type { Ids } from '../../functions/ports/dependencies.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ids that rise and look like any others, and are the same every time: rows built of them weigh the same to the byte. */
export const countedIds = (before = 0): Ids => {
  let made = before
  const next = (): string => {
    made += 1
    const bytes = createHash('sha256').update(String(made)).digest()
    const count = [1_024, 32, 1].map((place) => alphabet[Math.floor(made / place) % 32])
    return `01m84xg3${count.join('')}${[...bytes.subarray(0, 15)].map((byte) => alphabet[byte % 32]).join('')}`
  }
  return {
    fresh: (prefix) => `${prefix}_${next()}`,
    contractIn: (owner) => contractIdIn(owner, next()),
    nonce: () => createHash('sha256').update(`nonce ${next()}`).digest().subarray(0, 16).toString('base64url'),
  }
}
