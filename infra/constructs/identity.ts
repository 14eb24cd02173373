import { Aws, Duration } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolGroup,
  UserPoolOperation,
  type CfnUserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { lastingAndProtected, settingsIn } from '../settings.ts'
import { AppFunction } from './app-function.ts'
import type { LedgerTable } from './ledger-table.ts'
import type { Post } from './post.ts'

type Props = { readonly table: LedgerTable; readonly post: Post; readonly site: string }

/** Days for which the password in an invitation is good: a week, so that one sent before a long weekend still is. */
const invitedFor = Duration.days(7)

/** Letter to a person who was named. Cognito fills in the address and the password, and sends it as HTML. */
const invitation = (site: string) => ({
  emailSubject: '【結 Musubi】利用者登録のお知らせ',
  emailBody: [
    '{username} 様',
    '',
    'サイバーセキュリティお助け隊サービスの契約管理システム「結 Musubi」に、利用者として登録されました。',
    '次の画面を開き、このメールアドレスと仮パスワードでサインインしてください。',
    '',
    `画面: ${site}/console/`,
    '仮パスワード: {####}',
    '',
    `仮パスワードは${invitedFor.toDays()}日間有効です。サインインの後、新しいパスワードと、認証アプリによる二つ目の確認を設定していただきます。`,
    '期限が過ぎたときは、登録した方に、もう一度招待を送るようご依頼ください。',
    'お心当たりのないときは、このメールを破棄してください。何も始まりません。',
  ].join('<br>'),
})

/**
 * Users who may sign in: people the platform has named, with a second factor, and nobody by themselves. What they may
 * do is not kept here; their membership says it, and goes into each access token as it is made.
 */
export class Identity extends Construct {
  readonly pool: UserPool
  readonly client: UserPoolClient
  /** Settings the console needs to send people to sign in. */
  readonly signIn: { readonly kind: 'hosted'; readonly domain: string; readonly clientId: string }

  constructor(scope: Construct, id: string, { table, post, site }: Props) {
    super(scope, id)
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // A name can be corrected; the address is who the person is.
      standardAttributes: { email: { required: true, mutable: false }, fullname: { mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: invitedFor,
      },
      userInvitation: invitation(site),
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      ...lastingAndProtected(this.node),
    })
    if (settingsIn(this.node).invitationsBySes) {
      // By itself Cognito writes in its own name, and to fifty people a day.
      const settings = this.pool.node.defaultChild as CfnUserPool
      settings.emailConfiguration = {
        emailSendingAccount: 'DEVELOPER',
        from: post.from,
        sourceArn: post.identityArn,
        configurationSet: post.set,
      }
    }
    // The first operator is put into this group by whoever deploys; operators name everyone else.
    new UserPoolGroup(this, 'Operators', { userPool: this.pool, groupName: 'operators' })

    const claims = new AppFunction(this, 'claims', {
      env: { TABLE_NAME: table.name },
      // Cognito waits five seconds and no longer.
      timeout: Duration.seconds(5),
    })
    table.letSignIn(claims)
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, claims, LambdaVersion.V2_0)

    this.client = this.pool.addClient('People', {
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${site}/console/`],
        logoutUrls: [`${site}/console/`],
      },
      // The door takes no token that lives longer than an hour; a role taken away is gone within these minutes.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(8),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
      // Cognito makes no client that cannot write what its pool requires; the pool forbids changing it all the same.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    })
    const signIn = this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `musubi-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    this.signIn = { kind: 'hosted', domain: signIn.baseUrl(), clientId: this.client.userPoolClientId }
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
  }

  /** Opens accounts, finds them again, signs them out and closes them. */
  letOpenAccounts(fn: AppFunction<FunctionName>): void {
    fn.may(
      ['AdminCreateUser', 'AdminGetUser', 'AdminEnableUser', 'AdminDisableUser', 'AdminUserGlobalSignOut'].map(
        (act) => `cognito-idp:${act}`,
      ),
      [this.pool.userPoolArn],
    )
  }
}
