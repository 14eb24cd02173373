import type { ExistingMember, Membership } from '../../../shared/domain/platform/member.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Members of a membership's organization, a page of the directory after another, until whoever asks has enough. */
export const eachMemberBeside = async function* (
  { directory }: Pick<Dependencies, 'directory'>,
  of: Membership,
): AsyncGenerator<Versioned<ExistingMember>> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof directory.membersBeside>> = await directory.membersBeside(of, {
      limit: 100,
      after,
    })
    yield* page.items
    after = page.next
  } while (after)
}
