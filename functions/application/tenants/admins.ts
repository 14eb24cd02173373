import { isAdmin, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import type { Versioned } from '../../ports/records.ts'
import { eachMemberBeside } from './members.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Unreadable } from '../../ports/pages.ts'
import { readWhole } from '../read-whole.ts'

type Found = Versioned<ExistingMember>

/**
 * Admins of a membership's organization that a test holds of, of those not removed; all of them, or the first. A member
 * that cannot be read may be one of them: it is thrown, unless the first was found without it.
 */
export const adminsBeside = async (
  deps: Pick<Dependencies, 'directory'>,
  of: Membership,
  { only = () => true, first = false }: { readonly only?: (found: Found) => boolean; readonly first?: boolean } = {},
): Promise<readonly Found[]> => {
  const found: Found[] = []
  const unreadable: Unreadable[] = []
  for await (const one of eachMemberBeside(deps, of, (rows) => unreadable.push(...rows))) {
    if (one.state.stage === 'removed' || !isAdmin(one.state.membership.role) || !only(one)) continue
    found.push(one)
    if (first) return found
  }
  return readWhole({ items: found, unreadable })
}
