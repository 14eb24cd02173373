import { describe, expect, test } from 'vitest'
import { rolesOfPeople } from '../../shared/domain/people.ts'
import { listsIn, listsOf, writtenAgain } from './closed-lists.ts'
import { filesIn } from './imports.ts'

/**
 * What keeps lists of its own on purpose: the audit and the verifier share no word with what they look into, and what a
 * form of a row meant when it was written, and which types an edition knew, is fixed for ever.
 */
const apart = /^functions\/(audit|verify)\/|\/words-of-form-\d\.ts$|^shared\/standard\/editions\/\d/
const lists = listsOf(['shared', 'functions', 'infra'].flatMap(filesIn).filter((path) => !apart.test(path)))

/** A role is in a group because somebody put it there: a new role of an organization must not act by itself. */
const access = 'shared/api/policy/roles.ts'

describe('closed lists', () => {
  test('stand once, and everything else takes them from there', () => {
    expect(writtenAgain(lists.filter(({ path }) => path !== access))).toEqual([])
  })

  test('of roles are written in the domain and in the table of access alone', () => {
    const roles = new Set<string>([...rolesOfPeople, 'sme'])
    const ofRoles = lists
      .filter(({ path }) => path !== 'shared/domain/people.ts' && path !== access)
      .filter(({ words }) => words.split(' ').every((word) => roles.has(word)))
    expect(ofRoles).toEqual([])
  })

  test('that are written out again would be found, as an array or as a union, in whatever order', () => {
    const domain = listsIn('shared/domain/a.ts', `export const stages = ['open', 'shut'] as const`)
    const elsewhere = listsIn(
      'functions/b.ts',
      `const x = z.enum(['shut', 'open'])\ntype Y = { stage: 'open' | 'shut'; of: Pick<Z, 'open' | 'shut'> }`,
    )
    expect(writtenAgain([...domain, ...elsewhere])).toEqual([
      'functions/b.ts:1 writes out stages of shared/domain/a.ts again',
      'functions/b.ts:2 writes out stages of shared/domain/a.ts again',
    ])
  })
})
