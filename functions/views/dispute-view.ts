import type * as z from 'zod'
import type { DisputeView } from '../../shared/api/views/dispute.ts'
import type { DisputeWay } from '../../shared/domain/contract/dispute.ts'
import type { NamedPaper } from '../ports/ledger.ts'
import { partsOfName } from '../ports/papers.ts'
import { annulmentForm, disputeAnswerForm } from '../papers/words-of-sellers.ts'
import { disputeForm } from '../papers/words-of-smes.ts'

type Answer = { readonly seq: number; readonly way: DisputeWay; readonly words: string | null }

/**
 * Disputes of a contract in order, each with the answer that followed it, from the evidence documents beside its
 * ledger.
 */
export const disputesIn = (papers: readonly NamedPaper[]): z.output<typeof DisputeView>[] => {
  const named = papers
    .map(({ name, content }) => ({ ...partsOfName(name), content }))
    .sort((one, other) => one.number - other.number)
  const answers = named.flatMap(({ what, number: seq, content }): readonly Answer[] => {
    if (what === 'dispute-answer') {
      const { way, answer } = disputeAnswerForm.read(content)
      return [{ seq, way, words: answer }]
    }
    return what === 'annulment' ? [{ seq, way: 'annulled', words: annulmentForm.read(content).answer ?? null }] : []
  })
  const said = named.filter(({ what }) => what === 'dispute')
  return said.map(({ number: seq, content }, index) => {
    const { what, signer = null } = disputeForm.read(content)
    const until = said[index + 1]?.number ?? Number.POSITIVE_INFINITY
    const answer = answers.find((one) => one.seq > seq && one.seq < until)
    return { seq, what, signer, answer: answer ? { way: answer.way, words: answer.words } : null }
  })
}
