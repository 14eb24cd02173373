import type { EnvOf } from '../../../shared/wiring/env.ts'
import type { World } from '../../ports/world.ts'
import { queueClient, workBySqs } from './work-by-sqs.ts'
import { worldOnAws } from './world.ts'

/** What a worker needs: the table, and the queue that its own unfinished work goes back to. */
export const worldOfWork = (env: EnvOf<'work'>): World =>
  worldOnAws(env, { work: workBySqs(queueClient(), env.WORK_QUEUE_URL) })
