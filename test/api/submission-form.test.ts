import { describe, expect, test } from 'vitest'
import { fillingIn } from '../../shared/api/submissions/form.ts'
import type { FormField } from '../../shared/domain/submission/kinds/kind.ts'

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: { ja: name, en: name },
  is: 'text',
  most: 5,
  mayBeOpen: false,
  ...more,
})
const takes = (forms: readonly (readonly FormField[])[], body: unknown) => fillingIn(forms).safeParse(body).success

describe('the body that fills in a submission', () => {
  test('of one kind, it is the form: nothing less and nothing besides', () => {
    const forms = [[field('contact'), field('on', { is: 'day', mayBeOpen: true })]]
    expect(takes(forms, { contact: '課', on: null })).toBe(true)
    expect(takes(forms, { contact: '課', on: '2026-10-01' })).toBe(true)
    expect(takes(forms, { contact: '課' })).toBe(false)
    expect(takes(forms, { contact: null, on: null })).toBe(false)
    expect(takes(forms, { contact: '123456', on: null })).toBe(false)
    expect(takes(forms, { contact: '課', on: '2026-02-30' })).toBe(false)
    expect(takes(forms, { contact: '課', on: null, other: 'x' })).toBe(false)
  })

  test('of several kinds, what only one of them asks for may be left out', () => {
    const forms = [[field('contact'), field('plan', { is: 'paragraphs', most: 20 })], [field('contact')]]
    expect(takes(forms, { contact: '課' })).toBe(true)
    expect(takes(forms, { contact: '課', plan: '一行目\n二行目' })).toBe(true)
    expect(takes(forms, { plan: '一行目' })).toBe(false)
    expect(takes(forms, { contact: '課', plan: 'x'.repeat(21) })).toBe(false)
  })
})
