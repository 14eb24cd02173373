import { envOf } from '../../../shared/wiring/env.ts'
import { worldOfDelivery } from '../../adapters/aws/dependencies-of-delivery.ts'
import { deliverEvent } from '../../notifications/dispatch.ts'
import { relayIn } from './relay-in.ts'

/** The Lambda that the table's stream wakes for each new event row with a mark. */
export const handler = relayIn(deliverEvent(worldOfDelivery(envOf.relay.parse(process.env))))
