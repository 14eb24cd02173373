import {
  ConflictException,
  SendTextMessageCommand,
  SendVoiceMessageCommand,
  ValidationException,
  type PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { codeWayOf, internationalForm, type CodeWay } from '../../../shared/domain/phone.ts'
import type { Letter, Post } from '../../ports/dependencies.ts'

/** Numbers messages and calls come from, by their ARN, and the configuration set they go under. */
type CodeSenders = { readonly sender: string; readonly caller: string; readonly set: string }

/** Seconds after which a carrier need try no more: the code is good for no longer. */
const codeGoodForSeconds = 600

const common = ({ reference, of: { stream, seq } }: Letter, number: string, set: string) => ({
  DestinationPhoneNumber: number,
  ConfigurationSetName: set,
  TimeToLive: codeGoodForSeconds,
  // What comes back with word of an arrival: it says whose code it was.
  Context: { reference, stream, seq: String(seq), set },
})

/** Sends what goes one way to the numbers which that way reaches; all others bounce. */
const reachedBy =
  (way: CodeWay, send: (letter: Letter, number: string) => Promise<unknown>) =>
  async (letter: Letter): Promise<'accepted' | 'bounced'> => {
    const number = internationalForm(letter.to)
    if (number === null || codeWayOf(letter.to) !== way) return 'bounced'
    try {
      await send(letter, number)
      return 'accepted'
    } catch (error) {
      if (isForGood(error)) return 'bounced'
      throw error
    }
  }

/**
 * Codes by AWS End User Messaging, as messages and as calls. A number that such a way does not reach is never dialled,
 * whoever asks; one that is none, or whose owner wants nothing of us, bounces for good. What is wrong with ourselves
 * (a sender that is not there, too fast) is thrown, and the code is tried again.
 */
export const codesByEndUserMessaging = (
  client: PinpointSMSVoiceV2Client,
  { sender, caller, set }: CodeSenders,
): Pick<Post, 'sms' | 'voice'> => {
  return {
    sms: reachedBy('sms', (letter, number) =>
      client.send(
        new SendTextMessageCommand({
          ...common(letter, number, set),
          OriginationIdentity: sender,
          MessageBody: letter.text,
          MessageType: 'TRANSACTIONAL',
        }),
      ),
    ),
    voice: reachedBy('voice', (letter, number) =>
      client.send(
        new SendVoiceMessageCommand({
          ...common(letter, number, set),
          OriginationIdentity: caller,
          MessageBody: spoken(letter.text),
          MessageBodyTextType: 'SSML',
          VoiceId: 'MIZUKI',
        }),
      ),
    ),
  }
}

const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Digits as they are said one by one: of two readings, the one that is not taken for another digit. */
const readings = ['ゼロ', 'いち', 'にい', 'さん', 'よん', 'ごう', 'ろく', 'なな', 'はち', 'きゅう']

/** A text as SSML: a pause after each line, and after each digit of a row of them, which is said by itself. */
export const spoken = (text: string): string => {
  const lines = text
    .replaceAll(/[&<>"']/g, (sign) => markup[sign] ?? sign)
    .replaceAll(/\d(?:、\d)+/g, (row) =>
      row
        .split('、')
        .map((digit) => `<sub alias="${readings[Number(digit)]}">${digit}</sub>`)
        .join('<break time="500ms"/>'),
    )
    .split('\n')
  return `<speak>${lines.join('<break time="900ms"/>')}</speak>`
}

const ownersWish: ReadonlySet<string> = new Set([
  'DESTINATION_PHONE_NUMBER_OPTED_OUT',
  'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION',
])

const isForGood = (error: unknown): boolean =>
  (error instanceof ConflictException && ownersWish.has(error.Reason ?? '')) ||
  (error instanceof ValidationException &&
    (error.Reason === 'DESTINATION_COUNTRY_BLOCKED' ||
      (error.Fields ?? []).some(({ Name }) => Name?.toLowerCase() === 'destinationphonenumber')))
