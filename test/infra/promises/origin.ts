import { envOf } from '../../../shared/wiring/env.ts'
import { originHeader } from '../../../shared/wiring/origin-header.ts'
import { functionNames, functionOf, only, unless, type Deployed, type Promised } from '../support/deployed.ts'

const asText = (value: unknown): string => JSON.stringify(value ?? null)

const apiOrigin = (deployed: Deployed): any =>
  only(deployed, 'AWS::CloudFront::Distribution').Properties.DistributionConfig.Origins.find(({ DomainName }: any) =>
    asText(DomainName).includes('.execute-api.'),
  )
const variables = (deployed: Deployed): Record<string, unknown> =>
  functionOf(deployed, 'commands').Properties.Environment.Variables

/** A value that CloudFormation reads from Secrets Manager at the deployment: a reference, and nothing else. */
const isReference = (value: unknown): boolean =>
  /^\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:",\{"Ref":"\w+"\},":SecretString:::\}\}"\]\]\}$/.test(asText(value))

export const originPromises: readonly Promised[] = [
  {
    that: 'what CloudFront passes on bears a secret that only the function that writes knows, and that is in no template',
    breaches: (deployed) => {
      const headers: readonly any[] = apiOrigin(deployed)?.OriginCustomHeaders ?? []
      const sent = headers.find(({ HeaderName }) => HeaderName === originHeader)?.HeaderValue
      const { ORIGIN_SECRET: known } = variables(deployed)
      const { GenerateSecretString: made = {}, SecretString } = only(deployed, 'AWS::SecretsManager::Secret').Properties
      return [
        ...unless(isReference(sent), `CloudFront sends ${asText(sent)}`),
        ...unless(asText(known) === asText(sent), 'the function is told of another'),
        ...unless(
          made.PasswordLength >= (envOf.commands.shape.ORIGIN_SECRET.minLength ?? Number.POSITIVE_INFINITY),
          'too short',
        ),
        ...unless(SecretString === undefined, 'in clear'),
        ...functionNames.flatMap((name) =>
          unless(
            name === 'commands' ||
              !asText(functionOf(deployed, name).Properties.Environment).includes('secretsmanager'),
            `${name} knows it as well`,
          ),
        ),
      ]
    },
    spoilt: {
      'nothing sent along': (deployed) => void delete apiOrigin(deployed).OriginCustomHeaders,
      'in clear': (deployed) => {
        apiOrigin(deployed).OriginCustomHeaders[0].HeaderValue = 'x'.repeat(64)
        variables(deployed)['ORIGIN_SECRET'] = 'x'.repeat(64)
      },
      'another told': (deployed) => {
        variables(deployed)['ORIGIN_SECRET'] = 'x'.repeat(64)
      },
      'a short one': (deployed) => {
        only(deployed, 'AWS::SecretsManager::Secret').Properties.GenerateSecretString.PasswordLength = 8
      },
      'told to a function that needs none': (deployed) => {
        functionOf(deployed, 'queries').Properties.Environment.Variables.X = variables(deployed)['ORIGIN_SECRET']
      },
    },
  },
]
