import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import type { SigningIn, TokenClaims } from '../../application/tenants/sign-in.ts'

/**
 * Puts role and tenant into a person's access token, from the membership it chose. Someone who has none gets a token
 * that says nothing, and no door opens to it. A refreshed token is made in the same way, so a choice takes effect with it.
 */
export const claimsIn =
  (signIn: (who: SigningIn) => Promise<TokenClaims | undefined>) =>
  async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
    const { userAttributes, groupConfiguration } = event.request
    const { sub = '', name, email } = userAttributes
    const claims = await signIn({
      account: sub,
      groups: groupConfiguration.groupsToOverride ?? [],
      ...(name && email ? { name, mail: email } : {}),
    })
    if (!claims) return event
    return {
      ...event,
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { ...claims } } },
      },
    }
  }
