import { KMSClient } from '@aws-sdk/client-kms'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import { mailBySes } from './mail-by-ses.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { secretsByKms } from './secrets-by-kms.ts'
import { codesByEndUserMessaging } from './codes-by-end-user-messaging.ts'
import { queueClient, workBySqs } from './work-by-sqs.ts'
import { worldOnAws } from './dependencies.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/**
 * Dependencies of a function that delivers: it writes letters and messages, makes links and codes, and hands work on.
 */
export const worldOfDelivery = (env: EnvOf<'relay' | 'sweep'>): Dependencies =>
  worldOnAws(env, {
    secrets: secretsByKms(new KMSClient(clientTimeouts), env.SECRET_KEY_ID),
    post: {
      mail: mailBySes(new SESv2Client(clientTimeouts), { from: env.MAIL_FROM, set: env.MAIL_SET }),
      ...codesByEndUserMessaging(new PinpointSMSVoiceV2Client(clientTimeouts), {
        sender: env.CODE_SENDER,
        caller: env.CODE_CALLER,
        set: env.CODE_SET,
      }),
    },
    work: workBySqs(queueClient(), { work: env.WORK_QUEUE_URL, letters: env.LETTER_QUEUE_URL }),
    places: { site: env.SITE },
  })
