import withMiddy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { envOf } from '../../shared/wiring/env.ts'
import { worldOfCommands } from '../adapters/aws/dependencies-of-commands.ts'
import { no } from './answer.ts'
import { requestOf, resultOf } from './api-gateway.ts'
import { apiIn } from './door.ts'

/** The Lambda behind every line of the route table that changes something. */
const env = envOf.commands.parse(process.env)
const { deps, tokens } = worldOfCommands(env)
const api = apiIn(deps, tokens)

export const handler = withMiddy(
  async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
    resultOf(await api(requestOf(event, env.ORIGIN_SECRET))),
  {
    // Time is up before the outcome is known. To say nothing would be a bare 503; to say it failed might be wrong.
    timeoutEarlyInMillis: 500,
    timeoutEarlyResponse: () => resultOf(no({ kind: 'outcome-unknown' })),
  },
)
