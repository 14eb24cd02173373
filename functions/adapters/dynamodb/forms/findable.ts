import * as z from 'zod'
import type { Findable } from '../../../../shared/domain/contract/findable.ts'
import { searchTermFields } from './term-fields.ts'
import { field, maybe, named, orAbsent, orNull } from './fields.ts'
import { exactly, idOfEither } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { findable1To2 } from './upgrades/findable-1-to-2.ts'
import { count, day, idOf, moment, text, word } from './values.ts'
import { concludedStages } from '../../../../shared/domain/contract/contract-words.ts'

// The keys of a row stay in the order in which they have always been written.
const { startOn, ...others } = searchTermFields

/** Content of a listing of a contract that is found; which contract it is, its key says. */
type StoredFindable = Omit<Findable, 'contractId'>

/**
 * Stored form of what is shown of a contract that is found. There are up to fifteen rows a contract: its keys are
 * short.
 */
export const findableForm = storedForm<StoredFindable>({
  kind: 'listing',
  codec: exactly<StoredFindable>()(
    named({
      entityId: field('e', idOf('ent')),
      smeId: field('m', text),
      name: field('n', text),
      signedOn: field('d', day),
      contractAmountExTaxYen: field('a', count),
      initialFeeExTaxYen: field('i', count),
      ...others,
      stage: field('s', word(concludedStages)),
      seller: field('o', idOfEither('ent', 'rsl')),
      holder: field('h', idOfEither('ent', 'rsl')),
      serviceId: field('c', idOf('svc')),
      startOn,
      endOn: field('u', day),
      endedOn: orNull('x', day),
      disputedAt: orNull('q', moment),
      formerNames: orAbsent('p', z.array(text), []),
      formerSmeIds: maybe('fm', z.array(text).readonly()),
      contacts: maybe('ck', z.array(text).readonly()),
    }),
  ),
  upgrades: [findable1To2],
})
