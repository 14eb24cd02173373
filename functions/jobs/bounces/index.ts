import { envOf } from '../../../shared/wiring/env.ts'
import { worldOnAws } from '../../adapters/aws/world.ts'
import { noteArrival } from '../../notifications/bounces/note-arrival.ts'
import { noteBounce } from '../../notifications/bounces/note-bounce.ts'
import { bouncesIn } from './bounces-in.ts'

const world = worldOnAws(envOf.bounces.parse(process.env), {})

/** The Lambda that EventBridge tells of what became of letters that SES had accepted. */
export const handler = bouncesIn(noteBounce(world), noteArrival(world))
