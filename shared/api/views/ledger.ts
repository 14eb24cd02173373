import * as z from 'zod'
import { PersonShown } from './person.ts'
import { At, Sha256 } from '../fields.ts'
import { bounceCauses } from '../../domain/contract/contract-words.ts'

/** One event as the ledger keeps it, with its link to the one before. */
export const LedgerEventView = z.strictObject({
  seq: z.int(),
  at: At,
  actor: PersonShown.extend({ role: z.string(), tenant: z.string() }),
  event: z.looseObject({ type: z.string() }),
  hash: Sha256,
  deliveries: z.array(
    z.strictObject({
      to: z.string(),
      template: z.string(),
      /** `accepted` by a carrier is not yet `delivered`; `cameBack` was accepted, and is lost for good. */
      outcome: z.enum(['accepted', 'delivered', 'cameBack', 'bounced', 'givenUp', 'overtaken', 'done']).nullable(),
      /** Reason why it came back. */
      cause: z.enum(bounceCauses).nullable(),
    }),
  ),
})
