import type { Node } from 'constructs'

/** What differs from one account to the next. Set in cdk.json, or with `-c musubi:alarmMail=…`. */
export type Settings = {
  /** Tokyo, unless said otherwise: what SMEs are told of where their data is kept says Japan. */
  readonly region: string
  /** Whether concurrency is reserved for each function. A new account may run ten at once in all, and can reserve none. */
  readonly reserveConcurrency: boolean
  /** Who is woken by alarms; nobody while it is not set. */
  readonly alarmMail: string | undefined
}

export const settingsIn = (node: Node): Settings => {
  const given = (name: keyof Settings): string | undefined => node.tryGetContext(`musubi:${name}`)?.toString()
  return {
    region: given('region') ?? 'ap-northeast-1',
    reserveConcurrency: given('reserveConcurrency') === 'true',
    alarmMail: given('alarmMail'),
  }
}
