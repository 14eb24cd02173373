import { describe, expect, test } from 'vitest'
import { noSubmission, type ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import {
  acknowledgeSubmission,
  draftSubmission,
  redraftSubmission,
  returnSubmission,
  sendSubmission as decideSending,
} from '../../../shared/domain/submission/submission.ts'
import { after, cellsOf, folded, minutes, outcome, refusalOf, sha256 } from '../given.ts'
import { acknowledged, returned, sent, submissionAfter, submissionDrafted } from '../discontinuance/given.ts'

const filledIn = { plan: '引き受ける。', expectedCompletionOn: null, contact: '契約管理課' }
const sendSubmission = (state: ExistingSubmission, contentSha256: string, about: { readonly listFrozen: boolean }) =>
  decideSending(state, { contentSha256, filledIn }, about)

const submissions: Record<string, ExistingSubmission> = {
  drafted: submissionAfter(1),
  sent: submissionAfter(1, sent),
  returned: submissionAfter(1, sent, returned),
  acknowledged: submissionAfter(1, sent, acknowledged),
}
const commands: Record<string, (state: ExistingSubmission) => Parameters<typeof outcome>[0]> = {
  send: (state) => sendSubmission(state, sha256('d'), { listFrozen: true }),
  'send-early': (state) => sendSubmission(state, sha256('d'), { listFrozen: false }),
  return: (state) => returnSubmission(state, sha256('e')),
  acknowledge: (state) => acknowledgeSubmission(state, 'IPA-2026-001'),
}

const table = `
                send             send-early  return               acknowledge
  drafted       submission-sent  incomplete  wrong-stage          wrong-stage
  sent          wrong-stage      incomplete  submission-returned  submission-acknowledged
  returned      submission-sent  incomplete  wrong-stage          wrong-stage
  acknowledged  wrong-stage      incomplete  wrong-stage          wrong-stage
`

describe('every command in every stage of a submission', () => {
  const cells = cellsOf(table)

  test('is in the table', () =>
    expect(cells).toHaveLength(Object.keys(submissions).length * Object.keys(commands).length))

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [state, command] = [submissions[row], commands[column]]
    const decision = state && command?.(state)
    expect(decision && outcome(decision)).toBe(cell)
  })

  test('a refusal says where the report stands and what it needs', () =>
    expect(refusalOf(sendSubmission(submissionAfter(1, sent), sha256('d'), { listFrozen: true }))).toEqual({
      kind: 'wrong-stage',
      what: 'submission',
      stage: 'sent',
      needs: ['drafted', 'returned'],
    }))

  test('the platform owes the number of contracts before one is sent', () =>
    expect(refusalOf(sendSubmission(submissionAfter(1), sha256('d'), { listFrozen: false }))).toMatchObject({
      what: 'submission',
      missing: [
        {
          code: 'list',
          suppliedBy: 'platform',
          why: { ja: expect.stringContaining('件数'), en: expect.stringContaining('number of contracts') },
        },
      ],
    }))

  test('keeps what was sent, why it came back, and under which number it was received', () => {
    const [draft, waiting] = [submissionAfter(1), submissionAfter(1, sent)]
    expect(sendSubmission(draft, sha256('d'), { listFrozen: true })).toEqual({ ok: true, value: [sent] })
    expect(returnSubmission(waiting, sha256('e'))).toEqual({ ok: true, value: [returned] })
    expect(acknowledgeSubmission(waiting, 'IPA-2026-001')).toEqual({ ok: true, value: [acknowledged] })
  })
})

describe('what is filled in before a submission is sent', () => {
  const send = (given: Readonly<Record<string, string | null>>) =>
    decideSending(submissionAfter(1), { contentSha256: sha256('d'), filledIn: given }, { listFrozen: true })

  test('every field its form asks for: the day alone may be open', () => {
    expect(refusalOf(send({ expectedCompletionOn: null }))).toMatchObject({
      kind: 'incomplete',
      missing: [
        { code: 'plan', suppliedBy: 'implementingEntity', why: { ja: expect.stringContaining('これからの計画') } },
        { code: 'contact', suppliedBy: 'implementingEntity' },
      ],
    })
    expect(refusalOf(send({ ...filledIn, contact: null }))).toMatchObject({ missing: [{ code: 'contact' }] })
    expect(refusalOf(send({ plan: '引き受ける。', contact: '契約管理課' }))).toMatchObject({
      missing: [{ code: 'expectedCompletionOn' }],
    })
  })

  test('and nothing that another kind asks for', () =>
    expect(refusalOf(send({ ...filledIn, changedOn: '2026-10-01' }))).toMatchObject({
      kind: 'does-not-fit',
      what: 'changedOn',
      needs: 'only plan, expectedCompletionOn, contact',
    }))
})

describe('drafting', () => {
  const draft = { ...submissionDrafted(1), kind: 'difficultyReport' } as const

  test('a submission that is not about what its kind is about is not drafted', () => {
    const { discontinuanceId: _, ...ofNothing } = draft as typeof draft & { discontinuanceId: 'dsc_1' }
    expect(draftSubmission(draft as never)).toEqual([draft])
    expect(() => draftSubmission(ofNothing as never)).toThrow('is about a discontinuance')
    expect(() => draftSubmission({ ...ofNothing, serviceId: 'svc_1' } as never)).toThrow('is about a discontinuance')
  })

  test('it is drafted anew as what it is, and not once it was sent', () => {
    expect(redraftSubmission(submissionAfter(1), sha256('c'))).toEqual([submissionDrafted(1)])
    expect(redraftSubmission(submissionAfter(1, sent), sha256('c'))).toEqual([])
    expect(redraftSubmission(submissionAfter(1, sent, returned), sha256('c'))).toEqual([])
  })
})

describe('folding the ledger of a submission', () => {
  test('counts its contents and keeps the last', () => {
    expect(submissionAfter(1)).toMatchObject({ contents: 1, contentSha256: sha256('c'), sentAt: null })
    expect(submissionAfter(1, submissionDrafted(1), sent)).toMatchObject({ contents: 3, contentSha256: sha256('d') })
  })

  test('keeps when it was sent and answered', () => {
    const acknowledgedOne = submissionAfter(1, sent, acknowledged)
    expect(submissionAfter(1)).toMatchObject({ stage: 'drafted', sentAt: null, answeredAt: null })
    expect(acknowledgedOne).toMatchObject({ sentAt: after(minutes(1)), answeredAt: after(minutes(2)) })
    expect(submissionAfter(1, sent, returned)).toMatchObject({ stage: 'returned', answeredAt: after(minutes(2)) })
  })

  test('sent again, it waits for an answer again', () =>
    expect(submissionAfter(1, sent, returned, sent)).toMatchObject({
      stage: 'sent',
      contents: 3,
      sentAt: after(minutes(3)),
      answeredAt: null,
    }))

  test('begins with a draft: before it nothing is kept', () =>
    expect(folded('submission', [sent, acknowledged])).toEqual(noSubmission))
})
