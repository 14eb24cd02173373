import { join } from 'node:path'
import { startEngine } from '../../functions/local/engine.ts'
import { dumpOf, examine, filesIn } from '../../functions/audit/examine.ts'
import type { Teller } from './teller.ts'

/**
 * Looks into every row that the story left in a folder, once nothing writes there any more: every invariant must hold,
 * and have had something to hold over.
 */
export const checkEverything = async (
  folder: string,
  table: string,
  { chapter, must, figures }: Teller,
): Promise<void> => {
  chapter('残ったものを、別の目で確かめる')
  const engine = await startEngine({ folder })
  const rows = await dumpOf(engine.endpoint, table)
  await engine.stop()
  const findings = examine(rows, filesIn(join(folder, 'vault')))
  const violations = findings.flatMap((finding) => finding.violations)
  const examined = findings.reduce((sum, finding) => sum + finding.examined, 0)
  must(violations.length === 0, `${rows.length}行のどこにも、不変条件の破れがない（${examined}点を調べた）`, violations)
  const idle = findings
    .filter((finding) => finding.examined === 0)
    .map(({ invariant, says }) => `${invariant} ${says.ja}`)
  must(idle.length === 0, `${findings.length}種の検査のすべてに、調べるものがあった`, idle)
  figures['検査した行'] = rows.length
  figures['検査した点'] = examined
}
