import { maxUnpacked } from '../../../functions/adapters/files/inspect/zip-entries.ts'
import { maxFileBytes } from '../../../shared/domain/file/purposes.ts'
import { envOf } from '../../../shared/wiring/env.ts'
import {
  functionNames,
  functionOf,
  idOf,
  ofType,
  only,
  unless,
  type Deployed,
  type Promised,
  type Resource,
} from '../support/deployed.ts'
import { ruleOn } from './codes.ts'
import { deniesPlainHttp } from './storage.ts'

const eachFunction = (deployed: Deployed) =>
  functionNames.map((name) => ({ name, Properties: functionOf(deployed, name).Properties }))

const queues = (deployed: Deployed) => ofType(deployed, 'AWS::SQS::Queue')
/** The queues of the worker: what it is given at once, and the letters it prints behind that. */
const workQueues = (deployed: Deployed): readonly (readonly [string, Resource])[] =>
  queues(deployed).filter(([, { Properties }]) => Properties.RedrivePolicy)
const workQueue = (deployed: Deployed): readonly [string, Resource] => {
  const [found] = workQueues(deployed)
  if (!found) throw new Error('no queue with dead letters')
  return found
}
const mappingsOf = (deployed: Deployed, name: 'relay' | 'work'): readonly any[] => {
  const id = idOf(deployed, name)
  return ofType(deployed, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { Properties }]) => Properties.FunctionName.Ref === id)
    .map(([, { Properties }]) => Properties)
}
const mappingOf = (deployed: Deployed, name: 'relay' | 'work'): any => mappingsOf(deployed, name)[0] ?? {}

/** How a function is called that nobody waits for. */
const invokedAs = (deployed: Deployed, name: 'bounces'): any => {
  const id = idOf(deployed, name)
  const found = ofType(deployed, 'AWS::Lambda::EventInvokeConfig').find(
    ([, { Properties }]) => Properties.FunctionName.Ref === id,
  )
  return found?.[1].Properties ?? {}
}

