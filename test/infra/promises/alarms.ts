import { alarmTexts } from '../../../infra/constructs/alarm-texts.ts'
import { ofType, only, unless, type Deployed, type Promised, type Resource } from '../support/deployed.ts'

const cloudWatch = 'cloudwatch.amazonaws.com'

const isAction = (statement: any, action: string): boolean =>
  [statement.Action].flat().some((one: string) => new RegExp(`^${one.replaceAll('*', '.*')}$`).test(action))

const isFor = (statement: any, service: string): boolean => [statement.Principal?.Service].flat().includes(service)

/** Whether a policy lets a service do something, and nothing in it stands against that over TLS. */
const lets = (statements: readonly any[], service: string, action: string): boolean =>
  statements.some((one) => one.Effect === 'Allow' && isFor(one, service) && isAction(one, action)) &&
  !statements.some(
    (one) =>
      one.Effect === 'Deny' &&
      (isFor(one, service) || one.Principal === '*' || one.Principal?.AWS === '*') &&
      isAction(one, action) &&
      one.Condition?.Bool?.['aws:SecureTransport'] !== 'false',
  )

/** Why an alarm would reach nobody: its topics, their policies, the keys they are encrypted with. */
const unheard = (deployed: Deployed, [id, { Properties }]: readonly [string, Resource]): readonly string[] => {
  const topics: readonly string[] = (Properties.AlarmActions ?? []).map((action: any) => action.Ref)
  return [
    ...unless(topics.length > 0 && Properties.ActionsEnabled !== false, `${id} has no topic`),
    ...topics.flatMap((topic) => {
      const policies = ofType(deployed, 'AWS::SNS::TopicPolicy').filter(([, policy]) =>
        policy.Properties.Topics.some((one: any) => one.Ref === topic),
      )
      const keyId = deployed.Resources[topic]?.Properties.KmsMasterKeyId?.['Fn::GetAtt'][0]
      const ofKey = deployed.Resources[keyId ?? '']?.Properties.KeyPolicy.Statement ?? []
      const ofTopic = policies.flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement)
      return [
        // Without a policy of its own, a topic takes what its account sends; with one, only what that names.
        ...unless(policies.length === 0 || lets(ofTopic, cloudWatch, 'sns:Publish'), `${topic} takes no alarm`),
        ...['kms:Decrypt', 'kms:GenerateDataKey'].flatMap((action) =>
          unless(keyId === undefined || lets(ofKey, cloudWatch, action), `${keyId}: no ${action}`),
        ),
      ]
    }),
  ]
}

const topicPolicy = (deployed: Deployed): any[] =>
  only(deployed, 'AWS::SNS::TopicPolicy').Properties.PolicyDocument.Statement

const dataKeyPolicy = (deployed: Deployed): any => {
  const { KmsMasterKeyId } = only(deployed, 'AWS::SNS::Topic').Properties
  return deployed.Resources[KmsMasterKeyId['Fn::GetAtt'][0]]?.Properties.KeyPolicy
}

export const alarmPromises: readonly Promised[] = [
  {
    that: 'every alarm there is a text for rings, reaches someone, and says what is at stake and what to do',
    breaches: (deployed) => {
      const alarms = ofType(deployed, 'AWS::CloudWatch::Alarm')
      const names = alarms.map(([, { Properties }]) => String(Properties.AlarmName)).sort()
      const wanted = Object.keys(alarmTexts)
        .map((name) => `musubi-${name}`)
        .sort()
      return [
        ...unless(names.join() === wanted.join(), names.join()),
        ...alarms.flatMap(([id, { Properties }]) =>
          unless(
            Properties.AlarmActions?.length > 0 && /^\[(至急|当日中)\] .+\n対処: .+/.test(Properties.AlarmDescription),
            id,
          ),
        ),
      ]
    },
    spoilt: {
      'an alarm nobody hears': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::CloudWatch::Alarm') as [[string, Resource]]
        delete first.Properties.AlarmActions
      },
      'one that says nothing': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::CloudWatch::Alarm') as [[string, Resource]]
        first.Properties.AlarmDescription = 'something is wrong'
      },
    },
  },
  {
    that: 'every alarm may publish: from the alarm to its topic, the topic’s policy and the key it is encrypted with (B1)',
    breaches: (deployed) => ofType(deployed, 'AWS::CloudWatch::Alarm').flatMap((alarm) => unheard(deployed, alarm)),
    spoilt: {
      'a policy that only refuses': (deployed) => {
        const statements = topicPolicy(deployed)
        statements.splice(0, statements.length, ...statements.filter(({ Effect }) => Effect === 'Deny'))
      },
      'a key that stays shut': (deployed) => {
        const policy = dataKeyPolicy(deployed)
        policy.Statement = policy.Statement.filter((one: any) => !isFor(one, cloudWatch))
      },
      'a topic that is not there': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::CloudWatch::Alarm') as [[string, Resource]]
        first.Properties.AlarmActions = []
      },
    },
  },
  {
    that: 'no other account’s alarms are taken (B1)',
    breaches: (deployed) =>
      topicPolicy(deployed).flatMap((one) =>
        unless(
          one.Effect === 'Deny' || one.Condition?.StringEquals?.['aws:SourceAccount']?.Ref === 'AWS::AccountId',
          'anyone’s alarm',
        ),
      ),
    spoilt: {
      'taken from anywhere': (deployed) => {
        for (const one of topicPolicy(deployed)) if (one.Effect === 'Allow') delete one.Condition
      },
    },
  },
]
