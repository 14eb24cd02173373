import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ContractRevision, LiveContract } from '../../../shared/domain/contract/states.ts'
import { wrongStage } from '../../../shared/domain/contract/in-stage.ts'
import { holdsPlace, settleConflict, succeed, unfitSuccession } from '../../../shared/domain/contract/succession.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { hasExpired, type ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { isOwnSmeId } from '../../../shared/domain/sme-id.ts'
import { exceptionFacts } from '../../../shared/policy/named-exception.ts'
import { noSuchSme } from '../../../shared/policy/own-number.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Change } from '../../ports/records.ts'
import { smeSlot } from '../../ports/unique-keys.ts'
import { change } from '../../application/change.ts'
import { findAnsweredContract } from '../../application/contracts/contract-access.ts'
import { exceptionCheck } from '../../application/contracts/exception-check.ts'
import { groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { successionForm } from '../../papers/sme-identities.ts'
import { disclosureForm } from '../../papers/texts.ts'

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'out-of-order' | 'incomplete' | 'cannot-be-printed'>

/**
 * The contract is another SME's, with the SME's place for the service, in one transaction. Where the successor has the
 * service already, both stand in conflict. What was agreed for the next term passes on too; nothing else changes.
 */
export const succeedSme =
  (deps: Dependencies): HandlerOf<Routes['succeedSme']> =>
  ({ params: { contractId }, body }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ read, state, version }): Promise<Result<Step, Refused>> => {
        const { corporateNumber, reading, postalAddress, ...named } = body.successor
        const agreed = (body.consents ?? []).map(({ party }) => party)
        const succession = { ground: body.ground, on: body.on, successor: corporateNumber, agreed }
        const unfit = unfitSuccession(state, succession, call.today)
        if (unfit) return unfit
        const live = state as LiveContract
        const { deal, lastRevision } = live
        const ground = await groundOfLive(deps, { ...live, deal: { ...deal, smeId: corporateNumber } }, deal)
        const noSme = noSuchSme(corporateNumber, ground, 'successor.corporateNumber')
        if (noSme) return noSme

        const under = async (now: ContractRevision, revision: number) => {
          const before = await deps.contracts.document(contractId, now.revision)
          const { reading: _, postalAddress: __, placeOfService, ...sme } = before.sme
          const disclosure: Disclosure = {
            ...before,
            revision,
            sme: {
              ...sme,
              ...named,
              ...(reading ? { reading } : {}),
              ...(postalAddress ? { postalAddress } : {}),
              ...(placeOfService ? { placeOfService } : {}),
              smeId: corporateNumber,
            },
          }
          const content = disclosureForm.write(disclosure)
          const sha256 = deps.digest(content)
          const text = { name: numbered('document', revision), content, sha256 }
          const { prefecture } = body.successor
          return {
            text,
            disclosure,
            deal: { ...now, revision, documentSha256: sha256, smeId: corporateNumber, prefecture },
          }
        }
        const now = await under(deal, lastRevision + 1)
        const next = live.next && (await under(live.next.deal, lastRevision + 2))
        const cannot = cannotBePrinted(now.disclosure)
        if (cannot) return refuse(cannot)
        const paper = paperAt(
          deps.digest,
          'succession',
          version,
          successionForm.write({
            ...body,
            successor: { ...named, corporateNumber, reading: reading ?? null, postalAddress: postalAddress ?? null },
            consents: body.consents ?? [],
            by: call.who.sub,
            from: deal.smeId,
          }),
        )
        const { slotHeldBy } = ground
        return ok({
          events: succeed(succession, {
            deal: now.deal,
            next: next && next.deal,
            successionSha256: paper.sha256,
            slotHeldBy,
          }),
          papers: [now.text, ...(next ? [next.text] : []), paper],
          name: named.name,
          checks: liveChecks(read, ground),
          claims: slotHeldBy ? [] : [smeSlot(deal.serviceId, corporateNumber, contractId)],
          releases: holdsPlace(live) ? [smeSlot(deal.serviceId, deal.smeId, contractId)] : [],
          also: await identityAfter(deps, deal, corporateNumber, call),
        })
      },
      findAnsweredContract,
    )

/** An id of the entity's own is nobody's any more once its SME has a 法人番号, or was taken over. */
const identityAfter = async (
  { directory }: Dependencies,
  { entityId, smeId }: ContractRevision,
  by: string,
  { at }: { readonly at: Parameters<typeof change>[4] },
): Promise<readonly Change[]> => {
  const found = isOwnSmeId(smeId) ? await directory.smeIdentity(entityId, smeId) : undefined
  return found?.state.stage === 'given'
    ? [change('smeIdentity', found.state.smeId, found, [{ type: 'sme-identity-succeeded', by }], at)]
    : []
}

/** True of an exception under which this contract's SME may have the service twice today. */
const allowsBoth = (exception: ExistingException, deal: ContractRevision, today: PlainDate): boolean => {
  const { approved, forService, forSeller, forSme } = exceptionFacts(exception, deal, false)
  return approved && forService && forSeller && forSme && !hasExpired(exception, today)
}

/** The conflict is over: this contract takes the place that is free by now, or both stand under an exception. */
export const settleSmeConflict =
  (deps: Dependencies): HandlerOf<Routes['settleSmeConflict']> =>
  ({ params: { contractId }, body: { exceptionId = null } }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ read, state }): Promise<Result<Step, Refusal<'wrong-stage' | 'does-not-fit'>>> => {
        if (state.stage !== 'live') return wrongStage(state, 'live')
        const { deal } = state
        const ground = await groundOfLive(deps, state, { exceptionId })
        const { exception, slotHeldBy } = ground
        if (exceptionId && !(exception && allowsBoth(exception.state, deal, call.today)))
          return refuse({
            kind: 'does-not-fit',
            what: 'exceptionId',
            given: exceptionId,
            needs: 'an approved exception for this service, seller and SME that has not expired',
          })
        const decision = settleConflict(state, { slotHeldBy, exceptionId })
        if (!decision.ok) return decision
        return ok({
          events: decision.value,
          checks: [...liveChecks(read, { ...ground, exception: null }), ...exceptionCheck(ground)],
          claims: exceptionId ? [] : [smeSlot(deal.serviceId, deal.smeId, contractId)],
        })
      },
      findAnsweredContract,
    )

/** Succession of a contract with no next term agreed; an SME without 法人番号 is a request and a read more. */
export const costs: Costs = {
  succeedSme: { requests: 4, readUnits: 6, writeUnits: 30 },
  settleSmeConflict: { requests: 3, readUnits: 6, writeUnits: 19 },
}
