import { Unavailable } from '../ports/unavailable.ts'

/** No connection, or one that broke or stayed silent: Node's words, and those of the SDK. */
const noAnswer = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'NetworkingError',
])
/** AWS lets no more through for now. */
const tooMuch = new Set([
  'ThrottlingException',
  'ThrottledException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
  'SlowDown',
  'KMSInternalException',
  'DependencyTimeoutException',
])

const soon = 2

/**
 * In how many seconds what failed may succeed, where it failed because somebody else did not answer; undefined where
 * it is our own defect. What the SDK has tried again by itself a few times comes here at last.
 */
export const passesIn = (error: unknown): number | undefined => {
  if (error instanceof Unavailable) return error.afterSeconds
  if (!(error instanceof Error)) return undefined
  const { code, $fault } = error as Error & { readonly code?: unknown; readonly $fault?: unknown }
  const words = [error.name, String(code)]
  return $fault === 'server' || words.some((word) => noAnswer.has(word) || tooMuch.has(word)) ? soon : undefined
}
