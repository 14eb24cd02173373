import { routeKey, type Route } from '../../../shared/api/route.ts'
import { routes } from '../../../shared/api/routes/index.ts'
import { idOf, ofType, only, unless, type Deployed, type Promised, type Resource } from '../support/deployed.ts'
import { open } from './open-routes.ts'

const table: readonly Route[] = Object.values(routes)

const functionFor = ({ effect, media }: Route) =>
  media === 'application/pdf' ? 'prints' : effect === 'changes' ? 'commands' : 'queries'

const routesIn = (deployed: Deployed): ReadonlyMap<string, Resource> =>
  new Map(ofType(deployed, 'AWS::ApiGatewayV2::Route').map(([, route]) => [route.Properties.RouteKey, route]))

/** The function that a route ends in. */
const functionBehind = (deployed: Deployed, { Properties }: Resource): string => {
  const integration = Properties.Target['Fn::Join'][1][1].Ref
  return deployed.Resources[integration]?.Properties.IntegrationUri['Fn::GetAtt'][0]
}

/** What API Gateway calls as: stage, method and path; for `$default` that word alone behind the stage. */
const callerOf = (key: string): string =>
  `API/$default/${key === '$default' ? key : key.replace(' ', '').replaceAll(/\{\w+\}/g, '*')}`

/** Whether a source of a permission, with its stars, covers a caller of this API. */
const arnLike = (source: any): ((caller: string) => boolean) => {
  const parts: readonly any[] = source?.['Fn::Join']?.[1] ?? []
  const from = parts.findIndex((part) => part.Ref !== undefined && !String(part.Ref).startsWith('AWS::'))
  const resource = ['API', ...parts.slice(from + 1)].join('')
  const pattern = new RegExp(`^${resource.replaceAll(/[.$?]/g, '\\$&').replaceAll('*', '.*')}$`)
  return (caller) => pattern.test(caller)
}

const someRoute = (deployed: Deployed, key: string): Resource => {
  const route = routesIn(deployed).get(key)
  if (!route) throw new Error(`no ${key}`)
  return route
}

