import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  CodeDeliveryFailureException,
  LimitExceededException,
  TooManyRequestsException,
  UnsupportedUserStateException,
  UsernameExistsException,
  UserNotFoundException,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Account, Accounts } from '../../ports/dependencies.ts'

/**
 * Accounts in a user pool that knows people by their mail address. Cognito itself writes to a new person and asks for
 * a second factor. One who has not come yet is written to again; one who has come is found.
 */
export const accountsInCognito = (cognito: CognitoIdentityProviderClient, poolId: string): Accounts => {
  const user = (mail: string) => ({ UserPoolId: poolId, Username: mail.toLowerCase() })

  const find = async (mail: string): Promise<(Account & { readonly isEnabled: boolean }) | undefined> => {
    try {
      const { UserAttributes, UserStatus, Enabled } = await cognito.send(new AdminGetUserCommand(user(mail)))
      // No sign-in has happened until the password in the invitation was changed.
      return {
        isEnabled: Enabled !== false,
        sub: subIn(UserAttributes),
        hasAccepted: UserStatus !== 'FORCE_CHANGE_PASSWORD',
      }
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error
      return undefined
    }
  }

  const again = async (mail: string): Promise<Account> => {
    const account = await find(mail)
    if (!account) throw new Error('Cognito has an account and does not find it')
    if (!account.isEnabled) await cognito.send(new AdminEnableUserCommand(user(mail)))
    if (account.hasAccepted) return account
    try {
      await cognito.send(
        new AdminCreateUserCommand({ ...user(mail), MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] }),
      )
      return account
    } catch (error) {
      // Accepted in this very moment.
      if (!(error instanceof UnsupportedUserStateException)) throw error
      return { ...account, hasAccepted: true }
    }
  }

  return {
    // A pool that knows people by mail address takes the subject as their user name.
    signOut: (sub) =>
      unlessGone(() => cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: poolId, Username: sub }))),
    disable: (sub) =>
      unlessGone(() => cognito.send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: sub }))),
    find: (mail) =>
      orLater(async () => {
        const account = await find(mail)
        return account && { sub: account.sub, hasAccepted: account.hasAccepted }
      }),
    open: ({ mail, name }) =>
      orLater(async () => {
        try {
          const { User } = await cognito.send(
            new AdminCreateUserCommand({
              ...user(mail),
              DesiredDeliveryMediums: ['EMAIL'],
              UserAttributes: [
                { Name: 'email', Value: mail.toLowerCase() },
                { Name: 'email_verified', Value: 'true' },
                { Name: 'name', Value: name },
              ],
            }),
          )
          return { sub: subIn(User?.Attributes), hasAccepted: false }
        } catch (error) {
          if (!(error instanceof UsernameExistsException)) throw error
          return again(mail)
        }
      }),
  }
}

const minute = 60

/**
 * Turns Cognito's limits into `Unavailable` with a time for the retry: nothing is wrong with what was asked. Its
 * letters are limited by the day.
 */
const orLater = async <Given>(ask: () => Promise<Given>): Promise<Given> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof LimitExceededException) throw new Unavailable('Cognito’s limit of letters', 60 * minute, error)
    if (error instanceof CodeDeliveryFailureException) throw new Unavailable('no letter went out', 5 * minute, error)
    if (error instanceof TooManyRequestsException) throw new Unavailable('Cognito is asked too much', 5, error)
    throw error
  }
}

/** Whoever is not there has no session and signs in nowhere. */
const unlessGone = (ask: () => Promise<unknown>): Promise<void> =>
  orLater(async () => {
    try {
      await ask()
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error
    }
  })

const subIn = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (!sub) throw new Error('Cognito gave an account without a sub')
  return sub
}
