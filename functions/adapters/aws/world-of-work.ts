import { KMSClient } from '@aws-sdk/client-kms'
import { S3Client } from '@aws-sdk/client-s3'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { World } from '../../ports/world.ts'
import { systemClock } from '../clock.ts'
import { typstPrinting } from '../documents/typst/printing.ts'
import { certificateInVault, sealName, sealsBy } from '../seals/seals.ts'
import { timeByHttp } from '../seals/time-by-http.ts'
import { patience } from './patience.ts'
import { sealKeyByKms } from './seal-key-by-kms.ts'
import { vaultInS3 } from './vault-in-s3.ts'
import { queueClient, workBySqs } from './work-by-sqs.ts'
import { worldOnAws } from './world.ts'

/** What a worker needs: the table, the queue its own unfinished work goes back to, and what it takes to seal. */
export const worldOfWork = (env: EnvOf<'work'>): World => {
  const vault = vaultInS3(new S3Client(patience), env.VAULT_BUCKET, systemClock)
  const key = sealKeyByKms(new KMSClient(patience), env.SEAL_KEY_ID)
  const certificate = certificateInVault(vault, systemClock, key, { name: sealName, for: 'seals' })
  return worldOnAws(env, {
    vault,
    seals: sealsBy(key, certificate, timeByHttp(env.TIME_AUTHORITY)),
    printing: typstPrinting(env.PRINT_TEMPLATES),
    work: workBySqs(queueClient(), env.WORK_QUEUE_URL),
  })
}
