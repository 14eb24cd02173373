import { canonical, sha256 } from '../../../functions/audit/reading/hash.ts'
import { paperWith } from '../../../functions/audit/reading/looking-up.ts'
import { event, type Seed, type Tampering } from './tampering.ts'

/** Writes the answer to a dispute anew, with its hash in the event. */
const answerAnew = (tampering: Tampering, edit: (answer: any) => void): void => {
  const kept = event(tampering.book, 'attestation-kept')
  const paper = paperWith(tampering.book, kept.stream, kept.event.answerSha256)
  if (!paper) throw new Error('no answer')
  const answer = JSON.parse(paper.text)
  edit(answer)
  tampering.write(paper, canonical(answer))
  tampering.forge(kept, (body) => (body.event.answerSha256 = sha256(canonical(answer))))
}

/** Seeded violations of I49: how disputes are answered. */
export const disputeSeeds: readonly Seed[] = [
  {
    invariant: 'I49',
    name: 'an SME is told that its record was corrected, and it was kept',
    edit: (tampering) => answerAnew(tampering, (answer) => (answer.way = 'corrected')),
  },
  {
    invariant: 'I49',
    name: 'a dispute is answered without a word',
    edit: (tampering) => answerAnew(tampering, (answer) => (answer.answer = '')),
  },
  {
    invariant: 'I49',
    name: 'a dispute is answered twice',
    also: ['I03', 'I24', 'I29', 'I33'],
    edit: (tampering) => tampering.append(event(tampering.book, 'attestation-kept'), () => undefined),
  },
  {
    invariant: 'I49',
    name: 'an SME disputes again before it was answered',
    also: ['I03', 'I29'],
    edit: (tampering) =>
      tampering.append(
        event(tampering.book, 'attestation-disputed', ({ stream }) =>
          (tampering.book.streams.get(stream)?.entries ?? []).every(
            ({ event: one }) => !one.type.startsWith('attestation-k'),
          ),
        ),
        () => undefined,
      ),
  },
]