export const routePromises: readonly Promised[] = [
  {
    that: 'every line of the route table is deployed, and nothing besides but $default',
    breaches: (deployed) => {
      const there = [...routesIn(deployed).keys()].sort()
      const wanted = ['$default', ...table.map((line) => routeKey(line))].sort()
      return unless(JSON.stringify(there) === JSON.stringify(wanted), `${there.length} routes, not ${wanted.length}`)
    },
    spoilt: {
      'a line left out': (deployed) => {
        const [id] = ofType(deployed, 'AWS::ApiGatewayV2::Route').find(
          ([, { Properties }]) => Properties.RouteKey === 'POST /v1/signing/sign',
        ) as [string, Resource]
        delete deployed.Resources[id]
      },
      'a path misspelt': (deployed) => {
        someRoute(deployed, 'GET /v1/contracts').Properties.RouteKey = 'GET /v1/contract'
      },
    },
  },
  {
    that: 'what changes something goes to the function that writes, what prints to the one that can, all else to a third',
    breaches: (deployed) => {
      const wanted = new Map(table.map((line) => [routeKey(line), idOf(deployed, functionFor(line))]))
      return [...routesIn(deployed)].flatMap(([key, route]) =>
        unless(functionBehind(deployed, route) === (wanted.get(key) ?? idOf(deployed, 'queries')), key),
      )
    },
    spoilt: {
      'a query that could write': (deployed) => {
        someRoute(deployed, 'GET /v1/contracts').Properties.Target = someRoute(
          deployed,
          'POST /v1/contracts',
        ).Properties.Target
      },
    },
  },
  {
    that: 'API Gateway asks for a token of the pool wherever it could check one',
    breaches: (deployed) => {
      const [authorizerId = ''] = ofType(deployed, 'AWS::ApiGatewayV2::Authorizer').map(([id]) => id)
      return [...routesIn(deployed)].flatMap(([key, { Properties }]) =>
        open.includes(key)
          ? unless(Properties.AuthorizationType === 'NONE', `${key} is guarded`)
          : unless(
              Properties.AuthorizationType === 'JWT' && Properties.AuthorizerId?.Ref === authorizerId,
              `${key} is open`,
            ),
      )
    },
    spoilt: {
      'a route left open': (deployed) => {
        Object.assign(someRoute(deployed, 'GET /v1/contracts').Properties, { AuthorizationType: 'NONE' })
      },
      'a route without its authorizer': (deployed) => {
        delete someRoute(deployed, 'POST /v1/members').Properties.AuthorizerId
      },
    },
  },
  {
    that: 'the tokens it takes are the pool’s own, for our client',
    breaches: (deployed) => {
      const { Properties } = only(deployed, 'AWS::ApiGatewayV2::Authorizer')
      const [poolId] = ofType(deployed, 'AWS::Cognito::UserPool').map(([id]) => id)
      const [clientId] = ofType(deployed, 'AWS::Cognito::UserPoolClient').map(([id]) => id)
      const { Issuer, Audience } = Properties.JwtConfiguration
      return [
        ...unless(Properties.AuthorizerType === 'JWT', 'not a JWT authorizer'),
        ...unless(Issuer['Fn::GetAtt']?.join() === `${poolId},ProviderURL`, 'another issuer'),
        ...unless(Audience.length === 1 && Audience[0].Ref === clientId, 'another client'),
        ...unless(Properties.IdentitySource.join() === '$request.header.Authorization', 'token from elsewhere'),
      ]
    },
    spoilt: {
      'any client': (deployed) => {
        only(deployed, 'AWS::ApiGatewayV2::Authorizer').Properties.JwtConfiguration.Audience.push('other')
      },
    },
  },
  {
    that: 'API Gateway may call the function behind every route, and behind what is on no line (B2)',
    breaches: (deployed) =>
      [...routesIn(deployed)].flatMap(([key, route]) => {
        const fn = functionBehind(deployed, route)
        const allowed = ofType(deployed, 'AWS::Lambda::Permission').some(
          ([, { Properties }]) =>
            Properties.Principal === 'apigateway.amazonaws.com' &&
            Properties.Action === 'lambda:InvokeFunction' &&
            Properties.FunctionName['Fn::GetAtt'][0] === fn &&
            arnLike(Properties.SourceArn)(callerOf(key)),
        )
        return unless(allowed, `${key} may not call`)
      }),
    spoilt: {
      'none for what is on no line': (deployed) => {
        for (const [id, { Properties }] of ofType(deployed, 'AWS::Lambda::Permission'))
          if (Properties.SourceArn?.['Fn::Join']?.[1].at(-1) === '/*/*') delete deployed.Resources[id]
      },
      'none for what writes': (deployed) => {
        for (const [id, { Properties }] of ofType(deployed, 'AWS::Lambda::Permission'))
          if (Properties.FunctionName['Fn::GetAtt']?.[0] === idOf(deployed, 'commands')) delete deployed.Resources[id]
      },
    },
  },
  {
    that: 'permissions for the API do not grow with its routes: one each for its three functions, one for $default',
    breaches: (deployed) => {
      const called = ofType(deployed, 'AWS::Lambda::Permission')
        .filter(([, { Properties }]) => Properties.Principal === 'apigateway.amazonaws.com')
        .map(([, { Properties }]) => String(Properties.FunctionName['Fn::GetAtt'][0]))
        .sort()
      const wanted = (['commands', 'queries', 'queries', 'prints'] as const).map((name) => idOf(deployed, name)).sort()
      return unless(called.join() === wanted.join(), `${called.length} permissions`)
    },
    spoilt: {
      'a permission for each route': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::Lambda::Permission').filter(
          ([, { Properties }]) => Properties.Principal === 'apigateway.amazonaws.com',
        ) as [[string, Resource]]
        deployed.Resources['Another'] = structuredClone(first)
      },
    },
  },
  {
    that: 'every route is throttled, and one that anyone may call has a throttle of its own that no single caller empties (22)',
    breaches: (deployed) => {
      const { DefaultRouteSettings: usual, RouteSettings: each } = only(deployed, 'AWS::ApiGatewayV2::Stage').Properties
      const exposed = table
        .filter(({ who, effect }) => who === 'anyone' && effect === 'changes')
        .map((line) => routeKey(line))
      return [
        ...unless(usual.ThrottlingRateLimit > 0 && usual.ThrottlingBurstLimit > 0, 'no throttle'),
        ...exposed.flatMap((key) =>
          unless(each[key]?.ThrottlingRateLimit >= 100 && each[key]?.ThrottlingBurstLimit >= 100, key),
        ),
        ...Object.keys(each).flatMap((key) => unless(routesIn(deployed).has(key), `${key} is no route`)),
      ]
    },
    spoilt: {
      'no limit': (deployed) => {
        delete only(deployed, 'AWS::ApiGatewayV2::Stage').Properties.DefaultRouteSettings.ThrottlingRateLimit
      },
      'ten a second for everyone who is to sign': (deployed) => {
        const { RouteSettings } = only(deployed, 'AWS::ApiGatewayV2::Stage').Properties
        RouteSettings['POST /v1/signing/enter'].ThrottlingRateLimit = 10
      },
      'one shared with every other line': (deployed) => {
        delete only(deployed, 'AWS::ApiGatewayV2::Stage').Properties.RouteSettings['POST /v1/signing/open']
      },
    },
  },
  {
    that: 'the access log is JSON, and says nothing of what was asked or by whom',
    breaches: (deployed) => {
      const { Format = '{}' } = only(deployed, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings ?? {}
      const said = Object.values(JSON.parse(Format) as Record<string, string>)
      const silent = /\$context\.(path|identity|authorizer\.claims|httpMethod|domain)|header|query/i
      return [
        ...unless(said.includes('$context.requestId') && said.includes('$context.status'), 'says too little'),
        ...said.filter((one) => silent.test(one)).map((one) => `says ${one}`),
      ]
    },
    spoilt: {
      'no log': (deployed) => {
        delete only(deployed, 'AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings
      },
      'the path, with its ids': (deployed) => {
        const { AccessLogSettings } = only(deployed, 'AWS::ApiGatewayV2::Stage').Properties
        AccessLogSettings.Format = AccessLogSettings.Format.replace('$context.routeKey', '$context.path')
      },
    },
  },
]
