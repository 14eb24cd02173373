import type { ContractId } from '../../../shared/domain/ids.ts'
import type { LedgerEvent, OwedDelivery } from '../../ports/ledger.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { type StatedAddress, statedAddressForm } from '../../papers/words-of-smes.ts'

const name = 'notice-address'

/** The evidence document that keeps a stated address beside the next event of a contract at a version. */
export const addressPaper = (
  { digest }: Pick<Dependencies, 'digest'>,
  version: number,
  address: StatedAddress,
): EvidenceDocument => paperAt(digest, name, version, statedAddressForm.write(address))

/** The address last stated within the takeover an event belongs to, up to that event; undefined where nobody stated one. */
export const statedAddress = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  contractId: ContractId,
  upTo = Number.POSITIVE_INFINITY,
  history?: readonly LedgerEvent[],
): Promise<StatedAddress | undefined> => {
  const before = (history ?? (await ledger.eventsOf(contractId))).filter(({ seq }) => seq <= upTo)
  const opened = before.findLastIndex(({ event }) => event.type === 'takeover-opened')
  const stated = before.slice(opened + 1).findLast(statesOne)
  return stated && statedAddressForm.read(await ledger.paper(contractId, numbered(name, stated.seq)))
}

const statesOne = ({ event }: LedgerEvent): boolean =>
  event.type === 'takeover-notice-sent-again' && event.addressSha256 !== null

/** True of a letter to an SME, as against a code or work. */
export const isLetterToSme = ({ to, by }: Pick<OwedDelivery, 'to' | 'by'>): boolean => to === 'sme' && by === 'mail'

/** The refusal of a letter to an SME of which nobody knows where to write to. */
export const noMail = ({ deal }: ExistingContract): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'noticeContact',
  given: deal.noticeBy,
  needs: 'a mail address',
})

/** True where there is a mail address: whoever signed through a link has one; for one on paper, the revision says. */
export const hasMail = (state: ExistingContract): boolean =>
  (state.stage === 'live' && state.entry === 'signed') ||
  state.deal.noticeBy === 'mail' ||
  state.deal.noticeBy === 'both'
