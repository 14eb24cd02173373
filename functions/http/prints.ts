import withMiddy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { envOf } from '../../shared/wiring/env.ts'
import { worldOfPrints } from '../adapters/aws/dependencies-of-prints.ts'
import { no } from './answer.ts'
import { requestOf, resultOf } from './api-gateway.ts'
import { apiIn } from './door.ts'

/** The Lambda behind every line of the route table that prints: a reader with a native compiler and two fonts beside it. */
const { deps, tokens } = worldOfPrints(envOf.prints.parse(process.env))
const api = apiIn(deps, tokens)

export const handler = withMiddy(
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    resultOf(await api(requestOf(event))),
  { timeoutEarlyInMillis: 500, timeoutEarlyResponse: () => resultOf(no({ kind: 'unavailable', afterSeconds: 2 })) },
)
