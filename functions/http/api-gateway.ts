import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { originOf } from './origin.ts'
import type { HttpAnswer, HttpRequest } from './request.ts'

/** An HTTP API event (payload 2.0) as the door reads it. Told of no secret, it believes nobody that a request was passed on. */
export const requestOf = (event: APIGatewayProxyEventV2, originSecret?: string): HttpRequest => {
  const headers = Object.fromEntries(
    Object.entries(defined(event.headers)).map(([name, value]) => [name.toLowerCase(), value]),
  )
  return {
    routeKey: event.routeKey,
    method: event.requestContext.http.method,
    path: event.rawPath,
    pathParameters: defined(event.pathParameters),
    query: defined(event.queryStringParameters),
    headers,
    body: event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64') : (event.body ?? ''),
    requestId: event.requestContext.requestId,
    origin: originOf(event.requestContext.http.sourceIp, headers, originSecret),
  }
}

export const resultOf = ({ status, headers, body }: HttpAnswer): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...headers },
  body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
  isBase64Encoded: typeof body !== 'string',
})

const defined = (values: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
