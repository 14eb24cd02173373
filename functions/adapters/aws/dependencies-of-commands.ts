import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { systemClock } from '../clock.ts'
import { inspectContent } from '../files/inspect/inspect-content.ts'
import { accountsInCognito } from './accounts-in-cognito.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { signerByKms } from './signer-by-kms.ts'
import { tokensOnAws } from './tokens.ts'
import { handOutFromS3, quarantineInS3, scanByGuardDuty } from './uploads-in-s3.ts'
import { vaultInS3 } from './vault-in-s3.ts'
import { worldOnAws } from './dependencies.ts'

/**
 * Dependencies of the function that writes: it opens accounts, mints sessions, and takes files from quarantine into the
 * vault. Its outbox goes out by the relay.
 */
export const worldOfCommands = (env: EnvOf<'commands'>): { readonly deps: Dependencies; readonly tokens: Tokens } => {
  const kms = new KMSClient(clientTimeouts)
  const s3 = new S3Client(clientTimeouts)
  const signer = signerByKms(kms, env.SIGN_KEY_ID)
  const accounts = accountsInCognito(new CognitoIdentityProviderClient(clientTimeouts), env.POOL_ID)
  return {
    deps: worldOnAws(env, {
      signer,
      accounts,
      secrets: secretsByKms(kms, env.SECRET_KEY_ID),
      vault: vaultInS3(s3, env.VAULT_BUCKET, systemClock),
      uploads: {
        quarantine: quarantineInS3(s3, env.QUARANTINE_BUCKET, systemClock),
        scan: scanByGuardDuty(s3, env.QUARANTINE_BUCKET),
        inspect: inspectContent,
        handOut: handOutFromS3(s3, env.VAULT_BUCKET, systemClock),
      },
    }),
    tokens: tokensOnAws({ issuer: env.TOKEN_ISSUER, clientId: env.TOKEN_CLIENT_ID }, signer),
  }
}
