import { sha256 } from '../../../functions/audit/reading/hash.ts'
import { contract, event, quiet, state, type Seed } from './tampering.ts'

/** Seeded violations of I01 to I05: what contracts and ledgers are. */
export const contractSeeds: readonly Seed[] = [
  {
    invariant: 'I01',
    name: 'a contract is listed under the SME of another of the same service',
    also: ['I02', 'I03', 'I05', 'I08'],
    edit: ({ book, set }) => {
      const one = quiet(book)
      const { serviceId, smeId, entityId } = one.contract.deal
      const other = quiet(book, ({ contract: { deal } }) => deal.serviceId === serviceId && deal.smeId !== smeId)
      set(other.where, { pp: `${entityId}#${smeId}` })
    },
  },
  {
    invariant: 'I01',
    name: 'a second live head beside the first',
    also: ['I02', 'I04', 'I28', 'I29'],
    edit: ({ book, row, add }) => {
      const one = quiet(book)
      const last = one.id.at(-1) ?? ''
      const suffix = `${'0'.repeat(25)}${last}`
      const { es } = row(one.where)
      add({ ...row(one.where), sk: `C#${suffix}`, ps: suffix, es: `${String(es).split('#')[0]}#${suffix}` })
    },
  },
  {
    invariant: 'I01',
    name: 'a contract is moved to the service its SME has a contract for already',
    also: ['I02', 'I03', 'I05', 'I08'],
    edit: ({ book, set, head }) => {
      const one = quiet(book)
      const { smeId, entityId, serviceId } = one.contract.deal
      const other = quiet(book, ({ contract: { deal } }) => deal.serviceId !== serviceId && deal.entityId === entityId)
      set(other.where, { pp: `${entityId}#${smeId}` })
      head(other.where, 'serviceId', () => serviceId.slice(4))
    },
  },

  {
    invariant: 'I02',
    name: 'the place of a live contract is not held',
    edit: ({ book, drop }) => {
      const { serviceId, smeId } = quiet(book).contract.deal
      drop(`GUARD#place/${serviceId}#${smeId}|GUARD`)
    },
  },
  {
    invariant: 'I02',
    name: 'the place of a live contract is held by another',
    edit: ({ book, set }) => {
      const one = quiet(book)
      const { serviceId, smeId } = one.contract.deal
      set(`GUARD#place/${serviceId}#${smeId}|GUARD`, { holder: quiet(book, ({ id }) => id !== one.id).id })
    },
  },
  {
    invariant: 'I02',
    name: 'an ended contract still holds its place',
    edit: ({ book, add }) => {
      const { id, contract: ended } = contract(book, (head) => head.contract.stage === 'ended')
      add({ pk: `GUARD#place/${ended.deal.serviceId}#${ended.deal.smeId}`, sk: 'GUARD', t: 'guard', holder: id })
    },
  },
  {
    invariant: 'I02',
    name: 'a place is held for a service the contract is not of',
    edit: ({ book, add }) => {
      const { id, contract: live } = quiet(book)
      const other = state(book, 'service', ({ serviceId }) => serviceId !== live.deal.serviceId)
      add({ pk: `GUARD#place/${other.id}#0000000000000`, sk: 'GUARD', t: 'guard', holder: id })
    },
  },

  {
    invariant: 'I03',
    name: 'a told takeover is opened again on its head',
    also: ['I15'],
    edit: ({ book, head }) => {
      const told = contract(book, ({ contract: one }) => one.stage === 'live' && one.takeover?.stage === 'told')
      head(told.where, 'takeover', (takeover) => ({ ...takeover, s: 'opened' }))
    },
  },
  {
    invariant: 'I03',
    name: 'a head has forgotten an earlier takeover',
    also: ['I15'],
    edit: ({ book, head }) => {
      const again = contract(book, ({ contract: one }) => 'earlierTakeovers' in one && one.earlierTakeovers.length > 0)
      head(again.where, 'earlierTakeovers', (earlier) => earlier.slice(1))
    },
  },
  {
    invariant: 'I03',
    name: 'a reseller bears another name than its ledger gives',
    edit: ({ book, text }) => text(state(book, 'reseller').where, 's', (s) => (s.name = '別の株式会社')),
  },
  {
    invariant: 'I03',
    name: 'a finished operation runs again',
    edit: ({ book, text }) => text(state(book, 'operation').where, 's', (s) => (s.stage = 'running')),
  },
  {
    invariant: 'I03',
    name: 'a head cannot be unpacked',
    also: ['I02', 'I08', 'I29'],
    edit: ({ book, head }) => head(quiet(book).where, 'stage', () => 'undone'),
  },
  {
    invariant: 'I03',
    name: 'an SME was told of a takeover that never was',
    also: ['I15'],
    edit: ({ book, append, forge }) => {
      const attested = event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)
      append(attested, (body) => (body.event = { type: 'takeover-told', by: 'phone', toldSha256: null }))
      forge(attested, (body) => (body.after = null))
    },
  },

  {
    invariant: 'I04',
    name: 'a version runs ahead of its events',
    edit: ({ book, row, set }) => {
      const { where } = quiet(book)
      set(where, { v: Number(row(where)['v']) + 1 })
    },
  },
  {
    invariant: 'I04',
    name: 'an event stands one place further on',
    edit: ({ book, set }) => {
      const { where, seq } = event(book, 'operation-finished')
      set(where, { sk: `E#${String(seq + 1).padStart(6, '0')}` })
    },
  },
  {
    invariant: 'I04',
    name: 'the last event of a ledger is gone',
    also: ['I03', 'I28', 'I38'],
    edit: ({ book, drop }) => drop(event(book, 'operation-finished').where),
  },

  {
    invariant: 'I05',
    name: 'a head has more terminals than were signed for',
    also: ['I03'],
    edit: ({ book, head }) => head(quiet(book).where, 'terminals', (terminals) => terminals + 1),
  },
  {
    invariant: 'I05',
    name: 'a head has a lower fee than was signed for',
    also: ['I03'],
    edit: ({ book, head }) => head(quiet(book).where, 'monthlyFeeExTaxYen', (fee) => fee - 1),
  },
  {
    invariant: 'I07',
    name: 'the facts of a service name another type of monitoring than its ledger',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const drafted = event(tampering.book, 'service-version-drafted', ({ event: { code } }) => code === 'CMB')
      const paper = tampering.book.papers.get(drafted.stream)?.find(({ hash }) => hash === drafted.event.factsSha256)
      if (!paper) throw new Error('no facts')
      const text = paper.text.replace('"monitoringType":"combined"', '"monitoringType":"mobile"')
      tampering.write(paper, text)
      tampering.forge(drafted, (body) => (body.event.factsSha256 = sha256(text)))
    },
  },
  {
    invariant: 'I05',
    name: 'a head names a type of monitoring that its service is not of',
    also: ['I03'],
    edit: ({ book, head }) => head(quiet(book).where, 'monitoringType', () => 'mobile'),
  },
  {
    invariant: 'I05',
    name: 'a head names another document than was signed',
    also: ['I03'],
    edit: ({ book, head }) => head(quiet(book).where, 'documentSha256', (short) => `${short.slice(1, -1)}_A`),
  },
  {
    invariant: 'I05',
    name: 'a contract is revised after it was attested',
    also: ['I03', 'I07', 'I08', 'I29'],
    edit: ({ book, append }) => {
      const attested = event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)
      append(attested, (body) => {
        body.event = { type: 'contract-revised', deal: { ...body.event.deal, monthlyFeeExTaxYen: 1 } }
      })
    },
  },

  {
    invariant: 'I05',
    name: 'a change that items show is in force without a signature',
    also: ['I03', 'I07', 'I29'],
    edit: ({ book, forge }) =>
      forge(event(book, 'contract-amended'), (body) => {
        const proposed = event(book, 'amendment-proposed', ({ stream }) => stream === body.stream)
        body.event.deal = { ...proposed.event.deal, revision: body.event.deal.revision }
      }),
  },
  {
    invariant: 'I05',
    name: 'a renewal brings another fee',
    also: ['I03', 'I07', 'I08', 'I29'],
    edit: ({ book, forge }) =>
      forge(event(book, 'contract-renewed'), (body) => (body.event.deal.monthlyFeeExTaxYen += 1)),
  },
  {
    invariant: 'I05',
    name: 'a change is for another SME',
    also: ['I03', 'I07', 'I08', 'I29'],
    edit: ({ book, forge }) =>
      forge(event(book, 'contract-amended'), (body) => (body.event.deal.smeId = '7123456789012')),
  },
  {
    invariant: 'I05',
    name: 'a term begins that nobody signed',
    also: ['I03', 'I29', 'I33'],
    edit: ({ book, append }) => {
      const attested = event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)
      append(attested, (body) => (body.event = { type: 'term-begun' }))
    },
  },
]
