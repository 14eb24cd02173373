import { envOf } from '../../../shared/wiring/env.ts'
import { worldOnAws } from '../../adapters/aws/dependencies.ts'
import { noteArrival } from '../../notifications/bounces/note-arrival.ts'
import { noteBounce } from '../../notifications/bounces/note-bounce.ts'
import { bouncesIn } from './bounces-in.ts'

const deps = worldOnAws(envOf.bounces.parse(process.env), {})

/** The Lambda that EventBridge tells of what became of letters that SES had accepted. */
export const handler = bouncesIn(noteBounce(deps), noteArrival(deps))
