import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { accountsInCognito } from './accounts-in-cognito.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { signerByKms } from './signer-by-kms.ts'
import { tokensOnAws } from './tokens.ts'
import { worldOnAws } from './dependencies.ts'

/** Dependencies of the function that writes: it opens accounts and mints sessions. Its outbox goes out by the relay. */
export const worldOfCommands = (env: EnvOf<'commands'>): { readonly deps: Dependencies; readonly tokens: Tokens } => {
  const kms = new KMSClient(clientTimeouts)
  const signer = signerByKms(kms, env.SIGN_KEY_ID)
  const accounts = accountsInCognito(new CognitoIdentityProviderClient(clientTimeouts), env.POOL_ID)
  return {
    deps: worldOnAws(env, { signer, accounts, secrets: secretsByKms(kms, env.SECRET_KEY_ID) }),
    tokens: tokensOnAws({ issuer: env.TOKEN_ISSUER, clientId: env.TOKEN_CLIENT_ID }, signer),
  }
}
