import { isDeepStrictEqual } from 'node:util'
import {
  actionsOf,
  functionNames,
  functionOf,
  isAllowed,
  ofType,
  statementsOf,
  unless,
  type Deployed,
  type Promised,
} from '../support/deployed.ts'
import type { FunctionName } from '../../../shared/wiring/env.ts'

/** The one role that is CDK's own: it copies the pages into their bucket while a deployment runs. */
export const isOfCdk = (id: string): boolean => id.startsWith('CustomCDKBucketDeployment')

const policies = (deployed: Deployed) => ofType(deployed, 'AWS::IAM::Policy').filter(([id]) => !isOfCdk(id))

const eachStatement = (deployed: Deployed) =>
  policies(deployed).flatMap(([id, { Properties }]) =>
    (Properties.PolicyDocument.Statement as ReturnType<typeof statementsOf>).map((statement) => ({ id, statement })),
  )

/** Exactly these functions may do it. */
const exactly = (action: string, ...may: readonly FunctionName[]): Promised => ({
  that: `${action}: ${may.join(', ') || 'nobody'}`,
  breaches: (deployed) =>
    functionNames.flatMap((name) => unless(isAllowed(deployed, name, action) === may.includes(name), name)),
  spoilt: Object.fromEntries(
    functionNames
      .filter((name) => !may.includes(name))
      .map((name) => [
        `${name} too`,
        (deployed: Deployed) => {
          const [first] = statementsOf(deployed, name)
          if (first) first.Action = [...actionsOf(first), action]
        },
      ]),
  ),
})

/** What whoever makes tokens may do with the table, whole. */
const ofWhoeverMakesTokens = [
  {
    actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    when: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MEM#*', 'ACC#*', 'CMD#*'] } },
  },
  {
    actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    when: {
      'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MEM#*', 'PER#*', 'CMD#*', 'LED#*'] },
    },
  },
]

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((one) => `dynamodb:${one}`))

