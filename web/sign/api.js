// @ts-check
/**
 * The few calls this page makes. A command carries its Idempotency-Key, so that sending it again, because no answer
 * came or the answer was "not now", does it once.
 */

/**
 * @typedef {typeof import('../../shared/api/routes/signing.ts').signingRoutes
 *   & typeof import('../../shared/api/routes/own.ts').ownRoutes} Routes
 * @typedef {import('zod').output<typeof import('../../shared/api/routes/signing.ts').signingRoutes.readSigningDocument.output>} DocumentView
 * @typedef {import('zod').output<typeof import('../../shared/api/views/lifecycle.ts').DifferencesView>} DifferencesView
 * @typedef {import('zod').output<typeof import('../../shared/api/views/lifecycle.ts').OwnContractView>} OwnContractView
 * @typedef {import('zod').output<typeof import('../../shared/api/views/lifecycle.ts').OwnPapersView>} OwnPapersView
 * @typedef {import('zod').output<Routes['signContract']['output']>} Done
 * @typedef {import('../../shared/api/problem.ts').TroubleKind} TroubleKind
 */
/**
 * @template {keyof Routes} Name
 * @typedef {{
 *   body: Routes[Name] extends { body: infer Body } ? import('zod').input<Body> : undefined,
 *   answer: import('zod').output<Routes[Name]['output']>,
 * }} Line
 */
/**
 * @typedef {{
 *   open: Line<'openSigningLink'>,
 *   letter: Line<'askCodeLetter'>,
 *   'own-link': Line<'askOwnLink'>,
 *   enter: Line<'enterSigningCode'>,
 *   sign: Line<'signContract'>,
 *   decline: Line<'declineContract'>,
 *   confirm: Line<'confirmAttestation'>,
 *   dispute: Line<'disputeAttestation'>,
 *   'sign-amendment': Line<'signAmendment'>,
 *   consents: Line<'giveOwnConsent'>,
 *   'consents/withdraw': Line<'withdrawOwnConsent'>,
 *   'request-cancellation': Line<'requestOwnCancellation'>,
 *   cancel: Line<'confirmOwnCancellation'>,
 *   'withdraw-cancellation': Line<'withdrawOwnCancellation'>,
 * }} Acts
 *
 * Each act is named as the end of its path.
 *
 * What stands in place of an answer: a problem document, or a trouble on the way that has none.
 * @typedef {{
 *   kind: TroubleKind | 'no-answer' | 'busy' | 'not-understood',
 *   retryable?: boolean,
 *   attemptsLeft?: number,
 *   cause?: import('../../shared/domain/link-troubles.ts').LinkTrouble,
 *   nextAt?: string,
 *   of?: 'link' | 'sme',
 *   what?: string,
 *   given?: string,
 *   stage?: string,
 *   breaches?: readonly { clause: string, why: { ja: string } }[],
 *   errors?: readonly { where: string, why: { ja: string } }[],
 *   why?: { ja: string },
 *   requestId?: string | undefined,
 * }} Problem
 */
/**
 * @template T
 * @typedef {{ ok: true, value: T } | { ok: false, problem: Problem }} Reply
 */

const patienceMs = 20000
const tries = 5

/** A key nobody else makes. randomUUID is young, and missing on pages that came without TLS. */
export const newKey = () => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte + 256).toString(16).slice(1)).join('')
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * @param {Response} response
 * @returns {Promise<Reply<any>>}
 */
const read = async (response) => {
  let body
  try {
    body = JSON.parse(await response.text())
  } catch {
    // Not ours: a page of some proxy, or a body that broke off.
    body = null
  }
  if (response.ok && body) return { ok: true, value: body }
  const requestId = response.headers.get('musubi-request-id') || undefined
  if (body && typeof body.kind === 'string') return { ok: false, problem: Object.assign({ requestId }, body) }
  const crowded = [429, 502, 503, 504].indexOf(response.status) >= 0
  return { ok: false, problem: crowded ? { kind: 'busy', retryable: true } : { kind: 'not-understood', requestId } }
}

