import type { Channel } from './channel.ts'

/** Mail brings a letter whole, with what comes with it. */
export const mail: Channel<'mail'> = { by: 'mail', send: ({ post }, { letter }) => post.mail(letter) }
