import type { Cast } from './cast.ts'
import { until } from './client.ts'
import type { Teller } from './teller.ts'

const types: Readonly<Record<string, string>> = {
  network: 'ネットワーク監視型',
  endpoint: '端末監視型',
  combined: '併用型',
}

/** Pads by what a terminal shows: a Japanese character takes two columns. */
const padded = (text: string, width: number): string => {
  const shown = [...text].reduce((sum, char) => sum + (/[\u2E80-\uFFDC\u{20000}-\u{3FFFF}]/u.test(char) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, width - shown))
}

/** 9. The report, read from the index, and counted again from the ledger. */
export const report = async ({ staff }: Cast, teller: Teller): Promise<void> => {
  const { chapter, say, must, done, figures } = teller
  chapter('9. 審査登録機関への報告（様式は当社のもの）')
  const { today } = done(await staff.get('/v1'))
  const span = { from: '2026-04-01', until: today }
  const it = done(await staff.get(`/v1/reports/contracts?from=${span.from}&until=${span.until}`))
  const row = (name: string, { live, new: made, ended, takenOver }: any) =>
    say(
      `${padded(name, 36)} 有効 ${String(live).padStart(4)}  新規 ${String(made).padStart(4)}  終了 ${String(ended).padStart(3)}  引継ぎ ${String(takenOver).padStart(3)}`,
    )
  say(`${it.entityName}  ${it.from} から ${it.until} まで`)
  row('合計', it.totals)
  say('— 再販協力会社別（結んだ会社で数える）')
  for (const line of it.byReseller) row(`${line.name}${line.stage === 'discontinued' ? '（終了）' : ''}`, line)
  say('— 監視の型別')
  for (const line of it.byMonitoringType) row(types[line.monitoringType] ?? '', line)
  say('— 都道府県別')
  for (const line of it.byPrefecture) row(line.prefecture, line)
  say('— 月別')
  for (const line of it.byMonth)
    say(
      `${padded(line.month, 36)}            新規 ${String(line.new).padStart(4)}  終了 ${String(line.ended).padStart(3)}  引継ぎ ${String(line.takenOver).padStart(3)}`,
    )
  say(
    `個別契約の例外 ${it.totals.exceptions}件、ユーザーの確認待ち ${it.totals.awaitingConfirmation}件、続いている提供困難案件 ${it.openDiscontinuances.length}件`,
  )

  const sum = (lines: any[], what: string) => lines.reduce((total, line) => total + line[what], 0)
  const agree = ['live', 'new', 'ended', 'takenOver'].every((what) =>
    [it.byReseller, it.byMonitoringType, it.byPrefecture].every((lines) => sum(lines, what) === it.totals[what]),
  )
  must(agree, 'どの切り口で足しても、合計に等しい')
  must(it.totals.new - it.totals.ended === it.totals.live, '新規 − 終了 = 有効')

  const { operationId } = done(await staff.post('/v1/reports/recounts', span))
  const { outcome } = await until(async () => {
    const recount = done(await staff.get(`/v1/reports/recounts/${operationId}`))
    return recount.stage === 'finished' ? recount : undefined
  }, 'recount')
  must(
    outcome.agrees,
    `台帳の出来事 ${outcome.events}件から別の方法で数え直しても、すべて一致する`,
    outcome.differences,
  )
  const csv = (await staff.get(`/v1/reports/contracts.csv?from=${span.from}&until=${span.until}`)).text
  must(
    csv.startsWith('\ufeff月,') && csv.trimEnd().split('\r\n').length === it.cells.length + 2,
    `CSV は ${it.cells.length}行と合計`,
  )
  figures['有効な契約'] = it.totals.live
  figures['数え直した出来事'] = outcome.events
}
