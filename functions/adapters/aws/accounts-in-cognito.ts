import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  UsernameExistsException,
  UserNotFoundException,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Accounts } from '../../ports/world.ts'

/**
 * Accounts in a user pool that knows people by their mail address. Cognito itself writes to a new person and asks for
 * a second factor; one who is there already is found, not written to again.
 */
export const accountsInCognito = (cognito: CognitoIdentityProviderClient, poolId: string): Accounts => ({
  find: async (mail) => {
    try {
      const user = { UserPoolId: poolId, Username: mail.toLowerCase() }
      const { UserAttributes } = await cognito.send(new AdminGetUserCommand(user))
      return { sub: subIn(UserAttributes) }
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error
      return undefined
    }
  },

  open: async ({ mail, name }) => {
    const user = { UserPoolId: poolId, Username: mail.toLowerCase() }
    try {
      const { User } = await cognito.send(
        new AdminCreateUserCommand({
          ...user,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: user.Username },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: name },
          ],
        }),
      )
      return { sub: subIn(User?.Attributes) }
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error
      const { UserAttributes } = await cognito.send(new AdminGetUserCommand(user))
      return { sub: subIn(UserAttributes) }
    }
  },
})

const subIn = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = attributes?.find(({ Name }) => Name === 'sub')?.Value
  if (!sub) throw new Error('Cognito gave an account without a sub')
  return sub
}
