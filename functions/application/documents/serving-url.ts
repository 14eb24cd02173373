import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** The public page on who serves a contract: whoever has the address can read it. */
export const servingUrl = async (
  { places, links }: Pick<Dependencies, 'places' | 'links'>,
  contractId: ContractId,
): Promise<string> => `${places.site}/v1/serving/${await links.servingFor(contractId)}/page.html`
