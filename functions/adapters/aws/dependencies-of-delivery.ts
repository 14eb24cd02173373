import { KMSClient } from '@aws-sdk/client-kms'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { postOfDelivery } from './post.ts'
import { queueClient, workBySqs } from './work-by-sqs.ts'
import { worldOnAws } from './dependencies.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/**
 * Dependencies of a function that delivers: it writes letters and messages, makes links and codes, and hands work on.
 */
export const worldOfDelivery = (env: EnvOf<'relay' | 'sweep'>): Dependencies =>
  worldOnAws(env, {
    secrets: secretsByKms(new KMSClient(clientTimeouts), env.SECRET_KEY_ID),
    post: postOfDelivery(env),
    work: workBySqs(queueClient(), { work: env.WORK_QUEUE_URL, letters: env.LETTER_QUEUE_URL }),
    places: { site: env.SITE },
  })
