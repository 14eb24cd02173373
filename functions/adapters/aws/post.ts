import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { Post } from '../../ports/dependencies.ts'
import { clientTimeouts } from './client-timeouts.ts'
import { codesByEndUserMessaging } from './codes-by-end-user-messaging.ts'
import { mailBySes } from './mail-by-ses.ts'

const mailIn = (env: Pick<EnvOf<'work'>, 'MAIL_FROM' | 'MAIL_SET'>): Post['mail'] =>
  mailBySes(new SESv2Client(clientTimeouts), { from: env.MAIL_FROM, set: env.MAIL_SET })

const noCodes: Post['sms'] = async () => {
  throw new Error('this function sends no codes')
}

/** Post of a function that delivers: letters, messages and calls. */
export const postOfDelivery = (env: EnvOf<'relay' | 'sweep'>): Post => ({
  mail: mailIn(env),
  ...codesByEndUserMessaging(new PinpointSMSVoiceV2Client(clientTimeouts), {
    sender: env.CODE_SENDER,
    caller: env.CODE_CALLER,
    set: env.CODE_SET,
  }),
})

/** Post of a worker, which sends what it prints: a notice goes out from where it was put on paper. It sends no codes. */
export const postOfWork = (env: EnvOf<'work'>): Post => ({ mail: mailIn(env), sms: noCodes, voice: noCodes })
