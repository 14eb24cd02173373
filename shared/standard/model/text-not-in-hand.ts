import { byNobody, clause, type Clause } from './edition.ts'

/** A clause that exists, but whose text we do not have. Nothing is invented for it. */
export const textNotInHand = (label: string): Clause =>
  clause(
    label,
    { ja: '条文は未入手。', en: 'The text is not in hand.' },
    [byNobody({ ja: '条文が手元にないため、判定しない。', en: 'Not judged: the text is not in hand.' })],
    { textNotInHand: true },
  )
