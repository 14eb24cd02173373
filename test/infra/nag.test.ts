import { AwsSolutionsChecks } from 'cdk-nag'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, expect, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { synthesised } from './support/synth.ts'

const synth = synthesised()
afterAll(synth.clear)

type Acknowledged = { readonly rule: string; readonly on: RegExp; readonly because: string }

const pages = /^Musubi\/Site\//
const deployment = /^Musubi\/Custom::CDKBucketDeployment/

/** What cdk-nag finds and we leave as it is, each with its reason. The list may only become shorter. */
const acknowledged: readonly Acknowledged[] = [
  {
    rule: 'APIG4',
    on: /^Musubi\/Api\/Http\/(GET--v1|GET--v1--openapi\.json|GET--v1--public-keys|GET--v1--verifier--[\w.-]+|GET--v1--standards[\w.{}-]*|GET--v1--serving--[\w.{}-]+|\w+--v1--signing--[\w.{}-]+|Default)\//,
    because: 'these are verified in the function: their tokens are ours, or they ask for none',
  },
  {
    rule: 'APIG4',
    on: /^Musubi\/Api\/Default\//,
    because: 'what is on no line is answered with a problem document by a function that cannot write',
  },
  {
    rule: 'SQS3',
    on: /^Musubi\/(Delivery\/(Relay|Sweep)|Bounces\/Bounces)Dead\//,
    because: 'these are dead letters; nag does not know their senders',
  },
  {
    rule: 'IAM5[Resource::*]',
    on: /^Musubi\/(Api|Bounces|Delivery|Identity|Upgrade)\/\w+-role\//,
    because: 'X-Ray, whose actions have no resource; the promises on roles see to it that nothing else is among them',
  },
  {
    rule: 'S1',
    on: pages,
    because: 'static pages anyone may read; nothing is asked of them that is worth a log of visitors',
  },
  {
    rule: 'S1',
    on: /^Musubi\/(Vault|Quarantine)\//,
    because: 'who asks for what is in the log of the API, and the vault answers to nobody else',
  },
  {
    rule: 'IAM5[Resource::<Vault645BC77C.Arn>/*]',
    on: /^Musubi\/(Api|Delivery)\/\w+-role\//,
    because: 'what lies in a bucket has no names that were known before',
  },
  {
    rule: 'IAM5[Resource::<QuarantineF164EECF.Arn>/*]',
    on: /^Musubi\/(Api\/commands-role|Quarantine\/ScanRole)\//,
    because: 'what lies in a bucket has no names that were known before',
  },
  {
    rule: 'IAM5[Resource::arn:aws:events:ap-northeast-1:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]',
    on: /^Musubi\/Quarantine\/ScanRole\//,
    because:
      'GuardDuty makes the rule itself, under this beginning of a name, and only under its own hand may it change',
  },
  {
    rule: 'SMG4',
    on: /^Musubi\/Site\/OriginSecret\//,
    because:
      'CloudFront and the function are told of it by a deployment alone: one that turned by itself would part the two',
  },
  { rule: 'CFR1', on: pages, because: 'a signer may be travelling' },
  {
    rule: 'CFR2',
    on: pages,
    because:
      'a web ACL for CloudFront lives in us-east-1 and is named by a setting, musubi:webAcl; the API is throttled',
  },
  {
    rule: 'CFR3',
    on: pages,
    because: 'a log of visitors’ addresses would be personal data; the API keeps its own, without them',
  },
  {
    rule: 'CFR4',
    on: pages,
    because: 'the default certificate fixes the protocol; with a domain of one’s own comes TLS 1.2',
  },
  {
    rule: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    on: deployment,
    because: 'the CDK’s own',
  },
  { rule: 'L1', on: deployment, because: 'the CDK’s own, as new as the CDK' },
  ...[
    'Action::s3:GetBucket*',
    'Action::s3:GetObject*',
    'Action::s3:List*',
    'Action::s3:Abort*',
    'Action::s3:DeleteObject*',
    'Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-ap-northeast-1/*',
    'Resource::<SitePages600CC8A7.Arn>/*',
    'Resource::*',
  ].map((what) => ({
    rule: `IAM5[${what}]`,
    on: deployment,
    because: 'the CDK’s own: it copies the pages while a deployment runs',
  })),
]

type Finding = { readonly rule: string; readonly path: string }

const findingsIn = ({ app }: ReturnType<typeof synthesised>): readonly Finding[] =>
  new AwsSolutionsChecks(app).validateScope(app).violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({
      rule: ruleName.replace('AwsSolutions-', ''),
      path: constructPath ?? '',
    })),
  )
const isAcknowledged = ({ rule, path }: Finding) => acknowledged.some((one) => one.rule === rule && one.on.test(path))

test('whatever cdk-nag finds is on the list', () => {
  const findings = findingsIn(synth)
  figure('infra: cdk-nag findings acknowledged', findings.length)
  expect(findings.filter((finding) => !isAcknowledged(finding))).toEqual([])
})

test('nothing stands on the list that is not found any more', () => {
  const findings = findingsIn(synth)
  const idle = acknowledged.filter(
    ({ rule, on }) => !findings.some((found) => found.rule === rule && on.test(found.path)),
  )
  expect(idle).toEqual([])
})

test('something new that is wrong would be seen', () => {
  const worse = synthesised()
  const { node } = new Queue(worse.stack, 'Careless')
  const unseen = findingsIn(worse).filter((finding) => !isAcknowledged(finding))
  worse.clear()
  expect(unseen.map(({ rule }) => rule).sort()).toEqual(['SQS3', 'SQS4'])
  expect(unseen.every(({ path }) => path.startsWith(node.path))).toBe(true)
})
