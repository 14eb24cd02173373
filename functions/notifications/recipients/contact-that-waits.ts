import type { SmeLetter } from '../../../shared/domain/aggregates/delivery.ts'
import { waitingContactChange } from '../../../shared/domain/contract/contact-change.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { contactProposed, waitingOn } from '../../application/contracts/contact-made.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies, Letter } from '../../ports/dependencies.ts'
import type { ContactChange } from '../../papers/words-of-smes.ts'
import { contactChangeAskedLetter } from '../templates/contact-letters.ts'
import type { Text } from '../templates/parts.ts'

/** A change of contact that its SME can still stop: what is proposed, from which day, and the page that stops it. */
type Stoppable = { readonly change: ContactChange; readonly from: PlainDate; readonly url: string }

/** The change an event proposed, while it waits; undefined once it was made, stopped, withdrawn or replaced. */
export const stillWaits = async (
  deps: Dependencies,
  state: ExistingContract,
  event: LedgerEvent['event'],
): Promise<Stoppable | undefined> => {
  const { contractId } = state.deal
  const told = event.type === 'contact-change-proposed' ? event.waits : undefined
  const { waiting } = await waitingOn(deps, contractId)
  if (!told || !waiting || waiting.waits?.stop !== told.stop) return undefined
  const link = await deps.links.linkFor({ contractId, nonce: told.stop })
  const change = await contactProposed(deps, contractId, waiting.seq)
  return { change, from: told.from, url: `${deps.places.site}/stop/#${link}` }
}

/** True of a letter that brings a link, or is about a code: it goes to the old contact alone, whatever letter it is. */
const isForOldAlone = ({ places }: Dependencies, { content, template }: Told): boolean =>
  template === 'code-letter-asked' || content.text.includes(`${places.site}/sign/#`)

type Told = {
  readonly disclosure: Disclosure
  readonly content: Text & Pick<Letter, 'attachments'>
  readonly template: SmeLetter
}

/** What the contact that waits is told beside the old one: every notice, and nothing with a link. */
export const copyToNew = async (
  deps: Dependencies,
  state: ExistingContract,
  told: Told,
): Promise<Pick<Letter, 'to' | 'subject' | 'text' | 'attachments'> | undefined> => {
  if (state.stage !== 'live' || state.contactFrom === undefined || isForOldAlone(deps, told)) return undefined
  const { disclosure, content, template } = told
  const { contractId } = state.deal
  const waiting = waitingContactChange(await deps.ledger.eventsOf(contractId))
  if (!waiting?.waits) return undefined
  const { signatory } = await contactProposed(deps, contractId, waiting.seq)
  const said =
    template === 'contact-change-announced' ? contactChangeAskedLetter(disclosure, waiting.waits.from) : content
  return { to: signatory.mail, ...said }
}
