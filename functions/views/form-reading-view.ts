import { unreadIn } from '../../shared/domain/contract/form-reading.ts'
import type { FormFindings, FormReading } from '../../shared/domain/contract/states.ts'

/** Findings of a reading, item by item, with the items nobody has looked for. */
export const findingsView = ({ readOn, ...findings }: FormReading) => ({
  readOn,
  stated: [...findings.stated],
  notStated: [...findings.notStated],
  unread: [...unreadIn(findings satisfies FormFindings)],
})
