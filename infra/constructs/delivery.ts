import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { indexes } from '../../shared/wiring/table.ts'
import { deadLetters } from './dead-letters.ts'
import { AppFunction } from './app-function.ts'
import type { Keys } from './keys.ts'
import type { LedgerTable } from './ledger-table.ts'
import type { Post } from './post.ts'
import { printTemplates } from './printing-beside.ts'
import type { Vault } from './vault.ts'

/** Time limit on work, as long as a function may run at all: a recount reads a whole book in one go. */
const workTimeout = Duration.minutes(15)
const minute = Duration.minutes(1)

type Props = {
  readonly keys: Keys
  readonly table: LedgerTable
  readonly post: Post
  readonly vault: Vault
  readonly site: string
}

/**
 * Delivery after a commit (outbox). The stream wakes the relay for each new event that owes something; the sweep looks
 * every minute for what it missed, and the mark in the table is the truth for both; work that takes longer goes by a
 * queue.
 */
export class Delivery extends Construct {
  readonly relay: AppFunction<'relay'>
  readonly sweep: AppFunction<'sweep'>
  readonly work: AppFunction<'work'>
  readonly queue: Queue
  /** Letters the worker prints: apart, so that no other work stands behind the thousands of a takeover. */
  readonly letters: Queue
  readonly dead: { readonly relay: Queue; readonly sweep: Queue; readonly work: Queue; readonly letters: Queue }

  constructor(scope: Construct, id: string, { keys, table, post, vault, site }: Props) {
    super(scope, id)
    this.dead = {
      relay: deadLetters(this, 'RelayDead'),
      sweep: deadLetters(this, 'SweepDead'),
      work: deadLetters(this, 'WorkDead'),
      letters: deadLetters(this, 'LettersDead'),
    }
    this.queue = this.#queueOf('Work', this.dead.work)
    this.letters = this.#queueOf('Letters', this.dead.letters)

    const env = {
      TABLE_NAME: table.name,
      SECRET_KEY_ID: keys.secretId,
      MAIL_FROM: post.from,
      MAIL_SET: post.set,
      SITE: site,
      WORK_QUEUE_URL: this.queue.queueUrl,
      LETTER_QUEUE_URL: this.letters.queueUrl,
    }
    const { sender, caller, set } = post.codes
    const withCodes = { ...env, CODE_SENDER: sender, CODE_CALLER: caller, CODE_SET: set }
    this.relay = new AppFunction(this, 'relay', { env: withCodes, timeout: minute })
    // It must be over before the next one begins.
    this.sweep = new AppFunction(this, 'sweep', { env: withCodes, timeout: Duration.seconds(55) })
    this.work = new AppFunction(this, 'work', {
      env: {
        ...env,
        VAULT_BUCKET: vault.name,
        PRINT_TEMPLATES: printTemplates,
        SEAL_KEY_ID: keys.sealId,
        TIME_AUTHORITY: vault.timeAuthority,
      },
      timeout: workTimeout,
      // It prints, as the function behind the API does.
      memoryMb: 1769,
    })
    vault.letKeep(this.work)
    keys.letSeal(this.work)
    table.letRead(this.relay, [])
    table.letRead(this.sweep, ['due'])
    table.letRead(this.work, ['byEntity', 'byParty'])
    table.letUnlist(this.work)
    for (const fn of [this.relay, this.sweep, this.work]) {
      // The calendar ends contracts, and frees their places.
      table.letWrite(fn, { andDelete: fn === this.sweep })
      fn.may(['sqs:SendMessage'], [this.queue.queueArn, this.letters.queueArn])
      keys.letDerive(fn)
    }
    for (const fn of [this.relay, this.sweep]) {
      post.letMail(fn)
      post.letSendCodes(fn)
    }
    post.letMailFiles(this.work)
    this.#wakeRelay(table)
    this.#callSweep()
    this.#feedWork()
  }

  #queueOf(id: string, dead: Queue): Queue {
    return new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(workTimeout.toMinutes() * 6),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    })
  }

  #wakeRelay(table: LedgerTable): void {
    table.letFollow(this.relay)
    new EventSourceMapping(this, 'Stream', {
      target: this.relay,
      eventSourceArn: table.table.tableStreamArn ?? '',
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { [indexes.due.partition]: { S: FilterRule.beginsWith('DUE#') } } },
        }),
      ],
      batchSize: 10,
      parallelizationFactor: 4,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // The sweep takes over within a minute or two; a shard must not wait longer than that behind one bad event.
      retryAttempts: 2,
      maxRecordAge: Duration.minutes(10),
      onFailure: new SqsDlq(this.dead.relay),
    })
  }

  #callSweep(): void {
    // Called once a minute whatever happens: the next call is the retry.
    this.sweep.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: minute })
    const role = new Role(this, 'ScheduleRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.sweep.functionArn] }))
    this.dead.sweep.grantSendMessages(role)
    new CfnSchedule(this, 'EveryMinute', {
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.sweep.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: this.dead.sweep.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 60 },
      },
    })
  }

  #feedWork(): void {
    const queues = [this.queue.queueArn, this.letters.queueArn]
    this.work.may(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      queues,
    )
    this.#feedFrom('WorkFeed', this.queue, 10)
    // Concurrency of two: it writes about as many letters a second as SES usually lets an account send.
    this.#feedFrom('LetterFeed', this.letters, 2)
  }

  #feedFrom(id: string, queue: Queue, maxConcurrency: number): void {
    new EventSourceMapping(this, id, {
      target: this.work,
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      maxConcurrency,
      reportBatchItemFailures: true,
    })
  }
}
