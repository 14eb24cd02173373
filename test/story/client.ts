import { randomUUID } from 'node:crypto'

/** What came back: status, parsed body (or text), bytes, and headers. */
export type Reply = {
  readonly status: number
  readonly body: any
  readonly text: string
  readonly bytes: Uint8Array
  readonly headers: Headers
}

export type Ask = {
  /** A GET. */
  readonly get: (path: string) => Promise<Reply>
  /** A POST under a key of its own, unless one is given. */
  readonly post: (
    path: string,
    body?: unknown,
    more?: { readonly key?: string; readonly ifMatch?: string },
  ) => Promise<Reply>
}

const reply = async (response: Response): Promise<Reply> => {
  // As it came, byte order mark and all.
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const json = /json/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    bytes,
    text,
    body: json && text ? JSON.parse(text) : text,
    headers: response.headers,
  }
}

/** Someone who talks to a Musubi over HTTP, with a token or without. */
export const askWith = (url: string, token: string | undefined): Ask => ({
  get: async (path) =>
    reply(await fetch(`${url}${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} })),
  post: async (path, body, { key = randomUUID(), ifMatch } = {}) =>
    reply(
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(ifMatch ? { 'if-match': ifMatch } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    ),
})

/** Someone known by mail address, with the token this machine's issuer gives for it. */
export const askAs = async (url: string, mail: string): Promise<Ask> => {
  const { status, body } = await askWith(url, undefined).post('/local/tokens', { mail })
  if (status !== 200) throw new Error(`no token for ${mail}`)
  return askWith(url, body.token)
}

type Posted = { readonly by: string; readonly subject: string; readonly text: string; readonly reference: string }

/** Letters and messages that this machine's mailbox holds for an address. */
export const mailFor = async (url: string, to: string): Promise<readonly Posted[]> =>
  (await askWith(url, undefined).get(`/local/mailbox?to=${encodeURIComponent(to)}`)).body

/** Waits until something is so, asking again and again, for at most a minute. */
export const until = async <Value>(ask: () => Promise<Value | undefined>, what: string): Promise<Value> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const value = await ask()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what}: not within a minute`)
}
