import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { subOfMail } from '../../../functions/adapters/accounts-by-mail.ts'
import { systemClock } from '../../../functions/adapters/clock.ts'
import type { Signer } from '../../../functions/ports/secrets.ts'
import type { Letter } from '../../../functions/ports/dependencies.ts'
import { envOf, type FunctionName } from '../../../shared/wiring/env.ts'
import { startBucket } from './bucket.ts'
import { functionNames, functionOf, type Deployed } from './deployed.ts'
import { kmsKeeping } from './kms.ts'
import { ellipticKey, startTimeAuthority } from './time-authority.ts'
import { startStub, type Reply, type Seen, type Stub } from './stub.ts'

/** Where each function's bundle lies, as the template names its asset. */
export const bundlesIn = (folder: string, deployed: Deployed): Readonly<Record<FunctionName, string>> =>
  Object.fromEntries(
    functionNames.map((name) => {
      const [hash] = String(functionOf(deployed, name).Properties.Code.S3Key).split('.')
      return [name, join(folder, `asset.${hash}`, 'index.js')]
    }),
  ) as Record<FunctionName, string>

export const kibibytesOf = (bundle: string): number => Math.round(statSync(bundle).size / 102.4) / 10

/** AWS as far as the bundles see it, on loopback: a table's engine, and stubs for the rest. */
export type Around = {
  readonly issuer: string
  readonly letters: readonly (Letter & { readonly by: 'mail' | 'sms' | 'voice' })[]
  /** Takes what lies on the queue. */
  readonly takeMessages: () => readonly string[]
  /** How often the pool was asked for its keys. */
  readonly keysAsked: () => number
  readonly stop: () => Promise<void>
}

const ids = { secretId: 'secret-key', signId: 'sign-key', sealId: 'seal-key', packageId: 'package-key' }

const cognito = async ({ target, body }: Seen): Promise<Reply> => {
  const sub = subOfMail(body.Username)
  const attributes = [{ Name: 'sub', Value: sub }]
  return { body: target === 'AdminCreateUser' ? { User: { Attributes: attributes } } : { UserAttributes: attributes } }
}

const letterIn = ({ Destination, Content, EmailTags }: any): Letter & { readonly by: 'mail' } => ({
  by: 'mail',
  to: Destination.ToAddresses[0],
  subject: Content.Simple.Subject.Data,
  text: Content.Simple.Body.Text.Data,
  reference: EmailTags[0].Value,
  of: { stream: EmailTags[1].Value, seq: Number(EmailTags[2].Value) },
})

/**
 * Starts it, and tells the process's environment of it in the SDK's own words, so that no bundle has a hook for tests.
 * The pool publishes its keys over TLS, as Cognito does, under a certificate that this process is made to trust.
 */
export const awsAround = async (
  engine: string,
  tableName: string,
  poolKey: Signer,
  printTemplates: string,
): Promise<Around> => {
  const letters: (Letter & { by: 'mail' | 'sms' | 'voice' })[] = []
  const messages: string[] = []
  const jwks = { keys: [await poolKey.publicJwk()] }
  const published = ({ path }: Seen): Reply =>
    path === '/pool/.well-known/jwks.json'
      ? { type: 'application/json', body: jwks }
      : { status: 404, type: 'application/json', body: {} }
  const pool = await startStub(published, { secure: true })
  setDefaultCACertificates([...getCACertificates('default'), pool.certificate])

  const bucket = await startBucket(systemClock)
  const authority = await startTimeAuthority(ellipticKey(), systemClock)
  const stubs: Readonly<Record<string, Stub>> = {
    KMS: await startStub(kmsKeeping(ids)),
    COGNITO_IDENTITY_PROVIDER: await startStub(cognito),
    SESV2: await startStub(({ body }) => {
      letters.push(letterIn(body))
      return { type: 'application/json', body: { MessageId: '1' } }
    }),
    PINPOINT_SMS_VOICE_V2: await startStub(({ target, body }) => {
      letters.push({
        by: target.endsWith('SendVoiceMessage') ? 'voice' : 'sms',
        to: body.DestinationPhoneNumber,
        text: body.MessageBody,
        subject: '',
        reference: '',
        of: { stream: '', seq: 0 },
      })
      return { body: { MessageId: '1' } }
    }),
    SQS: await startStub(({ body }) => {
      messages.push(body.MessageBody)
      return { body: { MessageId: '1', MD5OfMessageBody: createHash('md5').update(body.MessageBody).digest('hex') } }
    }),
  }
  const env: Readonly<Record<string, string>> = {
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine,
    ...Object.fromEntries(Object.entries(stubs).map(([service, { url }]) => [`AWS_ENDPOINT_URL_${service}`, url])),
    TABLE_NAME: tableName,
    SECRET_KEY_ID: ids.secretId,
    SIGN_KEY_ID: ids.signId,
    TOKEN_ISSUER: `${pool.url}/pool`,
    TOKEN_CLIENT_ID: 'people',
    POOL_ID: 'pool-1',
    ORIGIN_SECRET: 'the-secret-that-cloudfront-sends-along',
    PRINT_TEMPLATES: printTemplates,
    VAULT_BUCKET: 'vault',
    QUARANTINE_BUCKET: 'quarantine',
    SEAL_KEY_ID: ids.sealId,
    PACKAGE_KEY_ID: ids.packageId,
    TIME_AUTHORITY: authority.url,
    AWS_ENDPOINT_URL_S3: bucket.url,
    MAIL_FROM: 'no-reply@musubi.example.jp',
    MAIL_SET: 'letters',
    CODE_SENDER: 'arn:aws:sms-voice:ap-northeast-1:111122223333:phone-number/sender',
    CODE_CALLER: 'arn:aws:sms-voice:ap-northeast-1:111122223333:phone-number/caller',
    CODE_SET: 'arn:aws:sms-voice:ap-northeast-1:111122223333:configuration-set/codes',
    SITE: 'https://musubi.example.jp',
    WORK_QUEUE_URL: 'https://sqs.ap-northeast-1.amazonaws.com/1/work',
    LETTER_QUEUE_URL: 'https://sqs.ap-northeast-1.amazonaws.com/1/letters',
  }
  Object.assign(process.env, env)
  return {
    letters,
    issuer: `${pool.url}/pool`,
    takeMessages: () => messages.splice(0),
    keysAsked: () => pool.seen.length,
    stop: async () => {
      for (const name of Object.keys(env)) delete process.env[name]
      for (const stub of [pool, bucket, authority, ...Object.values(stubs)]) await stub.stop()
    },
  }
}

/** A bundle's handler, loaded as Lambda loads it, with only those variables it is told of by the stack. */
export const handlerIn = (bundle: string, name: FunctionName): ((event: unknown, context: unknown) => Promise<any>) => {
  const foreign = Object.entries(process.env).filter(([key]) => isOfAnother(key, name))
  for (const [key] of foreign) delete process.env[key]
  const { handler } = createRequire(import.meta.url)(bundle)
  Object.assign(process.env, Object.fromEntries(foreign))
  return handler
}

const isOfAnother = (key: string, name: FunctionName): boolean =>
  !(key in envOf[name].shape) && Object.values(envOf).some(({ shape }) => key in shape)
