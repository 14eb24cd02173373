import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Principal } from '../../../shared/domain/people.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/guard.ts'
import { requirementOf } from '../../../shared/domain/reseller/requirement.ts'
import { meetRequirement } from '../../../shared/domain/reseller/reseller.ts'
import { judgeableEditions } from '../../../shared/standard/index.ts'
import { resellerNumber } from '../../ports/unique-keys.ts'
import { evidenceAlone, paperAt, type PaperContent } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { resellerView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import { readWhole } from '../../application/read-whole.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'
import { contactForm } from '../../papers/resellers.ts'
import { resaleAgreementForm } from '../../papers/files.ts'

type Given = InputOf<Routes['supplyRequirement']>['body']

const contentOf = (body: Given): PaperContent => {
  switch (body.code) {
    case 'contact':
      return contactForm.write(body)
    case 'resaleAgreement':
      return resaleAgreementForm.write(body)
    default:
      return evidenceAlone(body)
  }
}

/** Supplies a requirement, by whoever must supply it; what it gives is kept as an evidence document. */
export const supplyRequirement =
  (deps: Dependencies): HandlerOf<Routes['supplyRequirement']> =>
  async ({ params: { resellerId }, body }, { who, at, today, metadata }) => {
    const found = isItsOwn(who, resellerId) ? await deps.directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const wrong = notTheirs(who, body) ?? noEdition(body) ?? notYet(body, today)
    if (wrong) return refuse(wrong)

    const corporateNumber = body.code === 'corporateNumber' ? body.corporateNumber : undefined
    const claim = corporateNumber && resellerNumber(who.entityId, corporateNumber, resellerId)
    const holder = claim && (await deps.commits.holderOf(claim))
    if (holder && holder !== resellerId) return refuse({ kind: 'already-exists', what: 'corporateNumber' })

    const entity = corporateNumber === undefined ? undefined : await entityOf(deps, who.entityId)
    const someoneElses = corporateNumber && entity && (await ofAnother(deps, resellerId, corporateNumber, entity))
    if (someoneElses) return refuse(someoneElses)

    const paper = paperAt(deps.digest, body.code, found.version, contentOf(body))
    const decision = meetRequirement(found.state, {
      code: body.code,
      on: today,
      sha256: paper.sha256,
      ...(corporateNumber ? { corporateNumber } : {}),
    })
    if (!decision.ok) return decision
    const changed = change('reseller', resellerId, found, decision.value, at, { papers: [paper] })
    const after = changed.state as ExistingReseller
    const before = found.state.corporateNumber
    return deps.commits.commit({
      metadata,
      answer: resellerView(after, versionAfter(changed), today),
      changes: [changed],
      claims: claim && !holder ? [claim] : [],
      releases:
        corporateNumber && before && before !== corporateNumber
          ? [resellerNumber(who.entityId, before, resellerId)]
          : [],
      gates: entity ? [gateOfReseller(after, entity, versionAfter(changed))] : [],
    })
  }

/** Refusal of a number that is the implementing entity's own, or that of an SME the reseller has a live contract with. */
const ofAnother = async (
  { contracts }: Dependencies,
  resellerId: ResellerId,
  given: string,
  { entityId, corporateNumber }: ExistingEntity,
): Promise<Refusal<'does-not-fit'> | undefined> => {
  const needs = "the reseller's own number"
  const no = { kind: 'does-not-fit', what: 'corporateNumber', given, needs } as const
  if (given === corporateNumber) return no
  const lines = readWhole(await contracts.listOfSme(entityId, given))
  return lines.some(({ stage, holder }) => stage === 'live' && holder === resellerId) ? no : undefined
}

const notTheirs = (who: Principal, { code }: Given): Refusal<'does-not-fit'> | undefined => {
  const { suppliedBy } = requirementOf[code]
  const theirs = suppliedBy === ('resellerId' in who ? 'reseller' : 'implementingEntity')
  return theirs
    ? undefined
    : { kind: 'does-not-fit', what: 'code', given: code, needs: `supplied by the ${suppliedBy}` }
}

/** A pledge to keep an edition nobody has written is none (第2章3.(1)). */
const noEdition = (given: Given): Refusal<'does-not-fit'> | undefined => {
  if (given.code !== 'pledge') return undefined
  const known = judgeableEditions().map(({ id }): string => id)
  return known.includes(given.edition)
    ? undefined
    : { kind: 'does-not-fit', what: 'edition', given: given.edition, needs: `one of ${known.join(', ')}` }
}

const notYet = (given: Given, today: PlainDate): Refusal<'out-of-order'> | undefined => {
  const days = { pledgedOn: undefined, completedOn: undefined, agreedOn: undefined, ...given }
  const [what, on] = Object.entries({
    pledgedOn: days.pledgedOn,
    completedOn: days.completedOn,
    agreedOn: days.agreedOn,
  }).find(([, day]) => day !== undefined && day > today) ?? ['', undefined]
  return on ? { kind: 'out-of-order', what, given: today, notBefore: on } : undefined
}

export const costs: Costs = {
  supplyRequirement: { requests: 2, readUnits: 1, writeUnits: 12 },
}
