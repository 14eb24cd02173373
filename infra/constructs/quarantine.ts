import { Aws, Duration, Stack } from 'aws-cdk-lib'
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { lasting } from '../settings.ts'
import type { AppFunction } from './app-function.ts'

/** Days after which everything here goes. */
const kept = Duration.days(30)

/**
 * Store of what is sent from outside, before anybody has looked into it: no lock, no versions, and a rule by which
 * everything goes after thirty days. GuardDuty scans each object and tags it; the function that takes files in reads
 * the tag, and nothing is ever handed out from here.
 */
export class Quarantine extends Construct {
  readonly #bucket: Bucket
  readonly #key: Key

  constructor(scope: Construct, id: string, { key, site }: { readonly key: Key; readonly site: string }) {
    super(scope, id)
    this.#key = key
    this.#bucket = new Bucket(this, 'Quarantine', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      lifecycleRules: [{ expiration: kept, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      // A page of ours sends what is chosen there, to the address it was given.
      cors: [
        {
          allowedOrigins: [site],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 600,
        },
      ],
      ...lasting,
    })
    this.#scan()
  }

  get name(): string {
    return this.#bucket.bucketName
  }

  /** Lets links be made by which files come in, reads them, and what the scan says. It takes nothing away. */
  letTakeIn(fn: AppFunction<FunctionName>): void {
    fn.may(['s3:PutObject', 's3:GetObject', 's3:GetObjectTagging'], [this.#bucket.arnForObjects('*')])
    // Without it, what is not there is answered as forbidden.
    fn.may(['s3:ListBucket'], [this.#bucket.bucketArn])
    fn.may(['kms:Decrypt', 'kms:GenerateDataKey'], [this.#key.keyArn], {
      StringEquals: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` },
    })
  }

  /** The plan by which GuardDuty scans what comes, with the role AWS asks for: to be told, to read, and to tag. */
  #scan(): void {
    const { account, partition, region } = Stack.of(this)
    const role = new Role(this, 'ScanRole', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    })
    const may = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
      role.addToPolicy(new PolicyStatement({ actions, resources, ...(conditions ? { conditions } : {}) }))
    const managedBy = { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } }
    const rule = `arn:${partition}:events:${region}:${account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`
    may(['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'], [rule], managedBy)
    may(['events:DescribeRule', 'events:ListTargetsByRule'], [rule])
    may(
      ['s3:PutObjectTagging', 's3:GetObjectTagging', 's3:PutObjectVersionTagging', 's3:GetObjectVersionTagging'],
      [this.#bucket.arnForObjects('*')],
    )
    may(['s3:GetObject', 's3:GetObjectVersion'], [this.#bucket.arnForObjects('*')])
    may(['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'], [this.#bucket.bucketArn])
    // It proves to itself with an object of its own that it may look here.
    may(['s3:PutObject'], [this.#bucket.arnForObjects('malware-protection-resource-validation-object')])
    may(['kms:GenerateDataKey', 'kms:Decrypt'], [this.#key.keyArn], {
      StringLike: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` },
    })
    const plan = new CfnMalwareProtectionPlan(this, 'Scan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: this.#bucket.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    })
    // Without its policy in place the plan would be made and find that it may not look.
    plan.node.addDependency(role)
  }
}