export const functionPromises: readonly Promised[] = [
  {
    that: 'every function runs on Node 24 on arm64 (what prints on x86_64), is traced, and writes JSON into a log that is kept 400 days',
    breaches: (deployed) =>
      eachFunction(deployed).flatMap(({ name, Properties: { Runtime, Architectures, ...rest } }) => {
        const { LogGroup, LogFormat } = rest.LoggingConfig ?? {}
        return [
          ...unless(
            Runtime === 'nodejs24.x' &&
              Architectures.join() === (name === 'prints' || name === 'work' ? 'x86_64' : 'arm64'),
            `${name}: ${Runtime} ${Architectures}`,
          ),
          ...unless(rest.TracingConfig?.Mode === 'Active', `${name} is not traced`),
          ...unless(LogFormat === 'JSON', `${name} logs ${LogFormat}`),
          ...unless(
            deployed.Resources[LogGroup?.Ref]?.Properties.RetentionInDays === 400,
            `${name}: log kept otherwise`,
          ),
        ]
      }),
    spoilt: {
      'an old Node': (deployed) => {
        functionOf(deployed, 'work').Properties.Runtime = 'nodejs20.x'
      },
      'a log kept for ever': (deployed) => {
        const { Ref } = functionOf(deployed, 'relay').Properties.LoggingConfig.LogGroup
        delete deployed.Resources[Ref]?.Properties.RetentionInDays
      },
    },
  },
  {
    that: 'every function is told what it reads, and nothing more',
    breaches: (deployed) =>
      eachFunction(deployed).flatMap(({ name, Properties }) => {
        const told = Object.keys(Properties.Environment.Variables).sort().join()
        return unless(told === Object.keys(envOf[name].shape).sort().join(), `${name}: ${told}`)
      }),
    spoilt: {
      'one forgotten': (deployed) =>
        void delete functionOf(deployed, 'commands').Properties.Environment.Variables.POOL_ID,
      'one too many': (deployed) => {
        functionOf(deployed, 'queries').Properties.Environment.Variables.SECRET = 'x'
      },
    },
  },
  {
    that: 'what looks into files has room for the largest: its bytes, what it unpacks to five times over, and the program',
    // Unpacked for the scan and again for the inspection, then a part as text of two bytes a sign, and one in passing.
    breaches: (deployed) => {
      const { MemorySize } = functionOf(deployed, 'commands').Properties
      const program = 200 * 1024 * 1024
      return unless(MemorySize * 1024 * 1024 >= maxFileBytes + 5 * maxUnpacked + program, `${MemorySize} MiB`)
    },
    spoilt: {
      'the usual memory': (deployed) => {
        functionOf(deployed, 'commands').Properties.MemorySize = 1024
      },
    },
  },
  {
    that: 'every queue is encrypted, takes nothing over plain HTTP, and keeps for two weeks',
    breaches: (deployed) => {
      const guarded = new Set(
        ofType(deployed, 'AWS::SQS::QueuePolicy')
          .filter(([, { Properties }]) => Properties.PolicyDocument.Statement.some(deniesPlainHttp))
          .flatMap(([, { Properties }]) => Properties.Queues.map(({ Ref }: any) => Ref)),
      )
      return queues(deployed).flatMap(([id, { Properties }]) => [
        ...unless(Properties.SqsManagedSseEnabled === true, `${id} is not encrypted`),
        ...unless(Properties.MessageRetentionPeriod === 1_209_600, `${id} forgets`),
        ...unless(guarded.has(id), `${id} takes plain HTTP`),
      ])
    },
    spoilt: {
      'not encrypted': (deployed) => void delete workQueue(deployed)[1].Properties.SqsManagedSseEnabled,
      'plain HTTP': (deployed) => {
        const [[id]] = ofType(deployed, 'AWS::SQS::QueuePolicy') as [[string, Resource]]
        delete deployed.Resources[id]
      },
    },
  },
  {
    that: 'work has dead letters, and is not given to a second worker while the first may live',
    breaches: (deployed) => {
      const { Timeout } = functionOf(deployed, 'work').Properties
      return workQueues(deployed).flatMap(([, { Properties }]) => [
        ...unless(Properties.RedrivePolicy.maxReceiveCount <= 10, 'tried for ever'),
        ...unless(Properties.VisibilityTimeout >= 6 * Timeout, `${Properties.VisibilityTimeout} s for ${Timeout} s`),
      ])
    },
    spoilt: {
      'seen too soon': (deployed) => {
        workQueue(deployed)[1].Properties.VisibilityTimeout = 900
      },
    },
  },
  {
    that: 'the stream wakes the relay for new rows with a mark only; what it cannot deliver holds up nothing for long',
    breaches: (deployed) => {
      const mapping = mappingOf(deployed, 'relay')
      const patterns = (mapping.FilterCriteria?.Filters ?? []).map(({ Pattern }: any) => Pattern)
      const wanted = '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"dp":{"S":[{"prefix":"DUE#"}]}}}}'
      return [
        ...unless(mapping.EventSourceArn?.['Fn::GetAtt']?.[1] === 'StreamArn', 'no stream'),
        ...unless(patterns.length === 1 && patterns[0] === wanted, `${patterns}`),
        ...unless(mapping.FunctionResponseTypes?.join() === 'ReportBatchItemFailures', 'all or nothing'),
        ...unless(mapping.BisectBatchOnFunctionError === true, 'one bad row fails them all'),
        ...unless(mapping.MaximumRetryAttempts >= 0 && mapping.MaximumRetryAttempts <= 3, 'tried for ever'),
        ...unless(mapping.DestinationConfig?.OnFailure !== undefined, 'lost without a word'),
      ]
    },
    spoilt: {
      'every row': (deployed) => void delete mappingOf(deployed, 'relay').FilterCriteria,
      'for ever': (deployed) => {
        mappingOf(deployed, 'relay').MaximumRetryAttempts = -1
      },
      'lost without a word': (deployed) => void delete mappingOf(deployed, 'relay').DestinationConfig,
    },
  },
  {
    that: 'a worker answers for each message by itself, and only so many work at once',
    breaches: (deployed) => {
      const mappings = mappingsOf(deployed, 'work')
      const fed = mappings.map(({ EventSourceArn }) => EventSourceArn?.['Fn::GetAtt']?.[0])
      const wanted = workQueues(deployed).map(([id]) => id)
      return [
        ...unless(wanted.length === 2 && wanted.every((id) => fed.includes(id)), `fed from ${fed.join()}`),
        ...mappings.flatMap((mapping) => [
          ...unless(mapping.FunctionResponseTypes?.join() === 'ReportBatchItemFailures', 'all or nothing'),
          ...unless(mapping.ScalingConfig?.MaximumConcurrency <= 20, 'as many as there are'),
        ]),
      ]
    },
    spoilt: {
      'letters nobody takes': (deployed) => {
        const id = idOf(deployed, 'work')
        const [, second] = ofType(deployed, 'AWS::Lambda::EventSourceMapping').filter(
          ([, { Properties }]) => Properties.FunctionName.Ref === id,
        )
        delete deployed.Resources[second?.[0] ?? '']
      },
      'all or nothing': (deployed) => void delete mappingOf(deployed, 'work').FunctionResponseTypes,
    },
  },
  {
    that: 'the sweep is called every minute, ends before the next begins, and a call that is lost is kept',
    breaches: (deployed) => {
      const { ScheduleExpression, Target, State } = only(deployed, 'AWS::Scheduler::Schedule').Properties
      return [
        ...unless(ScheduleExpression === 'rate(1 minute)' && State !== 'DISABLED', `${ScheduleExpression}`),
        ...unless(Target.Arn['Fn::GetAtt'][0] === idOf(deployed, 'sweep'), 'calls another'),
        ...unless(Target.DeadLetterConfig?.Arn !== undefined, 'lost without a word'),
        ...unless(functionOf(deployed, 'sweep').Properties.Timeout < 60, 'two at once'),
      ]
    },
    spoilt: {
      'every hour': (deployed) => {
        only(deployed, 'AWS::Scheduler::Schedule').Properties.ScheduleExpression = 'rate(1 hour)'
      },
      'two at once': (deployed) => {
        functionOf(deployed, 'sweep').Properties.Timeout = 300
      },
    },
  },
  {
    that: 'a letter that came back is told of: SES to the bus, a rule to the function, and what fails is kept',
    breaches: (deployed) => {
      const { EventDestination } = only(deployed, 'AWS::SES::ConfigurationSetEventDestination').Properties
      const { EventPattern, Targets } = ruleOn(deployed, 'aws.ses')
      const { MaximumRetryAttempts, DestinationConfig } = invokedAs(deployed, 'bounces')
      return [
        ...unless(
          [...EventDestination.MatchingEventTypes]
            .map(String)
            .toSorted((a, b) => (a < b ? -1 : 1))
            .join()
            .toLowerCase() === 'bounce,complaint,delivery,reject',
          'SES keeps it to itself',
        ),
        ...unless(EventDestination.EventBridgeDestination !== undefined, 'not to a bus'),
        ...unless(
          EventPattern.detail.mail.tags['ses:configuration-set'] !== undefined,
          'listens to other people’s letters',
        ),
        ...unless(Targets[0].Arn['Fn::GetAtt'][0] === idOf(deployed, 'bounces'), 'calls another'),
        ...unless(Targets[0].DeadLetterConfig?.Arn !== undefined, 'lost on the way'),
        ...unless(MaximumRetryAttempts === 2 && DestinationConfig?.OnFailure !== undefined, 'lost without a word'),
      ]
    },
    spoilt: {
      'deliveries instead of bounces': (deployed) => {
        const { EventDestination } = only(deployed, 'AWS::SES::ConfigurationSetEventDestination').Properties
        EventDestination.MatchingEventTypes = ['delivery']
      },
      'everybody’s letters': (deployed) => {
        delete ruleOn(deployed, 'aws.ses').EventPattern.detail.mail.tags['ses:configuration-set']
      },
      'lost on the way': (deployed) => {
        delete ruleOn(deployed, 'aws.ses').Targets[0].DeadLetterConfig
      },
    },
  },
]
