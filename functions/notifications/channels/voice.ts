import type { Channel } from './channel.ts'

/** A call reads the text aloud. */
export const voice: Channel<'voice'> = {
  by: 'voice',
  send: ({ post }, { letter: { attachments: _, ...letter } }) => post.voice({ ...letter, subject: '' }),
}
