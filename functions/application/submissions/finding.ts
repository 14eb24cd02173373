import type { Addressee } from '../../../shared/domain/discontinuance/states.ts'
import type { SubmissionId } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import { numbered } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { authorities, submissionReaders } from '../../../shared/api/policy/roles.ts'
import { submissionContentForm, type SubmissionSays } from '../../papers/statements.ts'

type Authority = PrincipalOf<(typeof authorities)[number]>
type Reader = PrincipalOf<(typeof submissionReaders)[number]>

/** The addressee as whom an authority reads. */
export const addresseeOf = (who: Authority): Addressee => (who.role === 'ipa' ? 'ipa' : who.registrationBodyId)

/** An implementing entity finds its own; an authority what was sent to it, and nothing that is still a draft. */
export const findSubmission = async (
  { directory }: Dependencies,
  who: Reader,
  id: SubmissionId,
): Promise<Versioned<ExistingSubmission> | undefined> => {
  if ('entityId' in who) return directory.submission(who.entityId, id)
  const found = await directory.submissionTo(addresseeOf(who), id)
  return found && found.state.stage !== 'drafted' ? found : undefined
}

/** Content of a submission, as drafted or sent last. */
export const contentOf = async (
  { ledger }: Dependencies,
  { submissionId, contents }: ExistingSubmission,
): Promise<SubmissionSays> =>
  submissionContentForm.read(await ledger.paper(submissionId, numbered('content', contents)))
