import { ofType, only, unless, type Deployed, type Promised, type Resource } from '../support/deployed.ts'

const tableOf = (deployed: Deployed): Resource => only(deployed, 'AWS::DynamoDB::GlobalTable')
const replicaOf = (deployed: Deployed): any => tableOf(deployed).Properties.Replicas[0]

const keyOf = (deployed: Deployed, spec: string | undefined): Resource => {
  const [found, ...more] = ofType(deployed, 'AWS::KMS::Key').filter(([, { Properties }]) => Properties.KeySpec === spec)
  if (!found || more.length > 0) throw new Error(`not one key ${spec}`)
  return found[1]
}

const bucketOf = (deployed: Deployed, locked: boolean): Resource => {
  const [found, ...more] = ofType(deployed, 'AWS::S3::Bucket').filter(
    ([id, { Properties }]) => (Properties.ObjectLockEnabled === true) === locked && !id.startsWith('Quarantine'),
  )
  if (!found || more.length > 0) throw new Error(`not one bucket ${locked ? 'with' : 'without'} a lock`)
  return found[1]
}
const vaultOf = (deployed: Deployed): Resource => bucketOf(deployed, true)
const pagesOf = (deployed: Deployed): Resource => bucketOf(deployed, false)
const policyOf = (deployed: Deployed, name: 'Pages' | 'Vault'): Resource => {
  const found = ofType(deployed, 'AWS::S3::BucketPolicy').find(([id]) => id.includes(`${name}Policy`))
  if (!found) throw new Error(`no policy of ${name}`)
  return found[1]
}

/** Kinds of things whose loss would be the loss of what the law asks to be kept. */
const lasting = ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key', 'AWS::Cognito::UserPool', 'AWS::S3::Bucket']

/** Those that refuse to be deleted: a creation that failed would hang on them. */
const protectedBySelf = new Set(['AWS::DynamoDB::GlobalTable', 'AWS::Cognito::UserPool'])

