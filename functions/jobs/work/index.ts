import { envOf } from '../../../shared/wiring/env.ts'
import { worldOfWork } from '../../adapters/aws/dependencies-of-work.ts'
import { runJob } from '../../processes/run-job.ts'
import { workIn } from './work-in.ts'

/** The Lambda that takes work from the queue: imports, recounts, takeovers. */
const deps = worldOfWork(envOf.work.parse(process.env))

export const handler = workIn(runJob(deps), deps.work)
