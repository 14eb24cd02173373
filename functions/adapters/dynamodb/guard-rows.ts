import { shardCount, type DiscontinuanceId } from '../../../shared/domain/ids.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'
import type { ServiceGuard } from '../../../shared/domain/service/guard.ts'
import { portfolioGateForm } from './forms/reseller.ts'
import { serviceGateForm } from './forms/service.ts'
import { portfolioGateKey, serviceGateKey } from './keys.ts'
import type { Row } from './read.ts'

/** The form number beside a guard's text, where conditions can see it; form 1 bears none. */
export const formBeside = ({ current }: { readonly current: number }): { readonly form?: number } =>
  current === 1 ? {} : { form: current }

/** A guard's rows, one a shard. `epoch`, `fence` and `form` stand outside the text, where conditions can see them. */
export const gateRows = (gate: PortfolioGuard | ServiceGuard): readonly Row[] =>
  Array.from({ length: shardCount }, (_, shard) => {
    if ('owner' in gate) {
      const { epoch, fence: _fence, ...rest } = gate
      return {
        ...portfolioGateKey(gate.owner, shard),
        t: 'gate',
        g: portfolioGateForm.write(rest),
        epoch,
        ...formBeside(portfolioGateForm),
      }
    }
    const { epoch, ...rest } = gate
    return {
      ...serviceGateKey(gate.serviceId, shard),
      t: 'serviceGate',
      g: serviceGateForm.write(rest),
      epoch,
      ...formBeside(serviceGateForm),
    }
  })

export const portfolioGateOf = (row: Row): PortfolioGuard => ({
  ...portfolioGateForm.read(row['g'] as string),
  fence: (row['fence'] as DiscontinuanceId | undefined) ?? null,
  epoch: row['epoch'] as number,
})

export const serviceGateOf = (row: Row): ServiceGuard => ({
  ...serviceGateForm.read(row['g'] as string),
  epoch: row['epoch'] as number,
})

/** Content of the text of a guard of either kind. */
export const gateTextOf = (row: Row): unknown =>
  (row['t'] === 'serviceGate' ? serviceGateForm : portfolioGateForm).read(row['g'] as string)
