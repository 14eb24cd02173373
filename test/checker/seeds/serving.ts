import type { LiveContract } from '../../../shared/domain/contract/contract.ts'
import { kept } from '../reading/looking-up.ts'
import { contract, state, type Seed, type Tampering } from './tampering.ts'

/** A live contract that a reseller sold and holds, and that goes on. */
const sold = ({ book }: Tampering) =>
  contract(
    book,
    ({ contract: one }) =>
      one.stage === 'live' && one.holder === one.deal.seller && kept(book, 'reseller', one.holder)?.stage === 'active',
  ).contract as LiveContract

const sellerOf = (tampering: Tampering) => {
  const { holder } = sold(tampering)
  return state(tampering.book, 'reseller', ({ resellerId }) => resellerId === holder)
}

/** What may go wrong with who serves a live contract. */
export const servingSeeds: readonly Seed[] = [
  {
    invariant: 'I11',
    name: 'a contract is of a service that was never registered',
    also: ['I03'],
    edit: (tampering) => {
      const { serviceId } = sold(tampering).deal
      const { where } = state(tampering.book, 'service', (one) => one.serviceId === serviceId)
      tampering.text(where, 's', (s) => (s.registration = null))
    },
  },
  {
    invariant: 'I11',
    name: 'a contract was sold on a day its seller was not authorized for',
    also: ['I03'],
    edit: (tampering) => {
      const { serviceId } = sold(tampering).deal
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
    also: ['I03', 'I09'],
    edit: (tampering) => {
      const { discontinuanceId, since } = state(
        tampering.book,
        'discontinuance',
        ({ stage }) => stage === 'closed',
      ).state
      tampering.text(sellerOf(tampering).where, 's', (s) => {
        s.discontinued = { since, discontinuanceId }
      })
    },
  },
]