export const rolePromises: readonly Promised[] = [
  exactly('kms:Sign', 'commands', 'queries', 'work'),
  exactly('dynamodb:DeleteItem', 'commands', 'sweep', 'work'),
  exactly('dynamodb:PutItem', 'commands', 'relay', 'sweep', 'work', 'bounces', 'claims'),
  exactly('dynamodb:UpdateItem', 'commands', 'relay', 'sweep', 'work', 'bounces', 'upgrade', 'claims'),
  exactly('dynamodb:ConditionCheckItem', 'commands', 'relay', 'sweep', 'work', 'bounces'),
  exactly('kms:GenerateMac', 'commands', 'queries', 'prints', 'relay', 'sweep', 'work'),
  exactly('kms:GetPublicKey', 'commands', 'queries', 'prints', 'work'),
  exactly('s3:GetObject', 'commands', 'queries', 'prints', 'work'),
  exactly('s3:GetObjectTagging', 'commands'),
  exactly('s3:PutObject', 'commands', 'work'),
  exactly('s3:PutObjectRetention', 'work'),
  exactly('s3:PutObjectLegalHold', 'commands', 'work'),
  exactly('s3:DeleteObjectVersion', 'work'),
  exactly('s3:DeleteObject'),
  exactly('s3:BypassGovernanceRetention'),
  exactly('s3:PutBucketObjectLockConfiguration'),
  exactly('cognito-idp:AdminCreateUser', 'commands'),
  exactly('ses:SendEmail', 'relay', 'sweep', 'work'),
  exactly('ses:SendRawEmail', 'work'),
  exactly('sns:Publish'),
  exactly('sms-voice:SendTextMessage', 'relay', 'sweep'),
  exactly('sms-voice:SendVoiceMessage', 'relay', 'sweep'),
  exactly('sqs:SendMessage', 'relay', 'sweep', 'work', 'bounces'),
  exactly('dynamodb:Scan', 'upgrade'),
  exactly('dynamodb:BatchWriteItem'),
  exactly('dynamodb:PartiQLUpdate'),
  exactly('dynamodb:DeleteTable'),
  {
    that: 'no action ends in a star, and no resource is one but X-Ray’s, which has no name',
    breaches: (deployed) =>
      eachStatement(deployed).flatMap(({ id, statement }) => {
        const isXray = actionsOf(statement).every((action) => action.startsWith('xray:Put'))
        // What lies in a bucket is named by the bucket and a star.
        const isObjects = actionsOf(statement).every((action) => /^s3:\w+Object/.test(action))
        // GuardDuty makes its one rule itself; AWS says how its name begins.
        const isRuleOfScan = actionsOf(statement).every((action) => /^events:\w+(?:Rule|Targets?)/.test(action))
        const open = isObjects ? '"/*"' : isRuleOfScan ? 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*' : ''
        const resources = JSON.stringify(statement.Resource ?? '').replace(open, '')
        return [
          ...actionsOf(statement)
            .filter((action) => action.includes('*'))
            .map((action) => `${id}: ${action}`),
          ...unless(isXray || !resources.includes('*'), `${id}: ${resources}`),
          ...unless(statement.NotResource === undefined, `${id}: all but something`),
        ]
      }),
    spoilt: {
      'every action on the table': (deployed) => {
        for (const statement of statementsOf(deployed, 'queries'))
          if (actionsOf(statement).includes('dynamodb:GetItem')) statement.Action = 'dynamodb:*'
      },
      'every key': (deployed) => {
        for (const statement of statementsOf(deployed, 'commands'))
          if (actionsOf(statement).includes('kms:Sign')) statement.Resource = '*'
      },
      'all but one table': (deployed) => {
        for (const statement of statementsOf(deployed, 'queries'))
          if (actionsOf(statement).includes('dynamodb:Query')) statement.NotResource = 'x'
      },
    },
  },
  {
    that: 'tokens, packages and seals are signed each with a key of their own, by one function each',
    breaches: (deployed) => {
      const signs = (['commands', 'queries', 'work'] as const).map((name) => [
        name,
        statementsOf(deployed, name)
          .filter((statement) => actionsOf(statement).includes('kms:Sign'))
          .map(({ Resource }) => JSON.stringify(Resource)),
      ])
      const keys = signs.flatMap(([, resources]) => resources)
      return unless(keys.length === 3 && new Set(keys).size === 3, JSON.stringify(signs))
    },
    spoilt: {
      'a seal that signs tokens': (deployed) => {
        const theirs = statementsOf(deployed, 'commands').find((one) => actionsOf(one).includes('kms:Sign'))
        for (const statement of statementsOf(deployed, 'work'))
          if (actionsOf(statement).includes('kms:Sign')) statement.Resource = theirs?.Resource
      },
    },
  },
  {
    that: 'rows are written inside transactions only',
    breaches: (deployed) =>
      eachStatement(deployed)
        .filter(({ statement }) => actionsOf(statement).some((action) => writes.has(action)))
        .flatMap(({ id, statement: { Condition } }) =>
          unless(
            Condition?.['ForAnyValue:StringEquals']?.['dynamodb:EnclosingOperation']?.join() === 'TransactWriteItems',
            id,
          ),
        ),
    spoilt: {
      'a plain put': (deployed) => {
        for (const statement of statementsOf(deployed, 'commands'))
          if (actionsOf(statement).includes('dynamodb:PutItem')) delete statement.Condition
      },
    },
  },
  {
    that: 'the worker takes away listings, and nothing else',
    breaches: (deployed) =>
      statementsOf(deployed, 'work')
        .filter((statement) => actionsOf(statement).includes('dynamodb:DeleteItem'))
        .flatMap((statement) =>
          unless(
            actionsOf(statement).length === 1 &&
              statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']?.join() === 'FIND#*',
            JSON.stringify(statement),
          ),
        ),
    spoilt: {
      'any row': (deployed) => {
        for (const statement of statementsOf(deployed, 'work'))
          if (actionsOf(statement).includes('dynamodb:DeleteItem'))
            delete statement.Condition['ForAllValues:StringLike']
      },
    },
  },
  {
    that: 'whoever makes tokens reads members, accounts and commands, and writes what an accepted invitation and a sign-in bring, in a transaction alone',
    breaches: (deployed) => {
      const found = statementsOf(deployed, 'claims')
        .filter((statement) => actionsOf(statement).some((action) => action.startsWith('dynamodb:')))
        .map((statement) => ({ actions: [...actionsOf(statement)].sort(), when: statement.Condition }))
      return unless(isDeepStrictEqual(found, ofWhoeverMakesTokens), JSON.stringify(found))
    },
    spoilt: {
      'any row': (deployed) => {
        for (const statement of statementsOf(deployed, 'claims'))
          if (actionsOf(statement).includes('dynamodb:GetItem')) delete statement.Condition
      },
      'reads ledgers': (deployed) => {
        for (const statement of statementsOf(deployed, 'claims'))
          if (actionsOf(statement).includes('dynamodb:GetItem'))
            statement.Condition['ForAllValues:StringLike']['dynamodb:LeadingKeys'].push('LED#*')
      },
      'writes outside a transaction': (deployed) => {
        for (const statement of statementsOf(deployed, 'claims'))
          if (actionsOf(statement).includes('dynamodb:PutItem')) delete statement.Condition['ForAnyValue:StringEquals']
      },
    },
  },
  {
    that: 'the upgrade changes nothing of a ledger but the keys by which change logs find its events',
    breaches: (deployed) =>
      statementsOf(deployed, 'upgrade')
        .filter((statement) => actionsOf(statement).includes('dynamodb:UpdateItem'))
        .filter(
          ({ Condition }) => Condition?.['ForAllValues:StringNotLike']?.['dynamodb:LeadingKeys']?.join() !== 'LED#*',
        )
        .flatMap((statement) =>
          unless(
            statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']?.join() === 'LED#*' &&
              statement.Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes']?.join() ===
                'pk,sk,ep,es,pp,ps',
            JSON.stringify(statement),
          ),
        ),
    spoilt: {
      'the text of an event': (deployed) => {
        for (const { Condition } of statementsOf(deployed, 'upgrade'))
          Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes']?.push('e')
      },
    },
  },
  {
    that: 'each function has a role of its own, with no policy of AWS’s in it',
    breaches: (deployed) => {
      const roles = functionNames.map((name) => functionOf(deployed, name).Properties.Role['Fn::GetAtt'][0] as string)
      return [
        ...unless(new Set(roles).size === roles.length, 'a shared role'),
        ...ofType(deployed, 'AWS::IAM::Role')
          .filter(([id, { Properties }]) => !isOfCdk(id) && Properties.ManagedPolicyArns !== undefined)
          .map(([id]) => id),
      ]
    },
    spoilt: {
      'two under one role': (deployed) => {
        functionOf(deployed, 'queries').Properties.Role = functionOf(deployed, 'commands').Properties.Role
      },
      'a managed policy': (deployed) => {
        const role = functionOf(deployed, 'queries').Properties.Role['Fn::GetAtt'][0] as string
        Object.assign(deployed.Resources[role]?.Properties ?? {}, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/x'] })
      },
    },
  },
]
