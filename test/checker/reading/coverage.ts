import { moment } from './head-words.ts'

const stages: Readonly<Record<string, string>> = { u: 'unknown', c: 'confirmed', l: 'lost' }
const form = /^[ucl]{3}(\.[0-9a-z]+)*(\.[0-9a-z]+-[0-9a-z]+)*$/

/** The coverage of a takeover that began at a moment: three letters, then moments lost since, then gaps that are over. */
export const coverageIn = (packed: unknown, since: unknown) => {
  const text = String(packed)
  if (!form.test(text)) throw new Error(`no coverage: ${text}`)
  const [letters = '', ...more] = text.split('.')
  const at = (offset = '') => moment((since as number) + Number.parseInt(offset, 36))
  const lost = more.filter((one) => !one.includes('-'))
  const gaps = more.filter((one) => one.includes('-')).map((one) => one.split('-'))
  if (lost.length !== letters.replaceAll(/[uc]/g, '').length) throw new Error(`${text} does not say since when`)
  const [monitoring, contact, insurance] = [...letters].map((letter) =>
    letter === 'l' ? { stage: 'lost', since: at(lost.shift()) } : { stage: stages[letter] },
  )
  return { monitoring, contact, insurance, gaps: gaps.map(([from, until]) => ({ from: at(from), until: at(until) })) }
}
