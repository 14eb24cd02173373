import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** The public page on who serves a contract: whoever has the address can read it. */
export const servingUrl = async (
  { places, links }: Pick<Dependencies, 'places' | 'links'>,
  contractId: ContractId,
): Promise<string> => `${places.site}/v1/serving/${await links.servingFor(contractId)}/page.html`

/**
 * The page on which an SME asks for the link to its own page or its papers. It opens nothing: the link goes to the mail on
 * record alone.
 */
export const askUrl = async (
  { places, links }: Pick<Dependencies, 'places' | 'links'>,
  contractId: ContractId,
): Promise<string> => `${places.site}/sign/ask.html#${await links.servingFor(contractId)}`
