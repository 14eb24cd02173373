// @ts-check
import { addressOf } from './calls.js'
import { calls } from './generated/calls.js'
import { renew, token } from './session.js'

/**
 * @typedef {import('./shapes.js').Problem} Problem
 * @typedef {import('./calls.js').CallName} CallName
 * @typedef {Readonly<Record<string, string | undefined>>} Query
 * @typedef {Readonly<Record<string, string>>} Params
 */
/**
 * @template T
 * @typedef {{ ok: true, value: T } | { ok: false, problem: Problem }} Reply
 */

/** What stopped a screen: it needs all that it reads, so one reading that brings a problem ends the others. */
export class Stopped extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.kind)
    this.problem = problem
  }
}

const patienceMs = 30_000
const tries = 5
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * @param {Response} response
 * @returns {Promise<Problem>}
 */
const problemIn = async (response) => {
  const requestId = response.headers.get('musubi-request-id') || undefined
  let body
  try {
    body = JSON.parse(await response.text())
  } catch {
    // Not ours: a page of some proxy, or a body that broke off.
    body = null
  }
  if (body && typeof body.kind === 'string') return { requestId, ...body }
  const crowded = [429, 502, 503, 504].includes(response.status)
  return crowded ? { kind: 'busy', retryable: true } : { kind: 'not-understood', requestId }
}

/**
 * @template T
 * @param {string} path
 * @param {RequestInit & { headers: Record<string, string> }} request
 * @param {(response: Response) => Promise<T>} read
 * @returns {Promise<Reply<T>>}
 */
const once = async (path, request, read) => {
  const bearer = token()
  const headers = bearer ? { ...request.headers, authorization: `Bearer ${bearer}` } : request.headers
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      ...request,
      headers,
      signal: AbortSignal.timeout(patienceMs),
    })
    return response.ok ? { ok: true, value: await read(response) } : { ok: false, problem: await problemIn(response) }
  } catch {
    return { ok: false, problem: { kind: 'no-answer' } }
  }
}

/**
 * Asks until there is an answer: again for a while where the answer is "try again", once more with a new token where
 * the old one has run out.
 * @template T
 * @param {string} path
 * @param {RequestInit & { headers: Record<string, string> }} request
 * @param {(response: Response) => Promise<T>} read
 */
const untilAnswered = async (path, request, read) => {
  let hasRenewed = false
  for (let n = 1; ; n += 1) {
    const reply = await once(path, request, read)
    if (reply.ok) return reply
    if (reply.problem.kind === 'not-signed-in' && !hasRenewed && (await renew())) {
      hasRenewed = true
      continue
    }
    if (!reply.problem.retryable || n >= tries) return reply
    await pause(500 * 2 ** (n - 1) * (1 + Math.random()))
  }
}

const json = (/** @type {Response} */ response) => response.json()
const file = async (/** @type {Response} */ response) => ({
  blob: await response.blob(),
  name: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') || '')?.[1] ?? '',
})

/**
 * @template T
 * @param {Reply<T>} reply
 */
const orStop = (reply) => {
  if (!reply.ok) throw new Stopped(reply.problem)
  return reply.value
}

/** Reads. @type {import('./shapes.js').Ask} */
export const ask = async (name, params, query) =>
  orStop(await untilAnswered(addressOf(name, params, query), { method: 'GET', headers: {} }, json))

/**
 * Reads what is a file or a page as it came, its byte order mark too.
 * @param {CallName} name
 * @param {Params} [params]
 * @param {Query} [query]
 * @returns {Promise<{ blob: Blob, name: string }>}
 */
export const askFile = async (name, params, query) =>
  orStop(await untilAnswered(addressOf(name, params, query), { method: 'GET', headers: {} }, file))

/**
 * Sends a command under its key, so that sending it again does it once.
 * @param {CallName} name
 * @param {{ params?: Params | undefined, body: unknown, key: string, ifMatch?: number | undefined, dryRun?: boolean }} command
 * @returns {Promise<Reply<any>>}
 */
export const tell = (name, { params, body, key, ifMatch, dryRun = false }) =>
  untilAnswered(
    addressOf(name, params, { dryRun: dryRun ? 'true' : undefined }),
    {
      method: calls[name].method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    },
    json,
  )
