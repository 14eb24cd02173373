import { BadRequestException, MessageRejected, SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2'
import type { Attachment, Post } from '../../ports/dependencies.ts'

/**
 * Letters by SES. An address that cannot be written to bounces for good; what is wrong
 * with ourselves (a sender not verified yet, sending paused, too fast) is thrown, and the letter is tried again.
 */
export const mailBySes =
  (ses: SESv2Client, { from, set }: { readonly from: string; readonly set: string }): Post['mail'] =>
  async ({ to, subject, text, reference, of: { stream, seq }, attachments }) => {
    try {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: set,
          // Tags that come back with word of a bounce: they say whose letter it was.
          EmailTags: [
            { Name: 'reference', Value: reference },
            { Name: 'stream', Value: stream },
            { Name: 'seq', Value: String(seq) },
          ],
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text) },
              ...(attachments ? { Attachments: attachments.map(enclosed) } : {}),
            },
          },
        }),
      )
      return 'accepted'
    } catch (error) {
      if (isForGood(error)) return 'bounced'
      throw error
    }
  }

// Seven bits are what SES would take otherwise, and a PDF has eight.
const enclosed = ({ name, type, bytes }: Attachment) => ({
  FileName: name,
  ContentType: type,
  ContentDisposition: 'ATTACHMENT' as const,
  ContentTransferEncoding: 'BASE64' as const,
  RawContent: bytes,
})

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })

// SES has one kind of error for a bad recipient and for a request of ours that is bad; only its words tell them apart.
const isForGood = (error: unknown): boolean =>
  (error instanceof MessageRejected && !/not verified/i.test(error.message)) ||
  (error instanceof BadRequestException && /address|domain|user name/i.test(error.message))
