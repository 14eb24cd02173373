import type { Sheet, SheetFact, SheetSection } from '../../shared/domain/sheet.ts'

/** Text as it stands, whatever Markdown would make of its characters. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>&|~]/g, String.raw`\$&`)
    .replace(/^([#+=-]|\d+(?=[.)](\s|$)))/, (start) => (/^\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])(\s|$)/, String.raw`$1\$2$3`)

const bullet = ({ label, lines: [first = '', ...more] }: SheetFact): string =>
  more.length === 0
    ? `- ${escaped(label)}：${escaped(first)}`
    : [`- ${escaped(label)}：`, ...[first, ...more].map((line) => `  - ${escaped(line)}`)].join('\n')

const bullets = (facts: readonly SheetFact[]): readonly string[] =>
  facts.length > 0 ? [facts.map(bullet).join('\n')] : []

const section = ({ heading, mark, lines, facts }: SheetSection): readonly string[] => [
  `### ${escaped(heading)}${mark ? `　〔${escaped(mark.text)}〕` : ''}`,
  ...lines.map(escaped),
  ...bullets(facts),
]

/** A sheet as Markdown, its title at the second level: blocks, with an empty line between each two. */
export const markdown = ({ kind, title, lead, facts, sections, note }: Sheet): string =>
  [
    `## ${escaped(title)}　${escaped(kind)}`,
    ...lead.map(escaped),
    ...bullets(facts),
    ...sections.flatMap(section),
    `> ${escaped(note)}`,
  ].join('\n\n')
