import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { onPaper } from '../../application/documents/contract-to-print.ts'
import { certificateOf } from '../../application/documents/certificate.ts'

export const printSigningCertificate =
  (deps: Dependencies): HandlerOf<Routes['printSigningCertificate']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const certificate = await certificateOf(deps, found.value.kept.state)
    return certificate.ok ? onPaper(deps, certificate.value) : certificate
  }

export const costs: Costs = {
  printSigningCertificate: { requests: 4, readUnits: 6, writeUnits: 0 },
}
