import { envOf } from '../../../shared/wiring/env.ts'
import { worldOnAws } from '../../adapters/aws/world.ts'
import { noteBounce } from '../../usecases/deliveries/note-bounce.ts'
import { bouncesIn } from './bounces-in.ts'

/** The Lambda that EventBridge tells of letters that SES had accepted and that did not arrive. */
export const handler = bouncesIn(noteBounce(worldOnAws(envOf.bounces.parse(process.env), {})))
