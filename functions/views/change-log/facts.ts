import { contractFacts } from './contract-facts.ts'
import type { EventFacts } from './fields.ts'
import { partyFacts } from './party-facts.ts'
import { workFacts } from './work-facts.ts'

/** Facts of every kind's events, beside what the state has after them. */
export const eventFacts: EventFacts = { contract: contractFacts, ...partyFacts, ...workFacts }
