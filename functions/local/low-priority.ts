import { setTimeout as pause } from 'node:timers/promises'
import type { Dependencies } from '../ports/dependencies.ts'

/** Share of the time a long step took that is left to others after it. */
const leftToOthers = 0.5

/**
 * Dependencies as a worker on very many contracts sees them: with a rest after each of its long steps. The engine here
 * writes one transaction at a time, and whoever signs meanwhile waits for it; on AWS nobody does.
 */
export const unhurried = (deps: Dependencies): Dependencies => {
  const { commits, contracts } = deps
  return {
    ...deps,
    commits: { ...commits, commit: (command) => resting(() => commits.commit(command)) },
    contracts: { ...contracts, portfolioShard: (...place) => resting(() => contracts.portfolioShard(...place)) },
  }
}

const resting = async <Given>(step: () => Promise<Given>): Promise<Given> => {
  const began = performance.now()
  const given = await step()
  await pause((performance.now() - began) * leftToOthers)
  return given
}
