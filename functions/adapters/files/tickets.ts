import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '../../ports/dependencies.ts'
import type { Secrets } from '../../ports/secrets.ts'
import { equalBytes } from '../equal-secrets.ts'

const base = { name: z.string(), type: z.string(), until: z.string() }
const Ticket = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('in'), ...base, bytes: z.int(), sha256: z.string() }),
  z.strictObject({ for: z.literal('out'), ...base, fileName: z.string() }),
])
/** Leave to put one content in, or to take one out, until a moment. */
type Ticket = z.output<typeof Ticket>

/** Tickets sealed with a key of their own. Nothing about them is kept. */
type Tickets = {
  readonly seal: (ticket: Ticket) => Promise<string>
  /** The ticket, if it is one of ours and still good. */
  readonly open: (sealed: string) => Promise<Ticket | undefined>
}

export const ticketsSealedBy = (secrets: Secrets, clock: Clock): Tickets => {
  const sealOf = async (text: string) =>
    createHmac('sha256', await secrets.derive('file-ticket'))
      .update(text)
      .digest()
  return {
    seal: async (ticket) => {
      const text = Buffer.from(JSON.stringify(ticket)).toString('base64url')
      return `${text}.${(await sealOf(text)).toString('base64url')}`
    },
    open: async (sealed) => {
      const [text = '', seal = '', ...more] = sealed.split('.')
      if (more.length > 0 || !equalBytes(Buffer.from(seal, 'base64url'), await sealOf(text))) return undefined
      const ticket = Ticket.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
      return ticket.until > clock.now() ? ticket : undefined
    },
  }
}
