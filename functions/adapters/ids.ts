import { randomBytes } from 'node:crypto'
import { typeidUnboxed } from 'typeid-js'
import { contractIdIn } from '../../shared/domain/ids.ts'
import type { Ids } from '../ports/dependencies.ts'

/** Ids as TypeIDs (a UUID v7 each), nonces as 128 random bits. */
export const randomIds: Ids = {
  fresh: (prefix) => typeidUnboxed(prefix) as `${typeof prefix}_${string}`,
  contractIn: (owner) => contractIdIn(owner, typeidUnboxed().slice(-26)),
  nonce: () => randomBytes(16).toString('base64url'),
}
