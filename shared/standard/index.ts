import type { PlainDate } from '../domain/plain-date.ts'
import type { Edition } from './model/edition.ts'
import { editions } from './editions/index.ts'
export { doubts, judge, judgeAnew, type Edition } from './model/edition.ts'
export { editionOfCase, editionOfLaterOccasion, editionOfResale } from './editions/which-edition.ts'
export { editions } from './editions/index.ts'
export type { ConclusionFacts, ContractFacts, SignatureFacts } from './model/occasion.ts'

/** The edition a service version names when it names none. */
export const defaultEdition = '1.2'

/** The edition with that id, known in whole or in part; undefined for one not known here. Never by a date. */
export const editionNamed = (id: string): Edition | undefined => editions.find((edition) => edition.id === id)

/** The edition with that id, if a service can be judged by it. */
export const judgeableEdition = (id: string): Edition | undefined => {
  const edition = editionNamed(id)
  return edition?.knownInPartOnly ? undefined : edition
}

/** The editions a service can be judged by, oldest first. */
export const judgeableEditions = (): readonly Edition[] => editions.filter(({ knownInPartOnly }) => !knownInPartOnly)

/** The first day any edition is known to have been public; on no day before it does the standard say anything. */
export const firstKnownDay = (among: readonly Edition[] = editions): PlainDate | undefined =>
  among
    .flatMap(({ inForceFrom, published }) => inForceFrom ?? published?.on ?? [])
    .toSorted()
    .at(0)

/**
 * Tells if an edition was public on a day: `no` before its first day, `yes` from that day on; `unknown` where the day
 * it was published is not known to us. This is for looking things up; what a service is judged by, it names itself.
 */
export const publicOn = ({ inForceFrom, published }: Edition, day: PlainDate): 'yes' | 'no' | 'unknown' => {
  const from = inForceFrom ?? published?.on
  if (!from) return 'unknown'
  return from <= day ? 'yes' : 'no'
}
