import {
  InvalidParameterException,
  InvalidParameterValueException,
  OptedOutException,
  PublishCommand,
  type SNSClient,
} from '@aws-sdk/client-sns'
import type { Post } from '../../ports/world.ts'

/** Messages by SNS, straight to a number. A number that is none, or whose owner wants nothing of us, bounces for good. */
export const smsBySns =
  (sns: SNSClient): Post['sms'] =>
  async ({ to, text }) => {
    try {
      await sns.send(
        new PublishCommand({
          PhoneNumber: international(to),
          Message: text,
          MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
        }),
      )
      return 'delivered'
    } catch (error) {
      if (isForGood(error)) return 'bounced'
      throw error
    }
  }

/** A number as dialled in Japan (090-1234-5678) or abroad (+81 90 …), as SNS wants it: E.164. */
export const international = (phone: string): string => {
  const digits = phone.replaceAll(/\D/g, '')
  return phone.startsWith('+') ? `+${digits}` : `+81${digits.replace(/^0/, '')}`
}

const isForGood = (error: unknown): boolean =>
  error instanceof OptedOutException ||
  error instanceof InvalidParameterValueException ||
  (error instanceof InvalidParameterException && /phone ?number/i.test(error.message))
