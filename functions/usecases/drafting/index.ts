import type { draftingRoutes } from '../../../shared/api/routes/drafting.ts'
import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readDraftDefaults } from './read-draft-defaults.ts'

/** The use cases that help whoever drafts a contract. */
export const draftingIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof draftingRoutes> => ({
  readDraftDefaults: readDraftDefaults(deps),
})
