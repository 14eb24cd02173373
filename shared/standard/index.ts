import type { Edition } from './edition.ts'
import { edition1_1 } from './editions/1.1.ts'
import { edition1_2 } from './editions/1.2.ts'

/** Every edition this house knows, oldest first. A new one is one new file and one line here. */
export const editions: readonly Edition[] = [edition1_1, edition1_2]

/** The edition a service version names when it names none. */
export const defaultEdition = edition1_2.id

/** The edition with that id; undefined for one this house does not know. Never chosen by a date. */
export const editionNamed = (id: string): Edition | undefined => editions.find((edition) => edition.id === id)

export { judge, type Edition } from './edition.ts'
export type { ConclusionFacts, ContractFacts, SignatureFacts } from './occasion.ts'
