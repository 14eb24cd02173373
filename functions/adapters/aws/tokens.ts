import { rolesOfPeople } from '../../../shared/domain/people.ts'
import type { Signer } from '../../ports/secrets.ts'
import type { Tokens } from '../../ports/tokens.ts'
import { linkClient, linkIssuer } from '../sessions.ts'
import { tokensVerifiedFor } from '../tokens.ts'
import { memoizeAsync } from './memoize-async.ts'

/**
 * Tokens of the user pool's people, whose keys the pool publishes, and our own for SMEs that came through a link. Our
 * public key is asked of KMS when the first token comes that is not the pool's, so nothing waits for it at the start.
 */
export const tokensOnAws = (
  pool: { readonly issuer: string; readonly clientId: string },
  signer: Pick<Signer, 'publicJwk'>,
): Tokens => {
  const ofPeople = tokensVerifiedFor([{ ...pool, roles: rolesOfPeople }])
  const verifierOf = memoizeAsync(async (issuer) => {
    const jwks = { keys: [await signer.publicJwk()] } as never
    return tokensVerifiedFor([{ issuer, clientId: linkClient, roles: ['sme'], jwks }])
  })
  return {
    verify: async (token) => (await ofPeople.verify(token)) ?? (await verifierOf(linkIssuer)).verify(token),
  }
}
