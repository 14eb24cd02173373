import type { Scan } from '../../ports/uploads.ts'
import { entriesOf } from './inspect/zip-entries.ts'

// The test file of the European Institute for Computer Antivirus Research, in two parts: whole, it would make every
// scanner sound at this very file.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/**
 * Scan of this machine: it finds the test file that scanners agree on, in a file or inside a workbook, and nothing else.
 * It shows that a finding is acted on; it is no protection.
 */
export const scanBuiltIn: Scan = async (_, bytes) => {
  const parts = [bytes, ...Object.values(entriesOf(bytes) ?? {})]
  return {
    by: 'builtIn',
    verdict: parts.some((one) => Buffer.from(one.buffer, one.byteOffset, one.length).includes(eicar))
      ? 'found'
      : 'clean',
  }
}
