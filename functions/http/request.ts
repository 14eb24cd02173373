import type { RequestOrigin } from '../../shared/api/request-context.ts'

/** A request as the door sees it, whoever brought it: API Gateway or the local server. */
export type HttpRequest = {
  /** Method and path as the route table spells them; `$default` where no line fits. */
  readonly routeKey: string
  readonly method: string
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Bytes where it came as bytes. */
  readonly body: string | Uint8Array
  readonly requestId: string
  readonly origin: RequestOrigin
}

export type HttpAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Bytes where the answer is a file and not text in UTF-8. */
  readonly body: string | Uint8Array
}
