import type { Channel } from './channel.ts'

/** An SMS brings the text alone. */
export const sms: Channel<'sms'> = {
  by: 'sms',
  send: ({ post }, { letter: { attachments: _, ...letter } }) => post.sms({ ...letter, subject: '' }),
}
