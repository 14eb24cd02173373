import { dayInWords } from '../../domain/plain-date.ts'
import type { Sheet, SheetFact, SheetSection } from '../../domain/sheet.ts'
import type { Clause, Edition, Keeping, Published } from '../model/edition.ts'
import { editions } from '../editions/index.ts'
import { tableOfChanges } from '../editions/table-of-changes.ts'
import { clauseSection, fact, nameOfOccasion, sheet } from './sheets.ts'

const inWords = ({ on, exactTo }: Published): string => {
  const whole = dayInWords(on)
  return exactTo === 'day' ? whole : whole.slice(0, whole.indexOf('月') + 1)
}

const keeper = (keeping: Keeping): SheetFact => {
  switch (keeping.by) {
    case 'rule':
      return fact(nameOfOccasion[keeping.on], keeping.says.ja)
    case 'people':
      return fact('人が守る', keeping.how.ja, `残す証拠：${keeping.evidence.ja}`)
    case 'nobody':
      return fact('判定しない', keeping.why.ja)
  }
}

const markOf = ({ keptBy, textNotInHand }: Clause): SheetSection['mark'] => {
  const by = new Set(keptBy.map((keeping) => keeping.by))
  const text = by.has('rule') ? (by.has('people') ? '自動の判定と人の記録' : '自動で判定') : '人の記録'
  if (by.has('nobody') && by.size === 1) return { text: textNotInHand ? '条文未入手' : '判定しない', tone: 'open' }
  return { text: textNotInHand ? `${text}（条文未入手）` : text, tone: 'good' }
}

/** The rows of the table of changes, each with the clauses of this edition that answer to it. */
const rowFacts = ({ clauses }: Edition): readonly SheetFact[] =>
  tableOfChanges.map(({ row, about, note }) => {
    const labels = clauses.filter(({ seedRows }) => seedRows?.includes(row)).map(({ label }) => label)
    return fact(`${row}行目`, [about.ja, ...labels].join('　'), ...(note ? [note.ja] : []))
  })

/** An edition's contents: every clause in printed order, what it demands, who keeps it, with which numbers. */
export const contentsSheet = (edition: Edition): Sheet => {
  const { id, title, published, inForceFrom, source, clauses, knownInPartOnly } = edition
  const withRows = clauses.some(({ seedRows }) => seedRows?.length)
  return sheet({
    kind: '基準の目次',
    title: title.ja,
    lead: [
      knownInPartOnly
        ? 'この版は一部しか分かっていません。何も判定せず、この版への適合は述べません。'
        : 'この版の条を順に並べ、求められること、守る者、数値を示します。',
    ],
    facts: [
      fact('版', id),
      fact('公表', published ? inWords(published) : '分かっていません'),
      fact('適用の始まり', inForceFrom ? dayInWords(inForceFrom) : '分かっていません'),
      fact('よりどころ', source.ja),
      fact(
        'ほかの版',
        editions
          .filter((one) => one.id !== id)
          .map((one) => one.id)
          .join('、'),
      ),
    ],
    sections: [
      ...clauses.map((clause) => clauseSection(clause, markOf(clause), clause.keptBy.map(keeper))),
      ...(withRows
        ? [
            {
              heading: '1.1版から1.2版への改定の表',
              mark: null,
              lines: ['表の各行と、それに応える条です。'],
              facts: rowFacts(edition),
            },
          ]
        : []),
    ],
  })
}
