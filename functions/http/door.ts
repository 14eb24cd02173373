import type { Route } from '../../shared/api/route.ts'
import { routes } from '../../shared/api/routes/index.ts'
import { passesIn } from '../adapters/passing.ts'
import type { Tokens } from '../ports/tokens.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { handlersIn } from '../usecases/index.ts'
import { dispatch, type Door } from './dispatch.ts'

/** Logs what failed as one line of JSON: where and what kind, never what was sent. */
const log =
  (what: 'defect' | 'unavailable'): Door['onDefect'] =>
  ({ requestId, route, error }) => {
    const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
    console.error(JSON.stringify({ level: 'error', what, requestId, route, error: name, stack }))
  }

/** API as a whole on its dependencies: the one thing that Lambda and the local server both serve. */
export const apiIn = (
  deps: Dependencies,
  tokens: Tokens,
  onDefect: Door['onDefect'] = log('defect'),
  onUnavailable: Door['onUnavailable'] = log('unavailable'),
) =>
  dispatch(routes satisfies Record<string, Route>, handlersIn(deps), {
    tokens,
    commits: deps.commits,
    contracts: deps.contracts,
    clock: deps.clock,
    digest: deps.digest,
    onDefect,
    passesIn,
    onUnavailable,
  })
