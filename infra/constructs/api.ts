import { Duration, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  type CfnStage,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { routeKey, type Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'
import { AppFunction } from './app-function.ts'
import type { Identity } from './identity.ts'
import type { Keys } from './keys.ts'
import { printTemplates } from './printing-beside.ts'
import type { LedgerTable } from './ledger-table.ts'
import type { Quarantine } from './quarantine.ts'
import type { Vault } from './vault.ts'
import { lasting } from '../settings.ts'

const table: readonly Route[] = Object.values(routes)

/**
 * True where API Gateway can check the token before the function does. Not where no token is asked for, and not where
 * it is one of ours for an SME that came through a link: their issuer has no address that a gateway could ask for keys.
 * There, as everywhere, the function checks it.
 */
export const isGuarded = ({ who }: Pick<Route, 'who'>): boolean => who !== 'anyone' && !who.includes('sme')

/** Lines that anyone may call and that write: where guessing would begin. */
export const isExposed = ({ who, effect }: Pick<Route, 'who' | 'effect'>): boolean =>
  who === 'anyone' && effect === 'changes'

/** Lines that answer with a document to print. */
export const isPrinted = ({ media }: Pick<Route, 'media'>): boolean => media === 'application/pdf'

/** Memory that buys a whole processor, for what is work for one: print, and looking into files. */
const aWholeProcessor = 1769

const usualThrottle = { rateLimit: 200, burstLimit: 400 }
/**
 * Said of each line that anyone may call, so that each has a bucket of its own. As wide as any other: a narrow one is shared
 * by all callers, and one of them could empty it for everyone who is about to sign (docs/decisions/043).
 */
const exposedThrottle = { ThrottlingRateLimit: usualThrottle.rateLimit, ThrottlingBurstLimit: usualThrottle.burstLimit }

/** Fields logged of each request: enough to find it again, and nothing of what was asked or by whom. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
}

type Props = {
  readonly keys: Keys
  readonly table: LedgerTable
  readonly identity: Identity
  readonly vault: Vault
  readonly quarantine: Quarantine
  readonly site: string
  readonly originSecret: string
}

/** The HTTP door: every line of the route table, with three functions behind it: one that writes, one that cannot, one that prints. */
export class Api extends Construct {
  readonly http: HttpApi
  readonly commands: AppFunction<'commands'>
  readonly queries: AppFunction<'queries'>
  readonly prints: AppFunction<'prints'>

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id)
    const { keys, table: ledger, identity, vault, quarantine, site, originSecret } = props
    const { pool, client } = identity
    const env = {
      TABLE_NAME: ledger.name,
      SECRET_KEY_ID: keys.secretId,
      SIGN_KEY_ID: keys.signId,
      TOKEN_ISSUER: pool.userPoolProviderUrl,
      TOKEN_CLIENT_ID: client.userPoolClientId,
    }
    const timeout = Duration.seconds(10)
    this.commands = new AppFunction(this, 'commands', {
      env: {
        ...env,
        POOL_ID: pool.userPoolId,
        VAULT_BUCKET: vault.name,
        QUARANTINE_BUCKET: quarantine.name,
        ORIGIN_SECRET: originSecret,
      },
      timeout,
      // A file of 20 MB is looked into here. What it unpacks to lies in memory, once as bytes and once more as text of two
      // bytes a sign, and is read from end to end while somebody waits.
      memoryMb: aWholeProcessor,
    })
    this.queries = new AppFunction(this, 'queries', {
      env: { ...env, VAULT_BUCKET: vault.name, PACKAGE_KEY_ID: keys.packageId },
      timeout,
    })
    this.prints = new AppFunction(this, 'prints', {
      env: { ...env, VAULT_BUCKET: vault.name, PRINT_TEMPLATES: printTemplates, SITE: site },
      timeout,
      memoryMb: aWholeProcessor,
    })
    for (const fn of [this.commands, this.queries, this.prints]) {
      ledger.letRead(fn, ['byEntity', 'byParty'])
      keys.letDerive(fn)
      keys.letVerify(fn)
    }
    keys.letSignPackages(this.queries)
    vault.letRead(this.queries)
    vault.letRead(this.prints)
    ledger.letWrite(this.commands, { andDelete: true })
    keys.letSign(this.commands)
    identity.letOpenAccounts(this.commands)
    quarantine.letTakeIn(this.commands)
    vault.letPut(this.commands)

    this.http = new HttpApi(this, 'Http', { apiName: 'musubi', createDefaultStage: false })
    this.#addStage(this.#addRoutes(pool.userPoolProviderUrl, client.userPoolClientId))
  }

  #addRoutes(issuer: string, audience: string): readonly HttpRoute[] {
    // One shared permission for the whole API: one for each route would not fit into a function's policy.
    const shared = { scopePermissionToRoute: false }
    const behind = {
      changes: new HttpLambdaIntegration('Commands', this.commands, shared),
      reads: new HttpLambdaIntegration('Queries', this.queries, shared),
      prints: new HttpLambdaIntegration('Prints', this.prints, shared),
    }
    const people = new HttpJwtAuthorizer('People', issuer, { jwtAudience: [audience] })
    const anyone = new HttpNoneAuthorizer()
    const added = table.flatMap((line) =>
      this.http.addRoutes({
        path: line.path,
        methods: [HttpMethod[line.method]],
        integration: behind[isPrinted(line) ? 'prints' : line.effect],
        authorizer: isGuarded(line) ? people : anyone,
      }),
    )
    // A request on no line gets our own answer, and learns nothing else.
    new HttpRoute(this, 'Default', {
      httpApi: this.http,
      routeKey: HttpRouteKey.DEFAULT,
      integration: behind.reads,
      authorizer: anyone,
    })
    // The shared permission is for METHOD/PATH; this route calls as `$default`, with nothing behind it.
    this.queries.addPermission('OffTheTable', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: this.http.apiId, resourceName: '*/*' }),
    })
    return added
  }

  #addStage(added: readonly HttpRoute[]): void {
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.THIRTEEN_MONTHS,
      ...lasting,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: usualThrottle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    })
    const exposed = table.filter(isExposed).map((line) => routeKey(line))
    const settings = stage.node.defaultChild as CfnStage
    settings.routeSettings = Object.fromEntries(exposed.map((key) => [key, exposedThrottle]))
    // A setting for a route that is not there yet would stop the deployment.
    for (const [index, line] of table.entries()) {
      const route = added[index]
      if (route && isExposed(line)) stage.node.addDependency(route)
    }
  }
}
