import { isAdmin, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Versioned } from '../../ports/records.ts'
import { eachMemberBeside } from './members.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

type Found = Versioned<ExistingMember>

/** Admins of a membership's organization that a test holds of, of those not removed; all of them, or the first. */
export const adminsBeside = async (
  deps: Pick<Dependencies, 'directory'>,
  of: Membership,
  { only = () => true, first = false }: { readonly only?: (found: Found) => boolean; readonly first?: boolean } = {},
): Promise<readonly Found[]> => {
  const found: Found[] = []
  for await (const one of eachMemberBeside(deps, of)) {
    if (one.state.stage === 'removed' || !isAdmin(one.state.membership.role) || !only(one)) continue
    found.push(one)
    if (first) break
  }
  return found
}
