import { createHash } from 'node:crypto'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { mailBySes } from '../../../functions/adapters/aws/mail-by-ses.ts'
import { codesByEndUserMessaging, spoken } from '../../../functions/adapters/aws/codes-by-end-user-messaging.ts'
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

describe('codes by End User Messaging', () => {
  const message = {
    subject: '',
    text: '確認コードは 123456 です。',
    reference: 'abc123',
    of: { stream: 'ctr_1', seq: 4 },
  }
  const arn = (what: string) => `arn:aws:sms-voice:ap-northeast-1:111122223333:${what}`
  const senders = { sender: arn('phone-number/s'), caller: arn('phone-number/c'), set: arn('configuration-set/codes') }
  const taken: Reply = { body: { MessageId: '1' } }
  const sendBy = async (way: 'sms' | 'voice', to: string, reply: Reply = taken, text = message.text) => {
    const stub = await saying(reply)
    const codes = codesByEndUserMessaging(new PinpointSMSVoiceV2Client(at(stub.url)), senders)
    return { stub, outcome: codes[way]({ ...message, text, to }) }
  }
  const context = { reference: 'abc123', stream: 'ctr_1', seq: '4', set: senders.set }

  test('a message goes straight to the number, good for ten minutes, and says whose code it was', async () => {
    const { stub, outcome } = await sendBy('sms', '+81(0)90-1234-5678')
    expect(await outcome).toBe('accepted')
    expect(stub.seen[0]?.target).toBe('SendTextMessage')
    expect(stub.seen[0]?.body).toEqual({
      DestinationPhoneNumber: '+819012345678',
      OriginationIdentity: senders.sender,
      MessageBody: message.text,
      MessageType: 'TRANSACTIONAL',
      ConfigurationSetName: senders.set,
      TimeToLive: 600,
      Context: context,
    })
  })

  test('a call goes to a land line or 050 from a number of its own, in a Japanese voice', async () => {
    const { stub, outcome } = await sendBy('voice', '03-1234-5678', taken, '確認コードは、1、0、です。')
    expect(await outcome).toBe('accepted')
    expect(stub.seen[0]?.target).toBe('SendVoiceMessage')
    expect(stub.seen[0]?.body).toMatchObject({
      DestinationPhoneNumber: '+81312345678',
      OriginationIdentity: senders.caller,
      MessageBodyTextType: 'SSML',
      VoiceId: 'MIZUKI',
      Context: context,
    })
    expect(await (await sendBy('voice', '050-1234-5678')).outcome).toBe('accepted')
  })

  test('what is spoken is markup of its own: each digit by itself, and no sign of a name is one of it', () => {
    expect(spoken('A&B <24> の\nコードは、1、0、です。')).toBe(
      '<speak>A&amp;B &lt;24&gt; の<break time="900ms"/>コードは、<sub alias="いち">1</sub><break time="500ms"/><sub alias="ゼロ">0</sub>、です。</speak>',
    )
  })

  test.each([
    ['sms', '0120-000-000'],
    ['voice', '0120-000-000'],
    ['voice', '0800-123-4567'],
    ['voice', '0570-000-000'],
    ['voice', '0990-000-000'],
    ['sms', '+14155550100'],
    ['voice', '+14155550100'],
    ['sms', '03-1234-5678'],
    ['voice', '090-1234-5678'],
    ['sms', '0----------'],
  ] as const)('by %s, %s is never dialled, and bounces', async (way, to) => {
    const { stub, outcome } = await sendBy(way, to)
    expect(await outcome).toBe('bounced')
    expect(stub.seen).toEqual([])
  })

  const refusal = (type: string, more: object, status = 400): Reply => ({
    status,
    body: { __type: type, Message: type, ...more },
  })
  test.each([
    ['ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' }],
    ['ValidationException', { Reason: 'DESTINATION_COUNTRY_BLOCKED' }],
    [
      'ValidationException',
      { Reason: 'INVALID_PARAMETER', Fields: [{ Name: 'DestinationPhoneNumber', Message: 'x' }] },
    ],
  ])('a number that cannot be reached bounces (%s %j)', async (type, more) => {
    expect(await (await sendBy('sms', '090-1234-5678', refusal(type, more))).outcome).toBe('bounced')
  })
  test.each([
    ['ConflictException', { Reason: 'DESTINATION_PHONE_NUMBER_NOT_VERIFIED' }, 400],
    [
      'ValidationException',
      { Reason: 'INVALID_PARAMETER', Fields: [{ Name: 'OriginationIdentity', Message: 'x' }] },
      400,
    ],
    ['AccessDeniedException', {}, 400],
    ['ThrottlingException', {}, 400],
    ['InternalServerException', {}, 500],
  ])('what is wrong with ourselves is thrown (%s %j)', async (type, more, status) => {
    await expect((await sendBy('sms', '090-1234-5678', refusal(type, more, status))).outcome).rejects.toMatchObject({
      name: type,
    })
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
