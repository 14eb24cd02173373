import { KMSClient } from '@aws-sdk/client-kms'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { World } from '../../ports/world.ts'
import { patience } from './patience.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { signerByKms } from './signer-by-kms.ts'
import { tokensOnAws } from './tokens.ts'
import { worldOnAws } from './world.ts'

/** What the function that only reads needs: it seals cursors, and knows the key that sessions were signed with. */
export const worldOfQueries = (env: EnvOf<'queries'>): { readonly world: World; readonly tokens: Tokens } => {
  const kms = new KMSClient(patience)
  const signer = signerByKms(kms, env.SIGN_KEY_ID)
  return {
    world: worldOnAws(env, { secrets: secretsByKms(kms, env.SECRET_KEY_ID) }),
    tokens: tokensOnAws({ issuer: env.TOKEN_ISSUER, clientId: env.TOKEN_CLIENT_ID }, signer),
  }
}
