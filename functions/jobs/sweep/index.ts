import { envOf } from '../../../shared/wiring/env.ts'
import { worldOfDelivery } from '../../adapters/aws/dependencies-of-delivery.ts'
import { sweepIn } from './sweep-in.ts'

/** The Lambda that the schedule calls every minute. */
export const handler = sweepIn(worldOfDelivery(envOf.sweep.parse(process.env)))
