import type * as z from 'zod'
import type { DisputeView } from '../../shared/api/views/dispute.ts'
import type { DisputeWay } from '../../shared/domain/contract/dispute.ts'
import type { Speaker } from '../../shared/domain/contract/who-spoke.ts'
import type { NamedPaper } from '../ports/ledger.ts'

/** Answer to a dispute, as its paper says it. An annulment's paper says more, and may hold no answer. */
export type DisputeAnswer = { readonly way: Exclude<DisputeWay, 'annulled'>; readonly answer: string }

type Said = { readonly what: string; readonly signer?: Speaker }
type Answer = { readonly seq: number; readonly way: DisputeWay; readonly words: string | null }
type Annulled = { readonly answer?: string | null }

/** `dispute-0007` as what it is and the number of its event. */
const partsOf = (name: string) => ({ kind: name.slice(0, -5), seq: Number(name.slice(-4)) })

/** Disputes of a contract in order, each with the answer that followed it, from the papers beside its ledger. */
export const disputesIn = (papers: readonly NamedPaper[]): z.output<typeof DisputeView>[] => {
  const named = papers.map(({ name, content }) => ({ ...partsOf(name), content })).sort((a, b) => a.seq - b.seq)
  const answers = named.flatMap(({ kind, seq, content }): readonly Answer[] => {
    if (kind === 'dispute-answer') {
      const { way, answer } = content as DisputeAnswer
      return [{ seq, way, words: answer }]
    }
    return kind === 'annulment' ? [{ seq, way: 'annulled', words: (content as Annulled).answer ?? null }] : []
  })
  const said = named.filter(({ kind }) => kind === 'dispute')
  return said.map(({ seq, content }, index) => {
    const { what, signer = null } = content as Said
    const until = said[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    const answer = answers.find((one) => one.seq > seq && one.seq < until)
    return { seq, what, signer, answer: answer ? { way: answer.way, words: answer.words } : null }
  })
}
