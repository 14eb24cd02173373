import { readForm1 } from './form-1/head.ts'
import { asLaterForm1, isOf020 } from './form-1/of-0.2.0.ts'
import { readForm2 } from './form-2/head.ts'
import type { Row } from './rows.ts'
import type { HeadText } from './fields/head-text.ts'

/**
 * Reads a contract out of its head: the two texts of either form, and from the index keys whose it is and who holds it.
 * It shares no code with what writes them, and throws on whatever is not exactly of its form.
 */
export const readHead = (row: Row, contractId: string): HeadText => {
  const [entityId = '', smeId = ''] = String(row['pp']).split('#')
  const [holder = ''] = String(row['es']).split('#')
  const [line, rest] = [row['r'], row['s']].map((text) => JSON.parse(String(text)) as unknown)
  const keys = { contractId, entityId, smeId, holder }
  if (!Array.isArray(line)) return readForm2(line, rest, keys)
  const [r, s] = isOf020(row['s']) ? asLaterForm1(row['r'], row['s']) : [row['r'], row['s']]
  return readForm1(r, s, keys)
}
