import { fileURLToPath } from 'node:url'
import type { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogLevel, NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { printingBeside } from './printing-beside.ts'
import type { EnvOf, FunctionName } from '../../shared/wiring/env.ts'
import { lasting, settingsIn } from '../settings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Entry file of each function, and how many of it may run at once where concurrency is reserved. */
const functions: Readonly<
  Record<FunctionName, { readonly entry: string; readonly reserved: number; readonly beside?: typeof printingBeside }>
> = {
  commands: { entry: 'functions/http/commands.ts', reserved: 100 },
  queries: { entry: 'functions/http/queries.ts', reserved: 100 },
  prints: { entry: 'functions/http/prints.ts', reserved: 20, beside: printingBeside },
  relay: { entry: 'functions/jobs/relay/index.ts', reserved: 20 },
  sweep: { entry: 'functions/jobs/sweep/index.ts', reserved: 1 },
  work: { entry: 'functions/jobs/work/index.ts', reserved: 12, beside: printingBeside },
  bounces: { entry: 'functions/jobs/bounces/index.ts', reserved: 2 },
  upgrade: { entry: 'functions/jobs/upgrade/index.ts', reserved: 1 },
  claims: { entry: 'functions/jobs/token-claims/index.ts', reserved: 20 },
}

/**
 * Packages in which the SDK would look for credentials if there were none in the environment, as there always are in a
 * Lambda: loaded only then, and a fifth of the SDK. The runtime has them, should it ever come to that.
 */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
]

export type HouseFunctionProps<Name extends FunctionName> = {
  readonly env: EnvOf<Name>
  readonly timeout: Duration
  readonly memoryMb?: number
}

/**
 * A function as this house has them: one role of its own that may write its own log and nothing else until it is told,
 * one bundle with everything in it, one log group that is kept for 400 days.
 */
export class AppFunction<Name extends FunctionName> extends NodejsFunction {
  constructor(scope: Construct, name: Name, { env, timeout, memoryMb = 1024 }: HouseFunctionProps<Name>) {
    const { entry, reserved, beside } = functions[name]
    const logGroup = new LogGroup(scope, `${name}-log`, {
      retention: RetentionDays.THIRTEEN_MONTHS,
      ...lasting,
    })
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    super(scope, name, {
      role,
      logGroup,
      timeout,
      entry: `${root}${entry}`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      // The compiler of printed documents is native, and made for x86_64.
      architecture: beside ? Architecture.X86_64 : Architecture.ARM_64,
      memorySize: memoryMb,
      environment: env,
      awsSdkConnectionReuse: false,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      ...(settingsIn(scope.node).reserveConcurrency ? { reservedConcurrentExecutions: reserved } : {}),
      bundling: {
        // CommonJS: an ES module that imports node:http costs fifty milliseconds more at every cold start.
        format: OutputFormat.CJS,
        target: 'node24',
        logLevel: LogLevel.WARNING,
        minify: true,
        // Beside the bundle, for whoever reads a stack. Node does not load it: that would cost another fifty.
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        sourcesContent: false,
        mainFields: ['module', 'main'],
        externalModules: otherCredentials,
        ...(beside ? { commandHooks: beside } : {}),
      },
    })
    logGroup.grantWrite(role)
  }

  /** Lets it do these things to these resources. Exact names only; nothing here ends in a star. */
  may(actions: readonly string[], resources: readonly string[], conditions: object = {}): void {
    this.addToRolePolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions: { ...conditions } }),
    )
  }
}
