import { RemovalPolicy } from 'aws-cdk-lib'
import type { Node } from 'constructs'

const senders = ['new', 'domain', 'address'] as const

/** Settings that differ from one account to the next. Set in cdk.json, or with `-c musubi:alarmMail=…`. */
export type Settings = {
  /** Tokyo, unless said otherwise: what SMEs are told of where their data is kept says Japan. */
  readonly region: string
  /** True where each function reserves concurrency. A new account may run ten at once in all, and can reserve none. */
  readonly reserveConcurrency: boolean
  /** Mail address that alarms go to; nobody is woken while it is not set. */
  readonly alarmMail: string | undefined
  /**
   * True of the first deployment into an account: nothing is protected against deletion yet, so that CloudFormation can
   * take back all of it if something fails, and the next try begins anew. The deployment after it protects.
   */
  readonly firstDeployment: boolean
  /** Identity SES has of MailFrom: its `domain` or the `address` itself. `new`: none, and the stack adds the domain. */
  readonly sender: (typeof senders)[number]
  /** The web ACL (global, of us-east-1) that stands before pages and API, by its ARN; none while it is not set. */
  readonly webAcl: string | undefined
  /** True where SES sends invitations, as it does letters. Only once the sender is verified: Cognito asks at once. */
  readonly invitationsBySes: boolean
}

export const settingsIn = (node: Node): Settings => {
  const given = (name: keyof Settings): string | undefined => node.tryGetContext(`musubi:${name}`)?.toString()
  const sender = senders.find((one) => one === (given('sender') ?? 'new'))
  if (!sender) throw new Error(`musubi:sender is ${given('sender')}, and can be one of: ${senders.join(', ')}`)
  return {
    region: given('region') ?? 'ap-northeast-1',
    reserveConcurrency: given('reserveConcurrency') === 'true',
    alarmMail: given('alarmMail'),
    firstDeployment: given('firstDeployment') === 'true',
    sender,
    webAcl: given('webAcl'),
    invitationsBySes: given('invitationsBySes') === 'true',
  }
}

/** Policy for what stays when the stack goes or changes. Of a creation that failed, nothing is left to be paid for. */
export const lasting = { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE } as const

/**
 * The same for what can be protected against deletion by itself. Protected, it could not be taken back, and a creation
 * that failed would hang on it: then it is left where it is.
 */
export const lastingAndProtected = (node: Node) =>
  settingsIn(node).firstDeployment
    ? { ...lasting, deletionProtection: false }
    : { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true }
