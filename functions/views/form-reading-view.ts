import { unreadIn } from '../../shared/domain/contract/form-reading.ts'
import type { FormFindings, FormReading } from '../../shared/domain/contract/states.ts'

/** What was found, item by item, with what nobody has looked for. */
export const findingsView = ({ readOn, ...findings }: FormReading) => ({
  readOn,
  stated: [...findings.stated],
  notStated: [...findings.notStated],
  unread: [...unreadIn(findings satisfies FormFindings)],
})
