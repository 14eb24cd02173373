import { CfnParameter, Fn, Stack } from 'aws-cdk-lib'
import type { IEventBus } from 'aws-cdk-lib/aws-events'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-smsvoice'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { lasting, settingsIn } from '../settings.ts'
import type { AppFunction } from './app-function.ts'

/** Form of the ARN of what a message or call may come from. */
const originationIdentity =
  'arn:aws[a-z-]*:sms-voice:[a-z0-9-]+:[0-9]{12}:(phone-number|pool|sender-id)/[A-Za-z0-9/_-]+'

/** Channels to people: mail from a domain of the platform's own, always under TLS, and codes by message and call. */
export class Post extends Construct {
  readonly from: string
  readonly #set: ConfigurationSet
  /** The identity in SES that MailFrom is sent under. */
  readonly identityArn: string
  readonly #identityArns: readonly string[]
  /** Numbers codes come from, and the set they go under, all by ARN. */
  readonly codes: { readonly sender: string; readonly caller: string; readonly set: string }

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
    // No default either: numbers are asked for in the account, by hand, and that takes weeks.
    const numberOf = (id: string, description: string) => {
      const parameter = new CfnParameter(this, id, { description, allowedPattern: originationIdentity })
      parameter.overrideLogicalId(id)
      return parameter.valueAsString
    }
    const texts = numberOf('CodeSender', 'The ARN of the number, pool or sender ID text messages with codes come from.')
    const calls = numberOf(
      'CodeCaller',
      'The ARN of the number or pool, able to call, that calls with codes come from.',
    )
    this.codes = { sender: texts, caller: calls, set: new CfnConfigurationSet(this, 'Codes').attrArn }
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

  /** Lets it send codes: from these numbers alone, by message and by call. */
  letSendCodes(fn: AppFunction<FunctionName>): void {
    const { sender, caller, set } = this.codes
    fn.may(['sms-voice:SendTextMessage'], [sender, set])
    fn.may(['sms-voice:SendVoiceMessage'], [caller, set])
  }
}
