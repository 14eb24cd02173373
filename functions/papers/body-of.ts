import type { InputOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'

/**
 * Body of a route, for evidence documents that keep it as it was given: a field it gets does not compile until its form
 * has it.
 */
export type BodyOf<Name extends keyof Routes> = InputOf<Routes[Name]>['body']
