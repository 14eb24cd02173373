import { submissionKinds } from '../../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../../shared/domain/submission/states.ts'
import { addressee } from './discontinuance.ts'
import { at, exactly, hex, id, maybe, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, word } from './values.ts'
import { submissionStages } from '../../../../shared/domain/discontinuance/states.ts'

/**
 * Stored form of a submission to an authority. A row without a kind is a report of a difficulty: there was no other.
 */
export const submissionForm = storedForm<ExistingSubmission>({
  kind: 'submission',
  codec: exactly<ExistingSubmission>()(
    object({
      stage: word(submissionStages),
      submissionId: id('sbm'),
      kind: maybe(word(submissionKinds)),
      entityId: id('ent'),
      discontinuanceId: maybe(id('dsc')),
      serviceId: maybe(id('svc')),
      to: addressee,
      contents: count,
      contentSha256: hex,
      sentAt: orNull(at),
      answeredAt: orNull(at),
    }),
  ),
  upgrades: [withoutNulls],
})
