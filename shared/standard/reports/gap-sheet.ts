import type { PlainDate } from '../../domain/plain-date.ts'
import type { Sheet, SheetFact, SheetSection } from '../../domain/sheet.ts'
import type { Edition } from '../model/edition.ts'
import type { GapItem } from './gap.ts'
import { fact, madeOn, nameOfSupplier, sheet } from './sheets.ts'

const marks: Record<GapItem['state'], NonNullable<SheetSection['mark']>> = {
  open: { text: 'これから', tone: 'open' },
  done: { text: '済み', tone: 'good' },
  notApplicable: { text: '当てはまらない', tone: 'quiet' },
  fromNowOn: { text: '今後、その都度', tone: 'quiet' },
}

const itemSection = (item: GapItem): SheetSection => ({
  heading: item.newer.clause,
  mark: marks[item.state],
  lines: [item.says.ja],
  facts: [
    fact('新しい定め', item.newer.gist.ja),
    fact(
      'これまでの定め',
      ...(item.older.length > 0 ? item.older.map(({ clause, gist }) => `${clause}　${gist.ja}`) : ['定めなし']),
    ),
    ...(item.missing.length > 0 ? [fact('足りないもの', ...item.missing.map(({ why }) => why.ja))] : []),
    ...(item.contractsTouched > 0 ? [fact('関わる契約', `${item.contractsTouched}件`)] : []),
    ...(item.state === 'open' ? [fact('補う者', nameOfSupplier[item.suppliedBy])] : []),
    ...(item.ourReading ? [fact('当社解釈', item.ourReading.ja)] : []),
    ...(item.seedRows.length > 0 ? [fact('改定の表', item.seedRows.map((row) => `${row}行目`).join('、'))] : []),
  ],
})

type About = { readonly title: string; readonly facts: readonly SheetFact[]; readonly today: PlainDate }

/** The gap as people read it: the work that is open first, then what is done, comes later, or does not apply. */
export const gapSheet = (older: Edition, newer: Edition, items: readonly GapItem[], about: About): Sheet => {
  const count = (state: GapItem['state']) => items.filter((item) => item.state === state).length
  const order = Object.keys(marks) as GapItem['state'][]
  return sheet({
    kind: '版の移行の点検',
    title: about.title,
    lead: [`${older.title.ja}から${newer.id}版へ移るために、足りないものを条ごとに示します。直すたびに減ります。`],
    facts: [
      ...about.facts,
      madeOn(about.today),
      fact('進み具合', ...order.map((state) => `${marks[state].text}：${count(state)}件`)),
    ],
    sections: order.flatMap((state) => items.filter((item) => item.state === state).map(itemSection)),
  })
}
