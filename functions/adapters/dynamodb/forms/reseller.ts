import * as z from 'zod'
import { discontinuanceGrounds } from '../../../../shared/domain/discontinuance/grounds.ts'
import { weaknesses } from '../../../../shared/domain/reseller/drill.ts'
import { portfolioGateStages, type PortfolioGuard } from '../../../../shared/domain/reseller/guard.ts'
import { handoverCodes, handoverKeepers } from '../../../../shared/domain/reseller/handover.ts'
import { requirementCodes } from '../../../../shared/domain/reseller/requirement.ts'
import { statedLetterhead } from './letterhead.ts'
import { period } from './period.ts'
import { at, countOfEach, exactly, hex, id, idOfEither, maybe, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, day, text, word } from './values.ts'
import { coverageAreas } from '../../../../shared/domain/contract/contract-words.ts'
import { resellerStages, type ExistingReseller } from '../../../../shared/domain/reseller/states.ts'
import { sellingParties } from '../../../../shared/domain/parties.ts'

const authorizations = z.record(id('svc') as z.ZodType<`svc_${string}`, `svc_${string}`>, z.array(period))
const discontinued = orNull(object({ since: at, discontinuanceId: id('dsc'), knownOn: maybe(day) }))

const requirement = object({
  code: word(requirementCodes),
  dueOn: day,
  met: orNull(object({ on: day, sha256: hex })),
})
const handoverItem = object({
  code: word(handoverCodes),
  asOf: day,
  keptBy: word(handoverKeepers),
  suppliedBy: word(sellingParties),
  sha256: hex,
  paper: count,
})
const factsActedOn = object({
  ground: word(discontinuanceGrounds),
  occurredOn: day,
  concernId: orNull(id('cnc')),
  by: text,
})
const drill = object({
  operationId: id('opr'),
  on: day,
  tally: object({
    contracts: count,
    voided: count,
    wouldGap: count,
    gaps: countOfEach(coverageAreas),
    weak: countOfEach(weaknesses),
  }),
  scoreTenths: count,
  sha256: hex,
  paper: count,
})

/** Stored form of a reseller. */
export const resellerForm = storedForm<ExistingReseller>({
  kind: 'reseller',
  codec: exactly<ExistingReseller>()(
    object({
      stage: word(resellerStages),
      resellerId: id('rsl'),
      entityId: id('ent'),
      code: text,
      name: text,
      prefecture: text,
      corporateNumber: orNull(text),
      requirements: z.array(requirement),
      authorizations,
      foundPastDue: maybe(day),
      restrictedSince: maybe(at),
      restrictedFor: maybe(object({ discontinuanceId: id('dsc'), alone: z.boolean(), until: maybe(at) })),
      factsActedOn: maybe(z.array(factsActedOn)),
      handover: maybe(z.array(handoverItem)),
      drill: maybe(drill),
      letterheads: maybe(z.array(statedLetterhead)),
      discontinued,
    }),
  ),
  upgrades: [withoutNulls],
})

/** Content of a portfolio guard's text. */
type StoredPortfolioGate = Omit<PortfolioGuard, 'epoch' | 'fence'>

/** Stored form of a portfolio guard; epoch and signing lock stand beside the text, where conditions can see them. */
export const portfolioGateForm = storedForm<StoredPortfolioGate>({
  kind: 'gate',
  codec: exactly<StoredPortfolioGate>()(
    object({
      owner: idOfEither('ent', 'rsl'),
      entityId: id('ent'),
      name: text,
      corporateNumber: text,
      entity: object({ name: text, corporateNumber: text }),
      stage: word(portfolioGateStages),
      authorizations,
      restrictedSince: maybe(at),
      restrictedUntil: maybe(at),
      discontinued,
    }),
  ),
  upgrades: [withoutNulls],
})
