import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { systemClock } from '../clock.ts'
import { typstPrinting } from '../documents/typst/printing.ts'
import { certificateInVault, sealName, sealsBy } from '../seals/seals.ts'
import { timeByHttp } from '../seals/time-by-http.ts'
import { postOfWork } from './post.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { sealKeyByKms } from './seal-key-by-kms.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { vaultInS3 } from './vault-in-s3.ts'
import { queueClient, workBySqs } from './work-by-sqs.ts'
import { worldOnAws } from './dependencies.ts'

/**
 * Dependencies of a worker: the table, the queues its own unfinished work goes back to, what it takes to seal, and to
 * write letters it prints.
 */
export const worldOfWork = (env: EnvOf<'work'>): Dependencies => {
  const vault = vaultInS3(new S3Client(clientTimeouts), env.VAULT_BUCKET, systemClock)
  const kms = new KMSClient(clientTimeouts)
  const key = sealKeyByKms(kms, env.SEAL_KEY_ID)
  const certificate = certificateInVault(vault, systemClock, key, { name: sealName, for: 'seals' })
  return worldOnAws(env, {
    vault,
    seals: sealsBy(key, certificate, timeByHttp(env.TIME_AUTHORITY)),
    printing: typstPrinting(env.PRINT_TEMPLATES),
    secrets: secretsByKms(kms, env.SECRET_KEY_ID),
    post: postOfWork(env),
    places: { site: env.SITE },
    work: workBySqs(queueClient(), { work: env.WORK_QUEUE_URL, letters: env.LETTER_QUEUE_URL }),
  })
}
