import { createHmac } from 'node:crypto'
import type { ContractId } from '../../shared/domain/ids.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Links } from '../ports/dependencies.ts'
import { equalBytes } from './equal-secrets.ts'

const sealOf = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest()

/** Links that name a contract and a nonce, sealed with a key of their own. Codes come from the nonce in the same way. */
export const linksSealedBy = (secrets: Secrets): Links => {
  const codeFor: Links['codeFor'] = async (nonce, n) => {
    const digest = sealOf(await secrets.derive('signing-code'), `${nonce}.${n}`)
    return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
  }
  return {
    linkFor: async ({ contractId, nonce }) => {
      const named = `${contractId}.${nonce}`
      return `${named}.${sealOf(await secrets.derive('signing-link'), named).toString('base64url')}`
    },

    read: async (link) => {
      const [contractId, nonce, seal, ...more] = link.split('.')
      if (!contractId || !nonce || !seal || more.length > 0) return undefined
      const expected = sealOf(await secrets.derive('signing-link'), `${contractId}.${nonce}`)
      return equalBytes(Buffer.from(seal, 'base64url'), expected)
        ? { contractId: contractId as ContractId, nonce }
        : undefined
    },

    servingFor: async (contractId) =>
      `${contractId}.${sealOf(await secrets.derive('serving-link'), contractId).toString('base64url')}`,

    readServing: async (link) => {
      const [contractId, seal, ...more] = link.split('.')
      if (!contractId || !seal || more.length > 0) return undefined
      const expected = sealOf(await secrets.derive('serving-link'), contractId)
      return equalBytes(Buffer.from(seal, 'base64url'), expected) ? (contractId as ContractId) : undefined
    },

    codeFor,
    isCode: async (nonce, n, given) => equalBytes(Buffer.from(given), Buffer.from(await codeFor(nonce, n))),
  }
}
