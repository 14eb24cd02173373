import { kept, liveIn } from '../../../functions/audit/reading/looking-up.ts'
import { state, type Seed, type Tampering } from './tampering.ts'

/** A live contract of a reseller that sold it, holds it and goes on; where an instant is given, one it acted on after that. */
const sold = ({ book }: Tampering, since = '') => {
  const actedSince = (id: string, holder: string) =>
    book.streams.get(id)?.entries.some(({ actor, at }) => actor.tenant === holder && at > since)
  const found = liveIn(book).find(
    ({ id, contract: { deal, holder } }) =>
      holder === deal.seller && kept(book, 'reseller', holder)?.stage === 'active' && actedSince(id, holder),
  )
  if (!found) throw new Error('no reseller holds what it sold')
  return found
}

const sellerOf = (tampering: Tampering, since?: string) => {
  const { holder } = sold(tampering, since).contract
  return state(tampering.book, 'reseller', ({ resellerId }) => resellerId === holder)
}

/** What may go wrong with who serves a live contract. */
export const servingSeeds: readonly Seed[] = [
  {
    invariant: 'I11',
    name: 'a contract is of a service that was never registered',
    also: ['I03'],
    edit: (tampering) => {
      const { serviceId } = sold(tampering).contract.deal
      const { where } = state(tampering.book, 'service', (one) => one.serviceId === serviceId)
      tampering.text(where, 's', (s) => (s.registration = null))
    },
  },
  {
    invariant: 'I11',
    name: 'a contract was sold on a day its seller was not authorized for',
    also: ['I03'],
    edit: (tampering) => {
      const { serviceId } = sold(tampering).contract.deal
      tampering.text(sellerOf(tampering).where, 's', (s) => (s.authorizations[serviceId] = []))
    },
  },
  {
    invariant: 'I11',
    name: 'a contract is held by a reseller that was never approved',
    also: ['I03'],
    edit: (tampering) => tampering.text(sellerOf(tampering).where, 's', (s) => (s.stage = 'invited')),
  },
  {
    invariant: 'I11',
    name: 'a contract is held by a reseller that stopped, long after that was settled',
    also: ['I03', 'I09', 'I13'],
    edit: (tampering) => {
      const { discontinuanceId, since } = state(
        tampering.book,
        'discontinuance',
        ({ stage }) => stage === 'closed',
      ).state
      tampering.text(sellerOf(tampering, since).where, 's', (s) => {
        s.discontinued = { since, discontinuanceId }
      })
    },
  },
]
