import type { Dependencies } from '../../ports/dependencies.ts'
import { contactHandlers } from './change-contact.ts'
import { sharedContactHandlers } from './shared-contacts.ts'

/** The use cases about where an SME is reached. */
export const contactsIn = (deps: Dependencies) => ({ ...contactHandlers(deps), ...sharedContactHandlers(deps) })
