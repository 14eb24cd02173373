import type { Row } from '../../shared/api/policy/relations.ts'
import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'
import { isOneOf, rolesOfPeople, type Role } from '../../shared/domain/people.ts'

/** One line of the route table as the console knows it: where it is, and who may call it. */
export type ConsoleCall = {
  readonly name: string
  readonly method: Route['method']
  readonly path: string
  readonly who: readonly Role[]
  readonly policy: Row
}

/** The lines of the route table that some people who sign in may call, in the order of the table. */
export const consoleCalls = (): readonly ConsoleCall[] =>
  Object.entries<Route>(routes).flatMap(([name, { method, path, who, policy }]) =>
    who !== 'anyone' && who.some((role) => isOneOf(rolesOfPeople, role)) ? [{ name, method, path, who, policy }] : [],
  )
