import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Secrets } from '../ports/secrets.ts'
import type { Cursors } from '../ports/dependencies.ts'

const nonceBytes = 12
const tagBytes = 16

/** Positions under AES-256-GCM, bound to the scope (tenant and route) they were made for. */
export const cursorsSealedBy = (secrets: Secrets): Cursors => ({
  seal: async (scope, position) => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', await secrets.derive('cursor'), nonce)
    cipher.setAAD(Buffer.from(scope))
    const sealed = Buffer.concat([cipher.update(position, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  },

  open: async (scope, cursor) => {
    const bytes = Buffer.from(cursor, 'base64url')
    if (bytes.length <= nonceBytes + tagBytes) return undefined
    const decipher = createDecipheriv('aes-256-gcm', await secrets.derive('cursor'), bytes.subarray(0, nonceBytes))
    decipher.setAAD(Buffer.from(scope))
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    try {
      return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      // Not sealed by us for this scope: the same as no cursor of ours.
      return undefined
    }
  },
})
