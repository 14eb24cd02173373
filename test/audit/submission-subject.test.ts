import { describe, expect, test } from 'vitest'
import { refersTo } from '../../functions/audit/reading/references.ts'

const entityId = 'ent_1'
const subjects = (said: object) =>
  refersTo(
    {
      kind: 'submission',
      event: { type: 'submission-drafted', submissionId: 'sbm_1', entityId, to: 'ipa', contentSha256: 'c', ...said },
    } as never,
    entityId,
  )
    .filter(({ to }) => to === 'discontinuance' || to === 'service')
    .map((one) => ('id' in one ? [one.to, one.id] : [one.to]))

describe('what a submission is about, in the audit', () => {
  test('a report of a difficulty is of a case, drafted before kinds were kept or since; of none, it refers to nothing', () => {
    expect(subjects({ discontinuanceId: 'dsc_1' })).toEqual([['discontinuance', 'dsc_1']])
    expect(subjects({ kind: 'difficultyReport', discontinuanceId: 'dsc_1' })).toEqual([['discontinuance', 'dsc_1']])
    expect(subjects({ kind: 'difficultyReport' })).toEqual([['discontinuance', '']])
  })

  test('one about a service is of that service', () =>
    expect(subjects({ kind: 'ofLaterDays', serviceId: 'svc_1' })).toEqual([['service', 'svc_1']]))
})
