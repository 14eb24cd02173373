import { concluded, liveIn } from '../reading/looking-up.ts'
import { state, type Seed, type Tampering } from './tampering.ts'

/** A live contract that a reseller sold and holds. */
const sold = ({ book }: Tampering) => {
  const found = liveIn(book).find(
    ({ contract: { deal, holder } }) => holder === deal.seller && holder !== deal.entityId,
  )
  if (!found) throw new Error('no reseller holds what it sold')
  return found
}

const sellerOf = (tampering: Tampering) => {
  const { holder } = sold(tampering).contract
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
      const settled = [...tampering.book.heads.values()].find(
        ({ contract }) => contract.stage === 'live' && contract.takeover?.stage === 'settled',
      )
      const takeover = concluded(settled?.contract)?.takeover
      if (!takeover) throw new Error('nothing is settled')
      const { discontinuanceId, since } = takeover
      tampering.text(sellerOf(tampering).where, 's', (s) => {
        s.discontinued = { since, discontinuanceId }
      })
    },
  },
]
