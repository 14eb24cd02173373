import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda'
import type { Membership } from '../../../shared/domain/platform/member.ts'

type MembershipOf = (sub: string, groups: readonly string[]) => Promise<Membership | undefined>

/**
 * Puts role and tenant into a person's access token, from the membership on record. Someone who has none gets a token
 * that says nothing, and no door opens to it.
 */
export const claimsIn =
  (membershipOf: MembershipOf) =>
  async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
    const { userAttributes, groupConfiguration } = event.request
    const membership = await membershipOf(userAttributes['sub'] ?? '', groupConfiguration.groupsToOverride ?? [])
    if (!membership) return event
    return {
      ...event,
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { ...membership } } },
      },
    }
  }
