import { createHash } from 'node:crypto'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import { SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { mailBySes } from '../../../functions/adapters/aws/mail-by-ses.ts'
import { smsBySns } from '../../../functions/adapters/aws/sms-by-sns.ts'
import { refIn, workBySqs } from '../../../functions/adapters/aws/work-by-sqs.ts'
import { at, fault, saying, stubSaying, type Reply } from '../support/stub.ts'

describe('mail by SES', () => {
  const letter = {
    to: 'hanako@sme.example.jp',
    subject: '署名のお願い',
    text: '髙橋𠮷兵衛 様',
    reference: 'abc123',
    of: { stream: 'ctr_1', seq: 4 },
  }
  const from = { from: 'no-reply@musubi.example.jp', set: 'letters' }
  const sendWith = async (...replies: readonly Reply[]) => {
    const stub = await saying(...replies)
    return { stub, outcome: mailBySes(new SESv2Client(at(stub.url)), from)(letter) }
  }

  test('a letter goes out whole, in UTF-8, under its reference', async () => {
    const { stub, outcome } = await sendWith({ type: 'application/json', body: { MessageId: '1' } })
    expect(await outcome).toBe('accepted')
    expect(stub.seen).toMatchObject([{ method: 'POST', path: '/v2/email/outbound-emails' }])
    expect(stub.seen[0]?.body).toEqual({
      FromEmailAddress: from.from,
      Destination: { ToAddresses: [letter.to] },
      ConfigurationSetName: from.set,
      EmailTags: [
        { Name: 'reference', Value: letter.reference },
        { Name: 'stream', Value: 'ctr_1' },
        { Name: 'seq', Value: '4' },
      ],
      Content: {
        Simple: {
          Subject: { Data: letter.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: letter.text, Charset: 'UTF-8' } },
        },
      },
    })
  })

  test('a file goes with it as it is, in base64: seven bits are what SES would take a PDF for', async () => {
    const stub = await saying({ type: 'application/json', body: { MessageId: '1' } })
    const bytes = Uint8Array.of(0x25, 0x50, 0xff, 0x00)
    const attachments = [{ name: 'oshirase.pdf', type: 'application/pdf' as const, bytes }]
    await mailBySes(new SESv2Client(at(stub.url)), from)({ ...letter, attachments })
    expect(stub.seen[0]?.body.Content.Simple.Attachments).toEqual([
      {
        FileName: 'oshirase.pdf',
        ContentType: 'application/pdf',
        ContentDisposition: 'ATTACHMENT',
        ContentTransferEncoding: 'BASE64',
        RawContent: Buffer.from(bytes).toString('base64'),
      },
    ])
  })

  test.each([
    ['MessageRejected', 'Address is on the suppression list for your account'],
    ['BadRequestException', "Missing final '@domain'"],
    ['BadRequestException', 'Local address contains control or whitespace'],
  ])('an address that cannot be written to bounces (%s: %s)', async (type, message) => {
    const { outcome } = await sendWith(fault(type, message))
    expect(await outcome).toBe('bounced')
  })

  test.each([
    ['MessageRejected', 'Email address is not verified. The following identities failed the check', 400],
    ['BadRequestException', 'Could not parse the request', 400],
    ['TooManyRequestsException', 'Maximum sending rate exceeded.', 429],
    ['SendingPausedException', 'Account is paused', 400],
    ['AccountSuspendedException', 'Account is suspended', 400],
    ['MailFromDomainNotVerifiedException', 'MAIL FROM', 400],
    ['InternalServiceErrorException', 'again later', 500],
  ])('what is wrong with ourselves is thrown and tried again (%s)', async (type, message, status) => {
    const { outcome } = await sendWith(fault(type, message, status))
    await expect(outcome).rejects.toThrow(message)
  })
})

describe('messages by SNS', () => {
  const message = { to: '090-1234-5678', text: '確認コードは 123456 です。', reference: 'abc123' }
  const xml = (body: string, status = 200): Reply => ({ status, type: 'text/xml', body })
  const refusal = (code: string, words: string, status = 400) =>
    xml(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${words}</Message></Error></ErrorResponse>`,
      status,
    )
  const sendWith = async (reply: Reply, to = message.to) => {
    const stub = await saying(reply)
    return { stub, outcome: smsBySns(new SNSClient(at(stub.url)))({ ...message, to }) }
  }

  test('a code goes straight to the number, as a message that matters', async () => {
    const { stub, outcome } = await sendWith(
      xml('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>'),
    )
    expect(await outcome).toBe('accepted')
    expect(stub.seen[0]?.body).toMatchObject({
      Action: 'Publish',
      PhoneNumber: '+819012345678',
      Message: message.text,
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    })
    expect(stub.seen[0]?.body).not.toHaveProperty('TopicArn')
  })

  test('a number as people write it is given to the network in its own form (C26)', async () => {
    const { stub, outcome } = await sendWith(
      xml('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>'),
      '+81(0)90-1234-5678',
    )
    expect(await outcome).toBe('accepted')
    expect(stub.seen[0]?.body).toMatchObject({ PhoneNumber: '+819012345678' })
  })

  test('what is no number is never dialled, and bounces (C26)', async () => {
    const { stub, outcome } = await sendWith(xml('<PublishResponse/>'), '0----------')
    expect(await outcome).toBe('bounced')
    expect(stub.seen).toEqual([])
  })

  test.each([
    ['InvalidParameter', 'Invalid parameter: PhoneNumber Reason: +810 is not valid to publish to'],
    ['OptedOut', 'The phone number has opted out'],
  ])('a number that cannot be reached bounces (%s)', async (code, words) => {
    expect(await (await sendWith(refusal(code, words))).outcome).toBe('bounced')
  })

  test.each([
    ['InvalidParameter', 'Invalid parameter: Message too long', 400],
    ['AuthorizationError', 'not allowed', 403],
    ['Throttled', 'Rate exceeded', 429],
    ['InternalError', 'again later', 500],
  ])('what is wrong with ourselves is thrown (%s)', async (code, words, status) => {
    await expect((await sendWith(refusal(code, words, status))).outcome).rejects.toThrow(words)
  })
})

describe('work by SQS', () => {
  const ref = { stream: 'dsc_1', seq: 3 }
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')

  test('a message names the event and nothing else, and is read back', async () => {
    const stub = await stubSaying(({ body }) => ({ body: { MessageId: '1', MD5OfMessageBody: md5(body.MessageBody) } }))
    const queues = { work: `${stub.url}/1/work`, letters: `${stub.url}/1/letters` }
    const work = workBySqs(new SQSClient(at(stub.url)), queues)
    await work.hand(ref)
    await work.enqueueLetter(ref)
    expect(stub.seen).toMatchObject([
      { target: 'SendMessage', body: { QueueUrl: queues.work } },
      { target: 'SendMessage', body: { QueueUrl: queues.letters } },
    ])
    expect(refIn(stub.seen[0]?.body.MessageBody)).toEqual(ref)
  })

  test.each(['', '{}', 'null', '{"stream":"x","seq":0}', '{"stream":"x","seq":1,"more":1}'])(
    'a message that was not written here is not read: %s',
    (body) => {
      expect(() => refIn(body)).toThrow(/JSON|invalid|small|unrecognized/i)
    },
  )
})
