import { labelOfItem, type DisclosureItemCode } from '../domain/disclosure-items.ts'
import type { Edition, KeptByRule } from './model/edition.ts'
import { asking, unless, type Objection, type Question } from './model/rule.ts'
import type { FormFindings } from '../domain/contract/states.ts'

type StatedAs = Pick<KeptByRule, 'statedAs'>

const where = (item: DisclosureItemCode): string => `items.${item}`

/**
 * Objections of a rule to a text on paper: a named person read the form and did not find it stated. A version that says
 * it all proves nothing of a paper.
 */
export const notStatedOnPaper = (
  { statedAs }: StatedAs,
  paper: Pick<FormFindings, 'notStated'> | null,
): readonly Objection[] =>
  statedAs.flatMap((item) =>
    unless(
      !paper?.notStated.includes(item),
      where(item),
      `署名された様式に「${labelOfItem[item].ja}」の記載がないと、様式を確認した人が記録しています。`,
      `Whoever read the form that was signed did not find "${labelOfItem[item].en}" stated in it.`,
    ),
  )

/** Questions that wait for a person: the SME to confirm the contract, or somebody to read the form it was signed on. */
export const notSeenOnPaper = ({ statedAs }: StatedAs, paper: FormFindings | null): readonly Question[] =>
  statedAs.flatMap((item) =>
    asking(
      paper !== null && !paper.stated.includes(item) && !paper.notStated.includes(item),
      'awaited',
      where(item),
      `署名された紙に「${labelOfItem[item].ja}」の記載があるかは、まだ分かりません。ユーザーの確認か、様式の確認を待っています。`,
      `Whether the paper that was signed states "${labelOfItem[item].en}" waits for the user to confirm it, or for somebody to read the form.`,
    ),
  )

/** The clauses of an edition under which something is not seen to stand on a paper, in printed order. */
export const clausesNotSeenOnPaper = (edition: Edition, paper: FormFindings | null): readonly string[] =>
  edition.clauses
    .filter(({ keptBy }) => keptBy.some((one) => one.by === 'rule' && notSeenOnPaper(one, paper).length > 0))
    .map(({ label }) => label)
