import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, SQSRecord } from 'aws-lambda'
import type { Table } from '../../../functions/adapters/dynamodb/client.ts'
import { accessClaims, signedToken } from '../../../functions/adapters/jwt.ts'
import { eventFor } from '../../../functions/local/server.ts'
import type { Signer } from '../../../functions/ports/secrets.ts'
import { routeKey, type Route } from '../../../shared/api/route.ts'
import { routes } from '../../../shared/api/routes/index.ts'
import { dayInJapan, instant } from '../../../shared/domain/plain-date.ts'
import type { FunctionName } from '../../../shared/wiring/env.ts'
import type { Ask, House, Reply } from '../../support/house.ts'
import { handlerIn, type Around } from './bundles.ts'
import { owedRecordsIn } from './stream.ts'

/** What of a house a story needs, wherever the house stands. */
export type AnyHouse = Pick<House, 'as' | 'withToken' | 'letters' | 'settle' | 'tokenFor'> & {
  readonly clock: Pick<House['clock'], 'today'>
}

const linesThat = (fit: (line: Route) => boolean): ReadonlySet<string> =>
  new Set(
    Object.values(routes as Readonly<Record<string, Route>>)
      .filter(fit)
      .map((line) => routeKey(line)),
  )
const changing = linesThat(({ effect }) => effect === 'changes')
const printing = linesThat(({ media }) => media === 'application/pdf')
const context = { getRemainingTimeInMillis: () => 10_000 }

/** The house as it is deployed: every request goes into the bundle that API Gateway would call. */
export const deployedHouse = (
  bundles: Readonly<Record<FunctionName, string>>,
  around: Around,
  table: Table,
  poolKey: Signer,
): AnyHouse => {
  const [commands, queries, prints, relay, work] = (['commands', 'queries', 'prints', 'relay', 'work'] as const).map(
    (name) => handlerIn(bundles[name], name),
  ) as [Handler, Handler, Handler, Handler, Handler]

  const call = async (event: APIGatewayProxyEventV2): Promise<Reply> => {
    const { routeKey: key } = event
    const behind = changing.has(key) ? commands : printing.has(key) ? prints : queries
    const { statusCode, headers, body, isBase64Encoded } = await behind(event, context)
    const json = (headers['content-type'] ?? '').includes('json')
    const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
    const text = isBase64Encoded ? bytes.toString('latin1') : body
    return { status: statusCode, headers, bytes, text, body: json ? JSON.parse(text) : text }
  }
  const askWith = (token: () => Promise<string | undefined>): Ask => {
    const send = async (method: string, path: string, body: string | Uint8Array, headers: Record<string, string>) => {
      const bearer = await token()
      const authorization: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {}
      return call(eventFor(method, path, { ...authorization, ...headers }, body))
    }
    return {
      get: (path, headers = {}) => send('GET', path, '', headers),
      post: (path, body, { key = randomUUID(), ifMatch, headers = {}, raw } = {}) =>
        send('POST', path, raw ?? (body === undefined ? '' : JSON.stringify(body)), {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(ifMatch ? { 'if-match': ifMatch } : {}),
          ...headers,
        }),
    }
  }
  const tokenFor: House['tokenFor'] = async ({ sub, ...about }, claims = {}) =>
    signedToken(poolKey, { ...accessClaims(around.issuer, sub, 'people', 900, randomUUID()), ...about, ...claims })

  const settle = async (): Promise<void> => {
    for (let rounds = 0; rounds < 100; rounds += 1) {
      const Records = await owedRecordsIn(table)
      if (Records.length === 0) return
      const letGo = await relay({ Records }, context)
      const messages = around.takeMessages().map((body, n) => ({ messageId: `${n}`, body }) as SQSRecord)
      const worked = await work({ Records: messages }, { getRemainingTimeInMillis: () => 900_000 })
      const failed = [...letGo.batchItemFailures, ...worked.batchItemFailures]
      if (failed.length > 0) throw new Error(`${failed.length} could not be delivered or done`)
    }
    throw new Error('the house does not come to rest')
  }

  return {
    tokenFor,
    settle,
    letters: around.letters,
    clock: { today: () => dayInJapan(instant(new Date().toISOString())) },
    as: (who) => askWith(async () => tokenFor(who)),
    withToken: (token) => askWith(async () => token),
  }
}

type Handler = ReturnType<typeof handlerIn>
