import { Aws, Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { settingsIn } from '../settings.ts'
import { alarmTexts, type AlarmName } from './alarm-texts.ts'
import type { Api } from './api.ts'
import type { Bounces } from './bounces.ts'
import type { Delivery } from './delivery.ts'
import type { Keys } from './keys.ts'
import type { LedgerTable } from './ledger-table.ts'
import type { Post } from './post.ts'

type Props = {
  readonly keys: Keys
  readonly table: LedgerTable
  readonly api: Api
  readonly post: Post
  readonly delivery: Delivery
  readonly bounces: Bounces
}

/** Threshold of an alarm: so much, in so many of the last minutes. Where `silenceIsBad`, no figure at all rings too. */
type Rings = {
  readonly metric: IMetric
  readonly from: number
  readonly minutes?: number
  readonly silenceIsBad?: true
}

const period = Duration.minutes(1)

/** Alarms that wake a person, each with what is at stake and what to do. A text without its alarm does not compile. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { keys, table, api, post, delivery, bounces }: Props) {
    super(scope, id)
    const topic = new Topic(this, 'Topic', { masterKey: keys.data, enforceSSL: true })
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com')
    keys.data.grant(alarms, 'kms:Decrypt', 'kms:GenerateDataKey')
    // A topic with a policy of its own has no other: without this, no alarm is heard.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [alarms],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    const { alarmMail } = settingsIn(this.node)
    if (alarmMail) topic.addSubscription(new EmailSubscription(alarmMail))

    const functions = [api.commands, api.queries, api.prints, delivery.relay, delivery.sweep, delivery.work, bounces.fn]
    const waiting = (dead: readonly Queue[]) =>
      sumOf(dead.map((queue) => queue.metricApproximateNumberOfMessagesVisible({ period })))
    const ofTable = (metricName: string) =>
      new Metric({
        metricName,
        period,
        namespace: 'AWS/DynamoDB',
        statistic: 'Sum',
        dimensionsMap: { TableName: table.name },
      })

    const rings: Readonly<Record<AlarmName, Rings>> = {
      'dead-letters': { metric: waiting([...Object.values(delivery.dead), bounces.dead]), from: 1 },
      'deliveries-overdue': { metric: this.#oldestOwed(delivery), from: 300, minutes: 5, silenceIsBad: true },
      'relay-behind': {
        metric: delivery.relay.metric('IteratorAge', { period, statistic: 'Maximum' }),
        from: 60_000,
        minutes: 5,
      },
      'work-behind': {
        metric: delivery.queue.metricApproximateAgeOfOldestMessage({ period }),
        from: 600,
        minutes: 5,
      },
      'letters-behind': {
        metric: delivery.letters.metricApproximateAgeOfOldestMessage({ period }),
        from: 3_600,
        minutes: 5,
      },
      'letters-bounce': {
        metric: new Metric({
          metricName: 'Reputation.BounceRate',
          period: Duration.hours(1),
          namespace: 'AWS/SES',
          statistic: 'Maximum',
          dimensionsMap: { 'ses:configuration-set': post.set },
        }),
        from: 0.05,
      },
      'api-fails': { metric: api.http.metricServerError({ period, statistic: 'Sum' }), from: 5, minutes: 2 },
      'api-slow': {
        metric: api.http.metricLatency({ period, statistic: 'p99' }),
        from: 3_000,
        minutes: 5,
      },
      'functions-throttled': { metric: sumOf(functions.map((fn) => fn.metricThrottles({ period }))), from: 1 },
      'sweep-fails': { metric: delivery.sweep.metricErrors({ period }), from: 1, minutes: 3 },
      'table-throttled': {
        metric: sumOf([ofTable('ReadThrottleEvents'), ofTable('WriteThrottleEvents')]),
        from: 1,
        minutes: 2,
      },
      'transactions-collide': { metric: ofTable('TransactionConflict'), from: 100, minutes: 5 },
    }
    for (const [name, { metric, from, minutes = 1, silenceIsBad }] of Object.entries(rings)) {
      const { severity, harm, runbook } = alarmTexts[name as AlarmName]
      new Alarm(this, name, {
        metric,
        alarmName: `musubi-${name}`,
        alarmDescription: `[${severity}] ${harm}\n対処: ${runbook}`,
        threshold: from,
        evaluationPeriods: minutes,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(topic))
    }
  }

  /** The age of the oldest thing owed, as each sweep writes it into its log. */
  #oldestOwed({ sweep }: Delivery): IMetric {
    const said = '$.message.oldestOwedSeconds'
    return new MetricFilter(this, 'OldestOwed', {
      logGroup: sweep.logGroup,
      filterPattern: FilterPattern.exists(said),
      metricNamespace: 'Musubi',
      metricName: 'OldestOwedSeconds',
      metricValue: said,
    }).metric({ period, statistic: 'Maximum' })
  }
}

const sumOf = (metrics: readonly IMetric[]): MathExpression =>
  new MathExpression({
    period,
    expression: metrics.map((_, index) => `m${index}`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric])),
  })
