import type { OperationEvent, ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { numbered, type PaperContent } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../change.ts'
import { operationView } from '../../views/directory-views.ts'
import type { RowOutcome } from '../../papers/results.ts'
import { rowResult } from './results.ts'

/** Input of a worker, in evidence documents of its own, and the hash that stands for them all. */
export type Input = { readonly papers: readonly EvidenceDocument[]; readonly inputSha256: string }

const inputPaper = ({ digest }: Pick<Dependencies, 'digest'>, content: PaperContent, index = 0): EvidenceDocument => ({
  name: numbered('input', index + 1),
  content,
  sha256: digest(content),
})

/** Input that fits in one evidence document. */
export const onePaper = (deps: Pick<Dependencies, 'digest'>, content: PaperContent): Input => {
  const paper = inputPaper(deps, content)
  return { papers: [paper], inputSha256: paper.sha256 }
}

/** Input that may be long, an evidence document for each of its parts. */
export const papersFor = (deps: Pick<Dependencies, 'digest'>, contents: readonly PaperContent[]): Input => {
  const papers = contents.map((content, index) => inputPaper(deps, content, index))
  return { papers, inputSha256: deps.digest(papers.map(({ sha256 }) => sha256)) }
}

type Accepted = Extract<OperationEvent, { readonly type: 'operation-accepted' }>
type Asked = Omit<Accepted, 'type' | 'operationId' | 'inputSha256'>

/** The change that takes work in: what was asked lies beside it, and a worker is owed. With it, what the asker is told. */
export const acceptOperation = ({ ids }: Dependencies, asked: Asked, { papers, inputSha256 }: Input, at: Instant) => {
  const operationId = ids.fresh('opr')
  const accepted: Accepted = { type: 'operation-accepted', operationId, ...asked, inputSha256 }
  const changed = beginning('operation', operationId, [accepted], at, { papers })
  return { changes: [changed], answer: operationView(changed.state as ExistingOperation) }
}

type Judged = Pick<ExistingOperation, 'operationId' | 'entityId' | 'kind' | 'discontinuanceId'> & {
  readonly at: Instant
}

/** Answer of a dry run that judged every row at once: an operation that is over, and that nobody can look up. */
export const judgedRows = ({ at, ...judged }: Judged, rows: readonly RowOutcome[]) => {
  const accepted = rows.filter(({ verdict }) => verdict === 'accepted').length
  const [total, refused] = [rows.length, rows.length - accepted]
  const times = { acceptedAt: at, advancedAt: at, steps: 0 }
  const over = { ...judged, ...times, stage: 'finished' as const, owner: judged.entityId }
  return { ...operationView({ ...over, total, done: total, accepted, refused }), rows: rows.map(rowResult) }
}
