import type { ContractId } from '../../../shared/domain/ids.ts'
import type { World } from '../../ports/world.ts'

/** The public page on who serves a contract: whoever has the address can read it. */
export const servingUrl = async (
  { places, links }: Pick<World, 'places' | 'links'>,
  contractId: ContractId,
): Promise<string> => `${places.site}/v1/serving/${await links.servingFor(contractId)}/page.html`
