import {
  ofType,
  statementsOf,
  actionsOf,
  only,
  unless,
  type Deployed,
  type Promised,
  type Resource,
} from '../support/deployed.ts'
import { deniesPlainHttp } from './storage.ts'

const quarantineOf = (deployed: Deployed): Resource => {
  const [found, ...more] = ofType(deployed, 'AWS::S3::Bucket').filter(([id]) => id.startsWith('Quarantine'))
  if (!found || more.length > 0) throw new Error('not one quarantine')
  return found[1]
}
const policyOf = (deployed: Deployed): Resource => {
  const found = ofType(deployed, 'AWS::S3::BucketPolicy').find(([id]) => id.startsWith('Quarantine'))
  if (!found) throw new Error('no policy of the quarantine')
  return found[1]
}
const planOf = (deployed: Deployed): Resource => only(deployed, 'AWS::GuardDuty::MalwareProtectionPlan')

/** Promises of the store for what comes from outside. */
export const quarantinePromises: readonly Promised[] = [
  {
    that: 'the quarantine has no lock and no versions, lets everything go after thirty days, and is open to nobody',
    breaches: (deployed) => {
      const { Properties } = quarantineOf(deployed)
      const [encryption] = Properties.BucketEncryption?.ServerSideEncryptionConfiguration ?? []
      const rules = (Properties.LifecycleConfiguration?.Rules ?? []) as any[]
      const statements = policyOf(deployed).Properties.PolicyDocument.Statement as any[]
      const origins = (Properties.CorsConfiguration?.CorsRules ?? []) as any[]
      return [
        ...unless(Properties.ObjectLockEnabled === undefined, 'a lock'),
        ...unless(Properties.VersioningConfiguration === undefined, 'versions'),
        ...unless(
          rules.some(
            ({ ExpirationInDays, Status, Prefix, TagFilters }) =>
              ExpirationInDays === 30 && Status === 'Enabled' && Prefix === undefined && TagFilters === undefined,
          ),
          'stays longer than thirty days',
        ),
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
          origins.every(
            ({ AllowedMethods, AllowedOrigins }) =>
              AllowedMethods.join() === 'PUT' && !JSON.stringify(AllowedOrigins).includes('"*"'),
          ),
          'pages of others may send here',
        ),
      ]
    },
    spoilt: {
      'no rule': (deployed) => void delete quarantineOf(deployed).Properties.LifecycleConfiguration,
      'a longer stay': (deployed) => {
        quarantineOf(deployed).Properties.LifecycleConfiguration.Rules[0].ExpirationInDays = 31
      },
      'a lock': (deployed) => {
        quarantineOf(deployed).Properties.ObjectLockEnabled = true
      },
      'any page': (deployed) => {
        quarantineOf(deployed).Properties.CorsConfiguration.CorsRules[0].AllowedOrigins = ['*']
      },
      'for anyone to read': (deployed) => {
        const { Statement } = policyOf(deployed).Properties.PolicyDocument
        Statement.push({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' })
      },
    },
  },
  {
    that: 'everything in quarantine is scanned, and tagged with what was found',
    breaches: (deployed) => {
      const { Properties } = planOf(deployed)
      const { Ref } = Properties.ProtectedResource?.S3Bucket?.BucketName ?? {}
      return [
        ...unless(typeof Ref === 'string' && Ref.startsWith('Quarantine'), 'another bucket'),
        ...unless(Properties.ProtectedResource?.S3Bucket?.ObjectPrefixes === undefined, 'a part only'),
        ...unless(Properties.Actions?.Tagging?.Status === 'ENABLED', 'no tag'),
      ]
    },
    spoilt: {
      'no tag': (deployed) => {
        planOf(deployed).Properties.Actions.Tagging.Status = 'DISABLED'
      },
      'a part only': (deployed) => {
        planOf(deployed).Properties.ProtectedResource.S3Bucket.ObjectPrefixes = ['x']
      },
    },
  },
  {
    that: 'whoever takes files in cannot tag them: what the scan said nobody else can say',
    breaches: (deployed) =>
      statementsOf(deployed, 'commands').flatMap((statement) =>
        unless(
          !actionsOf(statement).some((action) => action.startsWith('s3:Put') && action.includes('Tagging')),
          'tags',
        ),
      ),
    spoilt: {
      'tags too': (deployed) => {
        const [first] = statementsOf(deployed, 'commands')
        if (first) first.Action = [...actionsOf(first), 's3:PutObjectTagging']
      },
    },
  },
]
