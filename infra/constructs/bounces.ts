import { Duration } from 'aws-cdk-lib'
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { deadLetters } from './dead-letters.ts'
import { AppFunction } from './app-function.ts'
import type { LedgerTable } from './ledger-table.ts'
import type { Post } from './post.ts'

type Props = { readonly table: LedgerTable; readonly post: Post }

/**
 * Events of SES about a letter it has accepted, and of End User Messaging about a code. They go to the account's own event bus, which needs no topic and no key
 * of ours; a rule passes on those of our letters, and a function that may only read and write the table notes them.
 */
export class Bounces extends Construct {
  readonly fn: AppFunction<'bounces'>
  readonly dead: Queue

  constructor(scope: Construct, id: string, { table, post }: Props) {
    super(scope, id)
    this.dead = deadLetters(this, 'BouncesDead')
    this.fn = new AppFunction(this, 'bounces', {
      env: { TABLE_NAME: table.name },
      timeout: Duration.seconds(30),
    })
    table.letRead(this.fn, [])
    table.letWrite(this.fn)
    // Retries of a bounce that came before its own receipt was written: a minute later, and two minutes after that.
    this.fn.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(this.dead),
    })
    const bus = EventBus.fromEventBusName(this, 'Bus', 'default')
    post.tell(bus)
    new Rule(this, 'Bounced', {
      eventBus: bus,
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Delivered', 'Email Bounced', 'Email Rejected', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': Match.exactString(post.set) } } },
      },
      targets: [this.#notes()],
    })
    // These come to the default bus of themselves; ours carry the set they were sent under.
    new Rule(this, 'CodeFate', {
      eventBus: bus,
      eventPattern: {
        source: ['aws.sms-voice'],
        detailType: ['Text Message Delivery Status Updated', 'Voice Message Delivery Status Updated'],
        detail: { context: { set: Match.exactString(post.codes.set) } },
      },
      targets: [this.#notes()],
    })
  }

  #notes(): LambdaFunction {
    return new LambdaFunction(this.fn, {
      deadLetterQueue: this.dead,
      maxEventAge: Duration.hours(6),
      retryAttempts: 8,
    })
  }
}
