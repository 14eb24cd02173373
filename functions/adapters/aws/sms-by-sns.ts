import {
  InvalidParameterException,
  InvalidParameterValueException,
  OptedOutException,
  PublishCommand,
  type SNSClient,
} from '@aws-sdk/client-sns'
import { internationalForm } from '../../../shared/domain/phone.ts'
import type { Letter, Post } from '../../ports/dependencies.ts'

/** Messages by SNS, straight to a number. A number that is none, or whose owner wants nothing of us, bounces for good. */
export const smsBySns =
  (sns: SNSClient) =>
  async ({ to, text }: Pick<Letter, 'to' | 'text'>): ReturnType<Post['sms']> => {
    const number = internationalForm(to)
    if (number === null) return 'bounced'
    try {
      await sns.send(
        new PublishCommand({
          PhoneNumber: number,
          Message: text,
          MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
        }),
      )
      return 'accepted'
    } catch (error) {
      if (isForGood(error)) return 'bounced'
      throw error
    }
  }

const isForGood = (error: unknown): boolean =>
  error instanceof OptedOutException ||
  error instanceof InvalidParameterValueException ||
  (error instanceof InvalidParameterException && /phone ?number/i.test(error.message))
