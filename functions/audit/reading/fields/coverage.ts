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

type FacetName = 'monitoring' | 'contact' | 'insurance'
/** Knowledge of each facet, and since when it is lost; and every time something was lost that is over. */
export type Looked = Readonly<Record<FacetName, { readonly known: boolean; readonly lost: string | null }>> & {
  readonly over: readonly { readonly from: string; readonly until: string }[]
}

/** Coverage at which nobody has looked yet. */
export const newCoverage = (): Looked => {
  const nothing = { known: false, lost: null }
  return { monitoring: nothing, contact: nothing, insurance: nothing, over: [] }
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** Folds in one look: what is lost is lost from the earliest moment anyone stated; what is found again is over. */
export const noted = (
  coverage: Looked,
  { facet, finding, statedAt }: { readonly facet: FacetName; readonly finding: string; readonly statedAt: string },
): Looked => {
  const { lost } = coverage[facet]
  if (finding === 'lost')
    return { ...coverage, [facet]: { known: true, lost: lost !== null && lost < statedAt ? lost : statedAt } }
  const over = lost === null ? coverage.over : [...coverage.over, { from: lost, until: later(lost, statedAt) }]
  return { ...coverage, [facet]: { known: true, lost: null }, over }
}

/** Notes the contact as confirmed: who was told has the new one by that very word. */
export const told = (coverage: Looked, at: string): Looked =>
  noted(coverage, { facet: 'contact', finding: 'confirmed', statedAt: at })

/** Opens again whether the SME has the new contact; what is lost stays lost. */
export const untold = (coverage: Looked): Looked =>
  coverage.contact.lost === null ? { ...coverage, contact: { known: false, lost: null } } : coverage

/** Coverage as a contract's state has it: each facet as it stands, and times that are over, joined where they touch. */
export const gapsOf = ({ over, ...facets }: Looked) => {
  const gaps: { from: string; until: string }[] = []
  for (const { from, until } of over.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = gaps.at(-1)
    if (last && from <= last.until) last.until = later(last.until, until)
    else gaps.push({ from, until })
  }
  const stageOf = ({ known, lost }: Looked[FacetName]) =>
    lost === null ? { stage: known ? 'confirmed' : 'unknown' } : { stage: 'lost', since: lost }
  const { monitoring, contact, insurance } = facets
  return {
    monitoring: stageOf(monitoring),
    contact: stageOf(contact),
    insurance: stageOf(insurance),
    gaps,
  }
}
