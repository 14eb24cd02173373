import type { Membership } from '../../../shared/domain/platform/member.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/**
 * Membership that a person's token states. Whoever is in the pool's group of operators is one, so that the first
 * operator needs no other to name it.
 */
export const membershipOf =
  ({ directory }: Pick<Dependencies, 'directory'>) =>
  async (sub: string, groups: readonly string[]): Promise<Membership | undefined> => {
    if (groups.includes('operators')) return { role: 'operator' }
    return (await directory.member(sub))?.state.membership
  }
