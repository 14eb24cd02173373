import { dayInWords, type PlainDate } from '../../domain/plain-date.ts'
import { doubtKinds } from '../../domain/refusal.ts'
import type { Sheet, SheetFact, SheetSection } from '../../domain/sheet.ts'
import type { Edition } from '../model/edition.ts'
import { clauseVerdicts, type ClauseVerdict, type PartVerdict } from './conformity.ts'
import { clauseSection, fact, madeOn, nameOfOccasion, nameOfSupplier, sheet } from './sheets.ts'

const marks: Record<ClauseVerdict['verdict'], NonNullable<SheetSection['mark']>> = {
  kept: { text: '守られている', tone: 'good' },
  byPeople: { text: '人が守り、証拠がある', tone: 'good' },
  breached: { text: '反している', tone: 'bad' },
  evidenceMissing: { text: '証拠が足りない', tone: 'bad' },
  notKnown: { text: '分かっていない', tone: 'open' },
  awaited: { text: '確認を待っている', tone: 'open' },
  depends: { text: '手元にない条文による', tone: 'open' },
  notItemised: { text: '記録はあるが、項目ごとではない', tone: 'open' },
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
      const why = [...part.objections, ...part.doubts].map((one) => one.why.ja)
      const supplier = part.verdict === 'kept' ? [] : [`補う者：${nameOfSupplier[part.suppliedBy]}`]
      return [fact(occasion, marks[part.verdict].text, ...why, ...times, ...said, ...supplier)]
    }
    case 'people': {
      const records = part.records.map(
        ({ on, validUntil }) => `${dayInWords(on)}の記録${validUntil ? `（${dayInWords(validUntil)}まで有効）` : ''}`,
      )
      const lack = {
        onRecord: [],
        lapsed: ['有効な記録がありません。'],
        missing: ['記録がありません。'],
        notAsked: [marks.notAsked.text],
      }[part.verdict]
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
  const tally = clauseVerdicts
    .filter((one) => !doubtKinds.some((kind) => kind === one) || count(one) > 0)
    .map((one) => `${marks[one].text}：${count(one)}条`)
  return sheet({
    kind: '適合性の点検',
    title: about.title,
    lead: [`${edition.title.ja}の各条について、この仕組みに記録された事実から点検しました。`],
    facts: [...about.facts, madeOn(about.today), fact('結果', ...tally)],
    sections: verdicts.map((one) => clauseSection(one, marks[one.verdict], one.parts.flatMap(partFact))),
  })
}
