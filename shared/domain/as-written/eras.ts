/** A Japanese era: the Western year that is its first, and its first and last day. */
type Era = {
  readonly name: string
  readonly firstYear: number
  readonly from: string
  readonly until: string
  readonly isPresent?: true
}

// 明治 counts days of the sun from its sixth year on; days before it are no days of this calendar. No era has lasted
// longer than the 64 years of 昭和, so what lies beyond that in the present one is taken for a slip.
const eras: Readonly<Record<string, Era>> = {
  m: { name: '明治', firstYear: 1868, from: '1873-01-01', until: '1912-07-29' },
  t: { name: '大正', firstYear: 1912, from: '1912-07-30', until: '1926-12-24' },
  s: { name: '昭和', firstYear: 1926, from: '1926-12-25', until: '1989-01-07' },
  h: { name: '平成', firstYear: 1989, from: '1989-01-08', until: '2019-04-30' },
  r: { name: '令和', firstYear: 2019, from: '2019-05-01', until: '2082-12-31', isPresent: true },
}

const letters: Readonly<Record<string, string>> = {
  明: 'm',
  大: 't',
  昭: 's',
  平: 'h',
  令: 'r',
  '㍾': 'm',
  '㍽': 't',
  '㍼': 's',
  '㍻': 'h',
  '㋿': 'r',
}

/** The era of a name (令和), its first sign (令), its sign as one character (㋿) or its letter (R). Throws on another. */
export const eraOf = (name: string): Era => {
  const first = name.slice(0, 1).toLowerCase()
  const era = eras[letters[first] ?? first]
  if (!era) throw new Error(`no era ${name}`)
  return era
}
