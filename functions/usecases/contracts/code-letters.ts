import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { goodCodeLetter, printCodeLetter as decidePrinting } from '../../../shared/domain/contract/code-letter.ts'
import { codeLetter } from '../../../shared/domain/documents/code-letter.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findAnsweredContract, findVisibleContract } from '../../application/contracts/contract-access.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import { letterheadOf } from '../../application/tenants/letterheads.ts'
import { onPaper } from '../../application/documents/contract-to-print.ts'
import { codeLetterForm } from '../../papers/code-letters.ts'
import type { Costs } from '../../application/cost.ts'

const paperName = 'code-letter'

type Refused = Refusal<'wrong-stage' | 'second-person-needed' | 'does-not-fit'>

/**
 * Records that this admin prints the letter with a code that an SME asked for. From now on its code is good, and it is
 * off the list of what waits to be posted. Not for whoever had a hand in what the SME was sent.
 */
const printCodeLetter =
  (deps: Dependencies): HandlerOf<Routes['printCodeLetter']> =>
  async ({ params: { contractId }, body }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ state, version }): Promise<Result<Step, Refused>> => {
        const history = await deps.ledger.eventsOf(contractId)
        const { sme } = await deps.contracts.document(contractId, state.deal.revision)
        const postalAddress = sme.postalAddress ?? body.postalAddress ?? null
        if (!postalAddress)
          return refuse({ kind: 'does-not-fit', what: 'postalAddress', given: 'none', needs: 'where the letter goes' })
        const { entityId } = state.deal
        const entity = await deps.directory.entity(entityId)
        const sender = await letterheadOf(deps, entityId, entity?.state.letterheads, call.today)
        const said = { postalAddress, ...(sender ? { sender } : {}) }
        const paper = paperAt(deps.digest, paperName, version, codeLetterForm.write(said))
        const decision = decidePrinting(state, { letterSha256: paper.sha256, by: call.who.sub, history }, call.at)
        if (!decision.ok) return decision
        const asked = history.findLast(({ event }) => event.type === 'code-letter-asked')
        // Listed once the mail about it went out; before that there is nothing to take off the list.
        const listed = asked?.deliveries.filter(({ outcome }) => outcome !== null) ?? []
        const told = listed.map(({ id }) => ({ stream: contractId, seq: asked?.seq ?? 0, deliveryId: id }))
        return ok({ events: decision.value, papers: [paper], told })
      },
      findAnsweredContract,
    )

const notFound = refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'codeLetter' })

/** The letter itself, for the one person who recorded its printing, while its code is good. Nobody else ever sees it. */
const getCodeLetter =
  (deps: Dependencies): HandlerOf<Routes['getCodeLetter']> =>
  async ({ params: { contractId } }, { who, at }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { state } = found.value.kept
    const letter = goodCodeLetter(state, at)
    const history = letter ? await deps.ledger.eventsOf(contractId) : []
    const printed = history.findLast(({ event }) => event.type === 'code-letter-printed' && event.n === letter?.n)
    if (!letter || !printed || printed.actor.sub !== who.sub) return notFound
    const [disclosure, paper, code] = await Promise.all([
      deps.contracts.document(contractId, state.deal.revision),
      deps.ledger.paper(contractId, numbered(paperName, printed.seq)),
      deps.links.codeFor(letter.nonce, letter.n),
    ])
    const { postalAddress, sender } = codeLetterForm.read(paper)
    return onPaper(
      deps,
      codeLetter(disclosure, {
        sha256: state.deal.documentSha256,
        printedAt: printed.at,
        postalAddress,
        sender,
        code,
        ...letter,
      }),
    )
  }

export const codeLetterHandlers = (deps: Dependencies) => ({
  printCodeLetter: printCodeLetter(deps),
  getCodeLetter: getCodeLetter(deps),
})

/** Who had a hand in it is read from the ledger: letters are rare. */
export const costs: Costs = {
  printCodeLetter: { requests: 6, readUnits: 7, writeUnits: 17 },
  getCodeLetter: { requests: 4, readUnits: 6, writeUnits: 0 },
}
