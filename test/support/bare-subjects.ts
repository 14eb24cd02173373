import type { Shown } from './pen.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

const parsed = (shown: readonly Shown[]): readonly { readonly path: string; readonly says: Json }[] =>
  shown.flatMap(({ path, text }) => {
    if (!text.startsWith('{')) return []
    // Of a person who is an organization's one and only, the subject is the word for it.
    return [{ path: path.replaceAll(/[a-z]{3}_[0-9a-z]{26}|[0-9a-f-]{36}/g, '…'), says: JSON.parse(text) as Json }]
  })

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A person as views show one, a subject with the name beside it; or a membership, with the organization beside it. */
const isPerson = (value: { readonly [name: string]: Json }) =>
  typeof value['sub'] === 'string' && ('name' in value || 'company' in value)

const subjectsIn = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(subjectsIn)
  if (!isObject(value)) return []
  const own = isPerson(value) ? [value['sub'] as string] : []
  return [...own, ...Object.values(value).flatMap(subjectsIn)]
}

const bareIn = (value: Json, subjects: ReadonlySet<string>, place: string): readonly string[] => {
  if (typeof value === 'string') return subjects.has(value) ? [place] : []
  if (Array.isArray(value)) return value.flatMap((one) => bareIn(one, subjects, `${place}[]`))
  if (!isObject(value)) return []
  return Object.entries(value)
    .filter(([name]) => !(name === 'sub' && isPerson(value)) && !(name === 'id' && 'name' in value))
    .flatMap(([name, one]) => bareIn(one, subjects, `${place}.${name}`))
}

/** Words that are subjects in tests and roles as well. */
const words = new Set(['system', 'operator', 'ipa', 'admin', 'staff'])

/** Places in views at which a person stands by the subject alone. */
export const bareSubjects = (shown: readonly Shown[]): readonly string[] => {
  const all = parsed(shown)
  const subjects = new Set(
    all.flatMap(({ says }) => subjectsIn(says)).filter((sub) => !words.has(sub) && !sub.startsWith('ctr_')),
  )
  return [...new Set(all.flatMap(({ path, says }) => bareIn(says, subjects, `${path} `)))].sort()
}
