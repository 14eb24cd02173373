import { idOf, ofType, only, unless, type Deployed, type Promised } from '../support/deployed.ts'

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
        ...unless([...writable].sort().join() === 'email,name', `can write ${writable.join()}`),
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
    that: 'the client can write what the pool requires, or Cognito would not make it; an address is changed by nobody (A1)',
    breaches: (deployed) => {
      const schema: any[] = pool(deployed).Schema
      const required = schema.filter(({ Required }) => Required).map(({ Name }) => Name)
      const writable: string[] = client(deployed).WriteAttributes ?? required
      return [
        ...required.filter((name) => !writable.includes(name)).map((name) => `cannot write ${name}`),
        ...unless(schema.find(({ Name }) => Name === 'email')?.Mutable === false, 'addresses change'),
      ]
    },
    spoilt: {
      'a name and nothing else': (deployed) => {
        client(deployed).WriteAttributes = ['name']
      },
      'another attribute required': (deployed) => {
        pool(deployed).Schema.push({ Name: 'family_name', Required: true, Mutable: true })
      },
      'an address that changes': (deployed) => {
        pool(deployed).Schema.find(({ Name }: any) => Name === 'email').Mutable = true
      },
    },
  },
  {
    that: 'an invitation is written in Japanese, says where to sign in and for how long, and carries what Cognito fills in (B5)',
    breaches: (deployed) => {
      const { AdminCreateUserConfig, Policies } = pool(deployed)
      const { EmailSubject = '', EmailMessage = '' } = AdminCreateUserConfig.InviteMessageTemplate ?? {}
      const text = JSON.stringify(EmailMessage)
      const days = Policies.PasswordPolicy.TemporaryPasswordValidityDays
      return [
        ...unless(/利用者登録/.test(EmailSubject), 'no subject of ours'),
        ...['{username}', '{####}', '/console/', `${days}日間`].flatMap((part) => unless(text.includes(part), part)),
      ]
    },
    spoilt: {
      'in Cognito’s words': (deployed) => void delete pool(deployed).AdminCreateUserConfig.InviteMessageTemplate,
      'other days than it is good for': (deployed) => {
        pool(deployed).Policies.PasswordPolicy.TemporaryPasswordValidityDays = 3
      },
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
