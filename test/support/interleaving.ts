import type { Commits } from '../../functions/ports/records.ts'
import type { House } from './house.ts'

/** Lets something happen once, just before the next commit or fence of anyone: the narrowest gap there is. */
export const justBefore = (
  { deps }: House,
  step: 'commit' | 'lockSigning',
  meanwhile: () => Promise<unknown>,
): void => {
  const commits = deps.commits as { -readonly [Name in keyof Commits]: Commits[Name] }
  const own = commits[step] as (...given: readonly unknown[]) => Promise<never>
  Object.assign(commits, {
    [step]: async (...given: readonly unknown[]) => {
      Object.assign(commits, { [step]: own })
      await meanwhile()
      return own(...given)
    },
  })
}
