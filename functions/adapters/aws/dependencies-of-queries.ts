import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Tokens } from '../../ports/tokens.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { systemClock } from '../clock.ts'
import type { Around } from '../dependencies/dependencies.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { signerByKms } from './signer-by-kms.ts'
import { tokensOnAws } from './tokens.ts'
import { vaultInS3 } from './vault-in-s3.ts'
import { handOutFromS3 } from './uploads-in-s3.ts'
import { without, worldOnAws } from './dependencies.ts'

type Reader = { readonly deps: Dependencies; readonly tokens: Tokens }

/**
 * Dependencies of every function that only reads: it seals cursors, knows the key that sessions were signed with, and
 * sees the vault.
 */
export const worldOfReader = (
  env: Omit<EnvOf<'queries'>, 'PACKAGE_KEY_ID'>,
  kms: KMSClient,
  parts: Partial<Pick<Around, 'packageKey' | 'printing' | 'places'>>,
): Reader => {
  const s3 = new S3Client(clientTimeouts)
  return {
    deps: worldOnAws(env, {
      secrets: secretsByKms(kms, env.SECRET_KEY_ID),
      vault: vaultInS3(s3, env.VAULT_BUCKET, systemClock),
      uploads: {
        quarantine: without('quarantine'),
        scan: without('scan'),
        inspect: without('inspection of files'),
        handOut: handOutFromS3(s3, env.VAULT_BUCKET, systemClock),
      },
      ...parts,
    }),
    tokens: tokensOnAws({ issuer: env.TOKEN_ISSUER, clientId: env.TOKEN_CLIENT_ID }, signerByKms(kms, env.SIGN_KEY_ID)),
  }
}

/**
 * Dependencies of the function that answers questions: a reader's, and the key that signs what is in an evidence
 * package.
 */
export const worldOfQueries = (env: EnvOf<'queries'>): Reader => {
  const kms = new KMSClient(clientTimeouts)
  return worldOfReader(env, kms, { packageKey: signerByKms(kms, env.PACKAGE_KEY_ID) })
}
