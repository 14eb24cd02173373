import type { Sealing } from '../../../shared/domain/archive/archive.ts'
import { event, quiet, type Seed, type Tampering } from './tampering.ts'

/** A sealing of a contract that was signed, and the list that was stamped. */
export const sealedIn = ({ book }: Tampering) => {
  const sealed = event(book, 'papers-sealed', ({ event: { sealing } }) => sealing.documents.length === 2)
  const list = book.papers.get(sealed.stream)?.find(({ hash }) => hash === sealed.event.sealing.listSha256)
  if (!list) throw new Error('nothing was sealed')
  return { sealed, list }
}

/** Edits a sealing where it happened and where it stands. */
export const inSealing = (
  tampering: Tampering,
  edit: (sealing: { -readonly [Name in keyof Sealing]: any }) => void,
): void => {
  const { sealed } = sealedIn(tampering)
  const where = tampering.book.states.get(sealed.stream)?.where ?? ''
  tampering.forge(sealed, (body) => edit(body.event.sealing))
  tampering.text(where, 's', (state) => {
    for (const sealing of state.sealings) if (sealing.contractSeq === sealed.event.sealing.contractSeq) edit(sealing)
  })
}

export const listSays = (name: string, value: unknown) => (tampering: Tampering) => {
  const { list } = sealedIn(tampering)
  tampering.write(list, JSON.stringify({ ...JSON.parse(list.text), [name]: value }), { keepHash: true })
}

const other = 'c'.repeat(64)

/** Seeded violations of I19, I26, I27 and I48: what is sealed and kept, and the form of rows. */
export const archiveSeeds: readonly Seed[] = [
  {
    invariant: 'I19',
    name: 'the stamped list is of another text',
    also: ['I07', 'I23'],
    edit: listSays('disclosureSha256', other),
  },
  { invariant: 'I19', name: 'the stamped list is of another event', also: ['I07'], edit: listSays('contractSeq', 999) },
  {
    invariant: 'I19',
    name: 'a sealed file is another than was stamped',
    also: ['I29', 'I23'],
    edit: (tampering) => inSealing(tampering, (sealing) => (sealing.documents[0].sha256 = other)),
  },
  {
    invariant: 'I26',
    name: 'a signature was sealed without its certificate',
    also: ['I19', 'I29'],
    edit: (tampering) => inSealing(tampering, (sealing) => (sealing.documents = sealing.documents.slice(0, 1))),
  },
  {
    invariant: 'I26',
    name: 'a signature was sealed without a stamp',
    also: ['I29', 'I23'],
    edit: (tampering) => inSealing(tampering, (sealing) => (sealing.stamp = { ...sealing.stamp, sha256: '' })),
  },
  {
    invariant: 'I26',
    name: 'what was sealed answers another event',
    also: ['I19', 'I29'],
    edit: (tampering) => inSealing(tampering, (sealing) => (sealing.contractSeq = 1)),
  },
  {
    invariant: 'I27',
    name: 'evidence is kept a year too short',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) =>
      forge(
        event(book, 'retention-set'),
        (body) => (body.event.until = `${Number(body.event.endedOn.slice(0, 4)) + 1}-01-01`),
      ),
  },
  {
    invariant: 'I27',
    name: 'evidence of a live contract is disposed of',
    also: ['I03', 'I07', 'I29', 'I33'],
    edit: (tampering) => {
      const { sealed } = sealedIn(tampering)
      tampering.append(
        sealed,
        (body) => (body.event = { type: 'archive-disposed', on: '2026-10-02', reasonSha256: other }),
      )
    },
  },
  {
    invariant: 'I27',
    name: 'the day evidence is kept until moves back',
    also: ['I03', 'I29'],
    edit: ({ book, append }) =>
      append(event(book, 'retention-set'), (body) => {
        body.event = { ...body.event, until: `${Number(body.event.until.slice(0, 4)) - 1}-12-31` }
      }),
  },
  {
    invariant: 'I48',
    name: 'a paper holds a direction override',
    also: ['I07'],
    edit: (tampering) => {
      const { list } = sealedIn(tampering)
      tampering.write(list, JSON.stringify({ ...JSON.parse(list.text), note: 'a\u202eb' }), { keepHash: true })
    },
  },
  {
    invariant: 'I48',
    name: 'an event writes a moment in another form',
    also: ['I29'],
    edit: ({ book, forge }) =>
      forge(event(book, 'contract-offered'), (body) => (body.event.expiresAt = '2026-10-20T00:00:00+09:00')),
  },
  {
    invariant: 'I48',
    name: 'a row is larger than a row may be',
    also: ['I08'],
    edit: ({ book, set }) => set(quiet(book).where, { n: '甲'.repeat(140_000) }),
  },
]
