import { alarmTexts } from '../../../infra/constructs/alarm-texts.ts'
import { idOf, ofType, only, unless, type Deployed, type Promised, type Resource } from '../support/deployed.ts'

const pool = (deployed: Deployed): any => only(deployed, 'AWS::Cognito::UserPool').Properties
const client = (deployed: Deployed): any => only(deployed, 'AWS::Cognito::UserPoolClient').Properties

/** A token's life in minutes, whatever unit the client has it in. */
const minutesOf = ({ AccessTokenValidity: n, TokenValidityUnits }: any): number =>
  n * ({ minutes: 1, hours: 60, days: 1_440 }[TokenValidityUnits?.AccessToken as string] ?? 60)

/** The text of an address, whatever of it is only known once it is deployed. */
const ends = (address: any): string => (typeof address === 'string' ? address : address['Fn::Join'][1].at(-1))

export const peoplePromises: readonly Promised[] = [
  {
    that: 'who signed in or out comes back to the console, and nowhere else',
    breaches: (deployed) => {
      const { CallbackURLs, LogoutURLs } = client(deployed)
      return [...CallbackURLs, ...LogoutURLs].flatMap((address) =>
        unless(ends(address) === '/console/', `back to ${ends(address)}`),
      )
    },
    spoilt: {
      'elsewhere after signing in': (deployed) => {
        client(deployed).CallbackURLs.push('https://elsewhere.example/')
      },
      'elsewhere after signing out': (deployed) => {
        client(deployed).LogoutURLs.push('https://elsewhere.example/')
      },
    },
  },
  {
    that: 'nobody signs up alone; a second factor and a long password are asked for; the pool cannot be deleted',
    breaches: (deployed) => {
      const { AdminCreateUserConfig, MfaConfiguration, EnabledMfas, Policies, ...rest } = pool(deployed)
      return [
        ...unless(AdminCreateUserConfig?.AllowAdminCreateUserOnly === true, 'anyone signs up'),
        ...unless(MfaConfiguration === 'ON', 'no second factor'),
        ...unless(EnabledMfas?.join() === 'SOFTWARE_TOKEN_MFA', `${EnabledMfas}`),
        ...unless(Policies?.PasswordPolicy?.MinimumLength >= 14, 'a short password'),
        ...unless(rest.DeletionProtection === 'ACTIVE', 'can be deleted'),
        ...unless(rest.UserPoolAddOns?.AdvancedSecurityMode === 'ENFORCED', 'threats pass'),
      ]
    },
    spoilt: {
      'anyone signs up': (deployed) => {
        pool(deployed).AdminCreateUserConfig.AllowAdminCreateUserOnly = false
      },
      'a second factor for those who like': (deployed) => {
        pool(deployed).MfaConfiguration = 'OPTIONAL'
      },
      'eight letters': (deployed) => {
        pool(deployed).Policies.PasswordPolicy.MinimumLength = 8
      },
    },
  },
  {
    that: 'what a token says of a person comes from membership, asked as the token is made, and no one can write it',
    breaches: (deployed) => {
      const trigger = pool(deployed).LambdaConfig?.PreTokenGenerationConfig ?? {}
      const writable: string[] = client(deployed).WriteAttributes ?? ['all']
      return [
        ...unless(trigger.LambdaArn?.['Fn::GetAtt']?.[0] === idOf(deployed, 'claims'), 'not asked'),
        ...unless(trigger.LambdaVersion === 'V2_0', 'not for access tokens'),
        ...unless(writable.join() === 'name', `can write ${writable.join()}`),
        ...unless(
          ofType(deployed, 'AWS::Cognito::UserPoolGroup')
            .map(([, { Properties }]) => Properties.GroupName)
            .join() === 'operators',
          'groups',
        ),
      ]
    },
    spoilt: {
      'ID tokens only': (deployed) => {
        pool(deployed).LambdaConfig.PreTokenGenerationConfig.LambdaVersion = 'V1_0'
      },
      'a role of one’s own making': (deployed) => void client(deployed).WriteAttributes.push('custom:role'),
    },
  },
  {
    that: 'tokens are short, can be revoked, come by code and never by the address bar',
    breaches: (deployed) => {
      const { EnableTokenRevocation, PreventUserExistenceErrors, AllowedOAuthFlows, GenerateSecret } = client(deployed)
      return [
        ...unless(minutesOf(client(deployed)) <= 15, `${minutesOf(client(deployed))} minutes`),
        ...unless(EnableTokenRevocation === true, 'for good'),
        ...unless(PreventUserExistenceErrors === 'ENABLED', 'tells who is there'),
        ...unless(AllowedOAuthFlows.join() === 'code', `${AllowedOAuthFlows}`),
        ...unless(GenerateSecret === false, 'a secret in a browser'),
      ]
    },
    spoilt: {
      'a day long': (deployed) => {
        client(deployed).AccessTokenValidity = 1_440
      },
      'by the address bar': (deployed) => void client(deployed).AllowedOAuthFlows.push('implicit'),
    },
  },
  {
    that: 'every alarm there is a text for rings, reaches someone, and says what is at stake and what to do',
    breaches: (deployed) => {
      const alarms = ofType(deployed, 'AWS::CloudWatch::Alarm')
      const names = alarms.map(([, { Properties }]) => String(Properties.AlarmName)).sort()
      const wanted = Object.keys(alarmTexts)
        .map((name) => `musubi-${name}`)
        .sort()
      return [
        ...unless(names.join() === wanted.join(), names.join()),
        ...alarms.flatMap(([id, { Properties }]) =>
          unless(
            Properties.AlarmActions?.length > 0 && /^\[(至急|当日中)\] .+\n対処: .+/.test(Properties.AlarmDescription),
            id,
          ),
        ),
      ]
    },
    spoilt: {
      'an alarm nobody hears': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::CloudWatch::Alarm') as [[string, Resource]]
        delete first.Properties.AlarmActions
      },
      'one that says nothing': (deployed) => {
        const [[, first]] = ofType(deployed, 'AWS::CloudWatch::Alarm') as [[string, Resource]]
        first.Properties.AlarmDescription = 'something is wrong'
      },
    },
  },
  {
    that: 'no account, no address of a person and no secret stands in it',
    breaches: (deployed) => {
      const text = JSON.stringify(deployed)
      const told = [/(?<![\w.])\d{12}(?![\w.])/, /AKIA[0-9A-Z]{16}/, /PRIVATE KEY/, /[\w.]+@[\w-]+\.[a-z]{2,}/]
      return told.filter((pattern) => pattern.test(text)).map(String)
    },
    spoilt: {
      'an account': (deployed) => {
        only(deployed, 'AWS::Cognito::UserPool').Properties.UserPoolName = 'arn:aws:iam::123456789012:role/x'
      },
      'an access key': (deployed) => {
        only(deployed, 'AWS::Cognito::UserPool').Properties.UserPoolName = `AKIA${'A'.repeat(16)}`
      },
      'someone’s address': (deployed) => {
        only(deployed, 'AWS::Cognito::UserPool').Properties.UserPoolName = 'kyoko@entity.example.jp'
      },
    },
  },
]
