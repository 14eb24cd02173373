import { describe, expect, test } from 'vitest'
import { addresseesOf } from '../../../shared/domain/submission/addressees.ts'
import {
  aboutKindOf,
  kindOf,
  kindsOfSubmission,
  submissionKinds,
} from '../../../shared/domain/submission/kinds/index.ts'
import { obligationOf } from '../../../shared/domain/discontinuance/obligation.ts'
import { registrationBodyId } from '../given.ts'

const listedBy = (body: `rbd_${string}` | null) => ({ registration: body && { registrationBodyId: body } })

describe('the kinds of submission', () => {
  test('what was drafted before kinds were kept is a report of a difficulty', () => {
    expect(kindOf({})).toBe('difficultyReport')
    expect(aboutKindOf({})).toBe(kindsOfSubmission.difficultyReport)
  })

  test.each(submissionKinds)('%s names its clause and fulfils what that clause asks for', (kind) => {
    const { clause, fulfils, form, addressees, name } = kindsOfSubmission[kind]
    expect(clause).toMatch(/^第[12]章/)
    expect(name.ja).not.toBe('')
    expect(addressees.length).toBeGreaterThan(0)
    for (const code of Object.values(fulfils ?? {})) expect(obligationOf[code].clause).toBe(clause)
    expect(new Set(form.map((field) => field.name)).size).toBe(form.length)
  })

  test('a report goes to IPA and to each registration body that lists a service, once', () => {
    const { difficultyReport } = kindsOfSubmission
    const services = [listedBy(registrationBodyId), listedBy(null), listedBy(registrationBodyId), listedBy('rbd_2')]
    expect(addresseesOf(difficultyReport, services)).toEqual(['ipa', registrationBodyId, 'rbd_2'])
    expect(addresseesOf(difficultyReport, [])).toEqual(['ipa'])
    expect(addresseesOf({ addressees: ['registrationBody'] }, services)).toEqual([registrationBodyId, 'rbd_2'])
  })
})
