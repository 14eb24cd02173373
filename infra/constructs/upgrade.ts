import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { AppFunction } from './app-function.ts'
import type { LedgerTable } from './ledger-table.ts'

type Props = { readonly table: LedgerTable }

/** Brings rows of earlier forms into the current one. Nothing calls it but an operator (docs/how-a-stored-shape-changes.md). */
export class Upgrade extends Construct {
  constructor(scope: Construct, id: string, { table }: Props) {
    super(scope, id)
    const fn = new AppFunction(this, 'upgrade', { env: { TABLE_NAME: table.name }, timeout: Duration.minutes(15) })
    table.letUpgrade(fn)
    // Whoever calls it waits for its answer; one that was lost is simply asked again.
    fn.configureAsyncInvoke({ retryAttempts: 0 })
  }
}
