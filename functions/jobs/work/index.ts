import { envOf } from '../../../shared/wiring/env.ts'
import { worldOfWork } from '../../adapters/aws/world-of-work.ts'
import { doWork } from '../../processes/do-work.ts'
import { workIn } from './work-in.ts'

/** The Lambda that takes work from the queue: imports, recounts, takeovers. */
const world = worldOfWork(envOf.work.parse(process.env))

export const handler = workIn(doWork(world), world.work)
