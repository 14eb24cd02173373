import { dayInWords, type PlainDate } from '../../domain/plain-date.ts'
import type { Sheet, SheetFact, SheetSection } from '../../domain/sheet.ts'
import type { Edition } from '../edition.ts'
import type { ClauseVerdict, PartVerdict } from './conformity.ts'
import { clauseSection, fact, madeOn, nameOfOccasion, nameOfSupplier, sheet } from './sheets.ts'

const marks: Record<ClauseVerdict['verdict'], NonNullable<SheetSection['mark']>> = {
  kept: { text: '守られている', tone: 'good' },
  byPeople: { text: '人が守り、証拠がある', tone: 'good' },
  breached: { text: '反している', tone: 'bad' },
  evidenceMissing: { text: '証拠が足りない', tone: 'bad' },
  notApplicable: { text: '当てはまらない', tone: 'quiet' },
  notAsked: { text: 'ここでは問わない', tone: 'quiet' },
  notJudged: { text: '判定しない', tone: 'quiet' },
}

const partFact = (part: PartVerdict): readonly SheetFact[] => {
  switch (part.by) {
    case 'rule': {
      const occasion = nameOfOccasion[part.on]
      if (part.why) return [fact(occasion, part.why.ja)]
      const said = part.facts.map(({ label, value }) => `${label.ja}：${value}`)
      const times = part.judged > 1 ? [`${part.judged}件のうち、反するもの${part.breached}件`] : []
      if (part.verdict === 'kept') return [fact(occasion, marks.kept.text, ...times, ...said)]
      const why = part.objections.map((objection) => objection.why.ja)
      return [
        fact(occasion, marks.breached.text, ...why, ...times, ...said, `補う者：${nameOfSupplier[part.suppliedBy]}`),
      ]
    }
    case 'people': {
      const records = part.records.map(
        ({ on, validUntil }) => `${dayInWords(on)}の記録${validUntil ? `（${dayInWords(validUntil)}まで有効）` : ''}`,
      )
      const lack = { onRecord: [], lapsed: ['有効な記録がありません。'], missing: ['記録がありません。'] }[part.verdict]
      return [fact('人が守る', part.how.ja, ...lack, ...records)]
    }
    case 'nobody':
      return [fact('判定しない', part.why.ja)]
  }
}

type About = {
  readonly title: string
  readonly facts: readonly SheetFact[]
  readonly today: PlainDate
}

/** A conformity report as people read it: how many clauses stand how, then every clause with the facts it was judged on. */
export const conformitySheet = (edition: Edition, verdicts: readonly ClauseVerdict[], about: About): Sheet => {
  const count = (verdict: ClauseVerdict['verdict']) => verdicts.filter((one) => one.verdict === verdict).length
  const tally = (Object.keys(marks) as ClauseVerdict['verdict'][]).map((one) => `${marks[one].text}：${count(one)}条`)
  return sheet({
    kind: '適合性の点検',
    title: about.title,
    lead: [`${edition.title.ja}の各条について、この仕組みに記録された事実から点検しました。`],
    facts: [...about.facts, madeOn(about.today), fact('結果', ...tally)],
    sections: verdicts.map((one) => clauseSection(one, marks[one.verdict], one.parts.flatMap(partFact))),
  })
}
