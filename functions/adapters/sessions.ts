import { randomUUID } from 'node:crypto'
import type { Signer } from '../ports/secrets.ts'
import type { Sessions } from '../ports/dependencies.ts'
import { accessClaims, signedToken } from './jwt.ts'

const lifeSeconds = 15 * 60

/** Issuer and client of tokens that came from a link. A name and no place: their keys are known without asking. */
export const linkIssuer = 'https://links.musubi.invalid'
export const linkClient = 'signing-link'

/** Access tokens of our own for people who came through a link: fifteen minutes, one contract. */
export const sessionsSignedBy = (signer: Signer): Sessions => ({
  mint: async ({ sub, ...about }) => {
    const claims = accessClaims(linkIssuer, sub, linkClient, lifeSeconds, randomUUID())
    return { token: await signedToken(signer, { ...claims, ...about }), expiresInSeconds: lifeSeconds }
  },
})
