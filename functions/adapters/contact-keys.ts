import { createHmac } from 'node:crypto'
import type { ContactKeys } from '../ports/dependencies.ts'
import type { Secrets } from '../ports/secrets.ts'

const keptBytes = 16

/**
 * Keys by HMAC-SHA-256 under a secret of their own, the first sixteen bytes: telephones are few enough to be tried one by
 * one, so a plain hash would give them away to whoever reads the table.
 */
export const contactKeysBy =
  (secrets: Secrets): ContactKeys =>
  async (entityId, contact) =>
    createHmac('sha256', await secrets.derive('contact-key'))
      .update(`${entityId}.${contact}`)
      .digest()
      .subarray(0, keptBytes)
      .toString('base64url')
