import { shardCount } from '../../../shared/domain/ids.ts'
import type { PortfolioGate } from '../../../shared/domain/reseller/gate.ts'
import type { ServiceGate } from '../../../shared/domain/service/gate.ts'
import { portfolioGateKey, serviceGateKey } from './keys.ts'
import type { Row } from './read.ts'

/** A gate's rows, one a shard. `epoch` and `fence` stand outside the text, where conditions can see them. */
export const gateRows = (gate: PortfolioGate | ServiceGate): readonly Row[] =>
  Array.from({ length: shardCount }, (_, shard) => {
    if ('owner' in gate) {
      const { epoch, fence: _fence, ...rest } = gate
      return { ...portfolioGateKey(gate.owner, shard), t: 'gate', g: JSON.stringify(rest), epoch }
    }
    const { epoch, ...rest } = gate
    return { ...serviceGateKey(gate.serviceId, shard), t: 'serviceGate', g: JSON.stringify(rest), epoch }
  })

export const portfolioGateOf = (row: Row): PortfolioGate => ({
  ...JSON.parse(row['g'] as string),
  fence: row['fence'] ?? null,
  epoch: row['epoch'],
})

export const serviceGateOf = (row: Row): ServiceGate => ({ ...JSON.parse(row['g'] as string), epoch: row['epoch'] })
