import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { startEngine } from '../../functions/local/engine.ts'
import { dumpOf, examine, filesIn } from '../../functions/audit/examine.ts'
import type { Teller } from './teller.ts'

/** Checks of what this story does not tell: no code by post is asked for in it, and no file is brought. */
const notTold: readonly string[] = [
  'I22 確認コードの手紙は、契約の送付に関わっていない実施主体の管理者が印刷している',
  'I50 受け入れたファイルは、調べてから人が受け入れたもので、そのまま保管されている',
]

/**
 * Looks into every row that the story left in a folder, once nothing writes there any more: every invariant must hold,
 * and have had something to hold over, but for those that are about what the story does not tell.
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
  const told = findings.length - idle.length
  must(
    isDeepStrictEqual(idle.toSorted(), notTold.toSorted()),
    `${findings.length}種の検査のうち、この話に出てこない${notTold.length}種を除く${told}種に、調べるものがあった`,
    idle,
  )
  figures['検査した行'] = rows.length
  figures['検査した点'] = examined
}