/** The name the service gives a file, by which it is told from that of another contract. @param {Response} response */
const fileName = ({ headers }) => (/filename="([^"]+)"/.exec(headers.get('content-disposition') || '') || ['', ''])[1]

/** A file as it came; what came instead is read as ever. @param {Response} response @returns {Promise<Reply<any>>} */
const readFile = async (response) =>
  response.ok ? { ok: true, value: { blob: await response.blob(), name: fileName(response) } } : read(response)

/**
 * @param {string} path
 * @param {RequestInit & { headers: Record<string, string> }} request
 * @param {(response: Response) => Promise<Reply<any>>} reader
 * @returns {Promise<Reply<any>>}
 */
const once = async (path, request, reader) => {
  const abort = typeof AbortController === 'function' ? new AbortController() : undefined
  const alarm = setTimeout(() => abort && abort.abort(), patienceMs)
  /** @type {RequestInit} */
  const usual = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' }
  try {
    return await reader(await fetch(path, Object.assign(usual, request, abort ? { signal: abort.signal } : {})))
  } catch {
    return { ok: false, problem: { kind: 'no-answer' } }
  } finally {
    clearTimeout(alarm)
  }
}

/**
 * Asks until there is an answer, again for a while where the answer is "try again".
 * @param {string} path
 * @param {RequestInit & { headers: Record<string, string> }} request
 * @param {(response: Response) => Promise<Reply<any>>} [reader]
 */
const ask = async (path, request, reader = read) => {
  for (let n = 1; ; n += 1) {
    const reply = await once(path, request, reader)
    if (reply.ok || !reply.problem.retryable || n === tries) return reply
    await pause(500 * 2 ** (n - 1) * (1 + Math.random()))
  }
}

const bearer = (/** @type {string | undefined} */ token) =>
  /** @type {Record<string, string>} */ (token ? { authorization: `Bearer ${token}` } : {})

/**
 * @template {keyof Acts} Name
 * @param {Name} name
 * @param {Acts[Name]['body']} body
 * @param {string} key
 * @param {string} [token]
 * @returns {Promise<Reply<Acts[Name]['answer']>>}
 */
export const send = (name, body, key, token) =>
  ask(`/v1/signing/${name}`, {
    method: 'POST',
    headers: Object.assign({ 'content-type': 'application/json', 'idempotency-key': key }, bearer(token)),
    body: body === undefined ? null : JSON.stringify(body),
  })

/**
 * Who sent a link, and what for.
 * @param {string} link
 * @returns {Promise<Reply<import('zod').output<Routes['readLinkSender']['output']>>>}
 */
export const readSender = (link) =>
  ask('/v1/signing/sender', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link }),
  })

/**
 * Stops a change of contact by the link that was sent to the old one.
 * @param {string} link
 * @param {string} key
 * @returns {Promise<Reply<{ stopped: true }>>}
 */
export const stopContactChange = (link, key) =>
  ask('/v1/signing/contact-change/stop', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ link }),
  })

/**
 * @param {string} token
 * @returns {Promise<Reply<DocumentView>>}
 */
export const readDocument = (token) => ask('/v1/signing/document', { method: 'GET', headers: bearer(token) })

/**
 * @param {string} token
 * @returns {Promise<Reply<DifferencesView>>}
 */
export const readDifferences = (token) => ask('/v1/signing/differences', { method: 'GET', headers: bearer(token) })

/**
 * @param {string} token
 * @returns {Promise<Reply<OwnContractView>>}
 */
export const readOwnContract = (token) => ask('/v1/signing/contract', { method: 'GET', headers: bearer(token) })

/**
 * @param {string} token
 * @returns {Promise<Reply<OwnPapersView>>}
 */
export const readOwnPapers = (token) => ask('/v1/signing/papers', { method: 'GET', headers: bearer(token) })

/**
 * A paper to keep, as its PDF.
 * @param {'document' | 'contract/document' | 'contract/signing-certificate' | `papers/${string}`} name
 * @param {string} token
 * @returns {Promise<Reply<{ blob: Blob, name: string }>>}
 */
export const readPaper = (name, token) =>
  ask(`/v1/signing/${name}.pdf`, { method: 'GET', headers: bearer(token) }, readFile)
