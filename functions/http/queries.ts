import withMiddy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { envOf } from '../../shared/wiring/env.ts'
import { worldOfQueries } from '../adapters/aws/dependencies-of-queries.ts'
import { no } from './answer.ts'
import { requestOf, resultOf } from './api-gateway.ts'
import { apiIn } from './door.ts'

/** The Lambda behind every line of the route table that only reads, and behind whatever is on no line at all. */
const { deps, tokens } = worldOfQueries(envOf.queries.parse(process.env))
const api = apiIn(deps, tokens)

export const handler = withMiddy(
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    resultOf(await api(requestOf(event))),
  { timeoutEarlyInMillis: 500, timeoutEarlyResponse: () => resultOf(no({ kind: 'unavailable', afterSeconds: 2 })) },
)
