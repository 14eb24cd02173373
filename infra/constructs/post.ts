import { Aws, CfnParameter, Fn, Stack } from 'aws-cdk-lib'
import type { IEventBus } from 'aws-cdk-lib/aws-events'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { lasting, settingsIn } from '../settings.ts'
import type { AppFunction } from './app-function.ts'

/** Channels to people: mail from a domain of the platform's own, always under TLS, and text messages. */
export class Post extends Construct {
  readonly from: string
  readonly #set: ConfigurationSet
  /** The identity in SES that MailFrom is sent under. */
  readonly identityArn: string
  readonly #identityArns: readonly string[]

  constructor(scope: Construct, id: string) {
    super(scope, id)
    // No default: letters that have legal effect must not leave in a stranger's name, so the deployment asks.
    const from = new CfnParameter(this, 'MailFrom', {
      description: 'The address letters are sent from. Its domain must be yours: publish the DKIM records SES shows.',
      allowedPattern: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+',
    })
    from.overrideLogicalId('MailFrom')
    this.from = from.valueAsString
    const domain = Fn.select(1, Fn.split('@', this.from))
    this.#set = new ConfigurationSet(this, 'Letters', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    })
    const { sender } = settingsIn(this.node)
    if (sender === 'new') {
      const made = new EmailIdentity(this, 'Sender', { identity: Identity.domain(domain), configurationSet: this.#set })
      made.applyRemovalPolicy(lasting.removalPolicy)
    }
    const arnOf = (resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName })
    this.identityArn = arnOf(sender === 'address' ? this.from : domain)
    // SES asks for the right to the address wherever that is an identity of its own, beside its domain or alone.
    this.#identityArns = [arnOf(domain), arnOf(this.from)]
  }

  get set(): string {
    return this.#set.configurationSetName
  }

  /** Has SES tell a bus what became of letters it accepted: arrived, lost, refused by itself, put away as unwanted. */
  tell(bus: IEventBus): void {
    this.#set.addEventDestination('Bounced', {
      destination: EventDestination.eventBus(bus),
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.COMPLAINT,
      ],
    })
  }

  /** Lets it write letters. */
  letMail(fn: AppFunction<FunctionName>): void {
    this.#letSend(fn, ['ses:SendEmail'])
  }

  /** Lets it write letters with files: SES puts these together as it does raw ones, and asks for that right too. */
  letMailFiles(fn: AppFunction<FunctionName>): void {
    this.#letSend(fn, ['ses:SendEmail', 'ses:SendRawEmail'])
  }

  #letSend(fn: AppFunction<FunctionName>, actions: readonly string[]): void {
    const setArn = Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName: this.set })
    fn.may(actions, [...this.#identityArns, setArn], { StringEquals: { 'ses:FromAddress': this.from } })
  }

  letText(fn: AppFunction<FunctionName>): void {
    // A telephone number is no resource that could be named: everything but topics is what is left.
    fn.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['sns:Publish'],
        notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
      }),
    )
  }
}
