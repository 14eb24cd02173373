import { event, state, type Seed, type Tampering } from './tampering.ts'

/** A proof of training that was accepted: it lies in the vault. */
const accepted = ({ book }: Tampering) =>
  state(book, 'file', ({ stage, purpose }) => stage === 'accepted' && purpose === 'trainingProof')
const nameOf = ({ state: { entityId, fileId } }: ReturnType<typeof accepted>): string => `files/${entityId}/${fileId}`

/** Seeded violations of I50: files that somebody brought. */
export const uploadSeeds: readonly Seed[] = [
  {
    invariant: 'I50',
    name: 'what was accepted is not in the vault',
    edit: (tampering) => tampering.put(nameOf(accepted(tampering)), null),
  },
  {
    invariant: 'I50',
    name: 'other bytes lie where an accepted file lay',
    edit: (tampering) => {
      const file = accepted(tampering)
      tampering.put(nameOf(file), new Uint8Array(file.state.bytes))
    },
  },
  {
    invariant: 'I50',
    name: 'something lies in the vault that nobody looked into',
    edit: (tampering) => {
      const { entityId } = accepted(tampering).state
      tampering.put(`files/${entityId}/fil_00000000000000000000000000`, new Uint8Array(3))
    },
  },
  {
    invariant: 'I50',
    name: 'a file was accepted that nobody looked into',
    also: ['I03', 'I04', 'I28', 'I29', 'I38'],
    edit: (tampering) => {
      const file = accepted(tampering)
      const checked = event(tampering.book, 'file-checked', ({ stream }) => stream === file.id)
      tampering.drop(checked.where)
    },
  },
  {
    invariant: 'I50',
    name: 'a version was approved by the one who accepted it',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const approved = event(tampering.book, 'file-approved')
      const by = event(tampering.book, 'file-accepted', ({ stream }) => stream === approved.stream).event.by
      tampering.forge(approved, (body) => {
        body.event.by = by
        body.actor.sub = by
      })
    },
  },
  {
    invariant: 'I50',
    name: 'a file was accepted after its time in quarantine',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const file = accepted(tampering)
      const begun = event(tampering.book, 'file-begun', ({ stream }) => stream === file.id)
      tampering.forge(begun, (body) => (body.event.until = '2026-01-01T00:00:00.000Z'))
    },
  },
]
