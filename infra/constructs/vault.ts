import { Aws, CfnParameter, Duration } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import type { AppFunction } from './app-function.ts'
import { lasting } from '../settings.ts'

type Fn = AppFunction<FunctionName>

/** Ten years, leap days included: what is put without a day of its own stays locked as long. */
const usualLock = Duration.days(3_653)

/**
 * Store of sealed papers: every version locked in COMPLIANCE mode, which not even the account's owner can shorten. It
 * outlives the stack. A worker writes here, and may take away by version only what no lock holds any more; and whoever
 * puts down a file that a person accepted.
 */
export class Vault extends Construct {
  readonly timeAuthority: string
  readonly #bucket: Bucket
  readonly #key: Key

  constructor(scope: Construct, id: string, { key }: { readonly key: Key }) {
    super(scope, id)
    this.#key = key
    this.#bucket = new Bucket(this, 'Vault', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(usualLock),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      ...lasting,
    })
    // A delete without a version leaves a mark that hides what is there; nobody needs it.
    this.#bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject'],
        resources: [this.#bucket.arnForObjects('*')],
      }),
    )
    // No default: whose time is believed is for whoever deploys to say.
    const authority = new CfnParameter(this, 'TimeAuthority', {
      description: 'The address of a time stamp authority (RFC 3161). For contracts in Japan, an accredited one.',
      allowedPattern: 'https?://.+',
    })
    authority.overrideLogicalId('TimeAuthority')
    this.timeAuthority = authority.valueAsString
  }

  get name(): string {
    return this.#bucket.bucketName
  }

  /** Reads what lies here, and how long it is locked. */
  letRead(fn: Fn): void {
    this.#may(fn, ['s3:GetObject'])
    // Without it, what is not there is answered as forbidden.
    fn.may(['s3:ListBucket'], [this.#bucket.bucketArn])
    this.#letUseKey(fn, ['kms:Decrypt'])
  }

  /** Puts here under a lock what a person accepted. It takes nothing away, and shortens nothing. */
  letPut(fn: Fn): void {
    this.letRead(fn)
    this.#may(fn, ['s3:PutObject', 's3:PutObjectLegalHold'])
    this.#letUseKey(fn, ['kms:GenerateDataKey'])
  }

  /** Puts here under a lock, locks longer, and takes away what no lock holds. */
  letKeep(fn: Fn): void {
    this.letRead(fn)
    this.#may(fn, [
      's3:PutObject',
      's3:PutObjectRetention',
      's3:PutObjectLegalHold',
      's3:GetObjectRetention',
      's3:GetObjectLegalHold',
      's3:DeleteObjectVersion',
    ])
    this.#letUseKey(fn, ['kms:GenerateDataKey'])
  }

  #may(fn: Fn, actions: readonly string[]): void {
    fn.may(actions, [this.#bucket.arnForObjects('*')])
  }

  // S3 uses the key in the caller's name; by itself the caller could do nothing with it.
  #letUseKey(fn: Fn, actions: readonly string[]): void {
    fn.may(actions, [this.#key.keyArn], { StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` } })
  }
}