export const storagePromises: readonly Promised[] = [
  {
    that: 'the table is encrypted with our key, kept for 35 days back, and cannot be deleted',
    breaches: (deployed) => {
      const { Properties } = tableOf(deployed)
      const replica = replicaOf(deployed)
      const recovery = replica.PointInTimeRecoverySpecification ?? {}
      return [
        ...unless(Properties.SSESpecification?.SSEEnabled === true, 'not encrypted'),
        ...unless(Properties.SSESpecification?.SSEType === 'KMS', 'not by KMS'),
        ...unless(replica.SSESpecification?.KMSMasterKeyId !== undefined, 'not with our key'),
        ...unless(recovery.PointInTimeRecoveryEnabled === true && recovery.RecoveryPeriodInDays === 35, 'no way back'),
        ...unless(replica.DeletionProtectionEnabled === true, 'can be deleted'),
      ]
    },
    spoilt: {
      'AWS’s key': (deployed) => void delete replicaOf(deployed).SSESpecification,
      'no way back': (deployed) => {
        replicaOf(deployed).PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled = false
      },
      'a table that can be deleted': (deployed) => {
        replicaOf(deployed).DeletionProtectionEnabled = false
      },
    },
  },
  {
    that: 'the table is paid as used, up to a limit; expired commands go; the stream brings new images',
    breaches: (deployed) => {
      const { Properties } = tableOf(deployed)
      return [
        ...unless(Properties.BillingMode === 'PAY_PER_REQUEST', 'provisioned'),
        ...unless(
          Properties.WriteOnDemandThroughputSettings?.MaxWriteRequestUnits > 0 &&
            replicaOf(deployed).ReadOnDemandThroughputSettings?.MaxReadRequestUnits > 0,
          'no limit',
        ),
        ...unless(Properties.TimeToLiveSpecification?.AttributeName === 'ttl', 'commands stay for ever'),
        ...unless(Properties.TimeToLiveSpecification?.Enabled === true, 'commands stay for ever'),
        ...unless(Properties.StreamSpecification?.StreamViewType === 'NEW_IMAGE', 'no new images'),
      ]
    },
    spoilt: {
      'a bill without an end': (deployed) => void delete tableOf(deployed).Properties.WriteOnDemandThroughputSettings,
      'keys only': (deployed) => {
        tableOf(deployed).Properties.StreamSpecification.StreamViewType = 'KEYS_ONLY'
      },
      'no expiry': (deployed) => void delete tableOf(deployed).Properties.TimeToLiveSpecification,
    },
  },
  {
    that: 'what must last stays when the stack goes; what cannot be protected is taken back when its creation fails (A3)',
    breaches: (deployed) =>
      lasting
        .flatMap((type) => ofType(deployed, type))
        .flatMap(([id, { Type, DeletionPolicy, UpdateReplacePolicy }]) =>
          unless(
            DeletionPolicy === (protectedBySelf.has(Type) ? 'Retain' : 'RetainExceptOnCreate') &&
              UpdateReplacePolicy === 'Retain',
            id,
          ),
        ),
    spoilt: Object.fromEntries(
      lasting.map((type) => [
        `${type} goes`,
        (deployed: Deployed) => {
          const [[, first]] = ofType(deployed, type) as [[string, Resource]]
          first.DeletionPolicy = 'Delete'
        },
      ]),
    ),
  },
  {
    that: 'five keys: one for data, renewed each year; one for MACs; one each for tokens, seals and packages',
    breaches: (deployed) => [
      ...unless(keyOf(deployed, undefined).Properties.EnableKeyRotation === true, 'not renewed'),
      ...unless(keyOf(deployed, 'HMAC_256').Properties.KeyUsage === 'GENERATE_VERIFY_MAC', 'no MACs'),
      ...['RSA_2048', 'ECC_NIST_P256', 'RSA_3072'].flatMap((spec) =>
        unless(keyOf(deployed, spec).Properties.KeyUsage === 'SIGN_VERIFY', `no signatures by ${spec}`),
      ),
    ],
    spoilt: {
      'never renewed': (deployed) => {
        keyOf(deployed, undefined).Properties.EnableKeyRotation = false
      },
    },
  },
  {
    that: 'the pages’ bucket is open to nobody but its distribution, and to no plain HTTP',
    breaches: (deployed) => {
      const { Properties } = pagesOf(deployed)
      const statements = policyOf(deployed, 'Pages').Properties.PolicyDocument.Statement as any[]
      const open = statements.filter(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('*'),
      )
      return [
        ...unless(
          Object.values(Properties.PublicAccessBlockConfiguration ?? {}).filter(Boolean).length === 4,
          'public',
        ),
        ...unless(Properties.VersioningConfiguration?.Status === 'Enabled', 'no versions'),
        ...unless(Properties.BucketEncryption !== undefined, 'not encrypted'),
        ...unless(statements.some(deniesPlainHttp), 'plain HTTP'),
        ...unless(open.length === 0, 'open to anyone'),
      ]
    },
    spoilt: {
      public: (deployed) => {
        pagesOf(deployed).Properties.PublicAccessBlockConfiguration.BlockPublicPolicy = false
      },
      'for anyone to read': (deployed) => {
        policyOf(deployed, 'Pages').Properties.PolicyDocument.Statement.push({
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
        })
      },
    },
  },
  {
    that: 'the vault keeps every version ten years in COMPLIANCE mode, under our key, for nobody from outside',
    breaches: (deployed) => {
      const { Properties } = vaultOf(deployed)
      const lock = Properties.ObjectLockConfiguration?.Rule?.DefaultRetention ?? {}
      const [encryption] = Properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? []
      const statements = policyOf(deployed, 'Vault').Properties.PolicyDocument.Statement as any[]
      return [
        ...unless(lock.Mode === 'COMPLIANCE' && lock.Days >= 3_652, 'no lock'),
        ...unless(Properties.VersioningConfiguration?.Status === 'Enabled', 'no versions'),
        ...unless(encryption?.ServerSideEncryptionByDefault?.SSEAlgorithm === 'aws:kms', 'not by KMS'),
        ...unless(encryption?.ServerSideEncryptionByDefault?.KMSMasterKeyID !== undefined, 'not with our key'),
        ...unless(
          Object.values(Properties.PublicAccessBlockConfiguration ?? {}).filter(Boolean).length === 4,
          'public',
        ),
        ...unless(statements.some(deniesPlainHttp), 'plain HTTP'),
        ...unless(
          statements.every(({ Effect }) => Effect === 'Deny'),
          'open to someone',
        ),
        ...unless(
          statements.some(({ Effect, Action, Condition }) => {
            return Effect === 'Deny' && Action === 's3:DeleteObject' && Condition === undefined
          }),
          'can be hidden',
        ),
      ]
    },
    spoilt: {
      'a lock an owner can open': (deployed) => {
        vaultOf(deployed).Properties.ObjectLockConfiguration.Rule.DefaultRetention.Mode = 'GOVERNANCE'
      },
      'a shorter lock': (deployed) => {
        vaultOf(deployed).Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days = 3_651
      },
      'no lock of its own': (deployed) => void delete vaultOf(deployed).Properties.ObjectLockConfiguration.Rule,
      'AWS’s key': (deployed) => void delete vaultOf(deployed).Properties.BucketEncryption,
      'for anyone to read': (deployed) => {
        const { Statement } = policyOf(deployed, 'Vault').Properties.PolicyDocument
        Statement.push({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' })
      },
      'marks that hide': (deployed) => {
        const { PolicyDocument } = policyOf(deployed, 'Vault').Properties
        PolicyDocument.Statement = PolicyDocument.Statement.filter(({ Action }: any) => Action !== 's3:DeleteObject')
      },
    },
  },
]

/** A policy's statement that refuses whatever does not come under TLS. */
export const deniesPlainHttp = ({ Effect, Condition }: any): boolean =>
  Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false'
