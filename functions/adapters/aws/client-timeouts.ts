/**
 * Timeouts and number of tries of a client. The SDK waits for ever unless told otherwise, and only
 * `throwOnRequestTimeout` makes a request timeout an error instead of a warning.
 */
export const clientTimeouts = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
}
