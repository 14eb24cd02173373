import type { Reply } from './client.ts'

/** Tells the story on the terminal, and remembers what did not come out as it must. */
export type Teller = {
  readonly chapter: (title: string) => void
  readonly say: (line: string) => void
  /** States what must be so; says it, and marks it where it is not. */
  readonly must: (so: boolean, line: string, found?: unknown) => void
  /** A call that must succeed; gives its body. Ends the story where it does not: nothing after it would make sense. */
  readonly done: (reply: Reply, line?: string) => any
  /** A call that must be refused in this way, under this clause if there is one. Shows the reason. */
  readonly refused: (reply: Reply, kind: string, clause?: string, line?: string) => void
  readonly figures: Record<string, number>
  readonly failures: readonly string[]
}

/** True where a label is the clause named, or a part of it: 第2章1.(7)エ is of 第2章1.(7). */
export const isOf = (label: string, clause: string): boolean => label === clause || label.startsWith(clause)

export const newTeller = (print: (line: string) => void): Teller => {
  const failures: string[] = []
  const figures: Record<string, number> = {}
  const must: Teller['must'] = (so, line, found) => {
    print(`  ${so ? '✓' : '✗'} ${line}`)
    if (so) return
    failures.push(line)
    if (found !== undefined) print(`      実際: ${JSON.stringify(found)}`)
  }
  return {
    figures,
    failures,
    chapter: (title) => print(`\n■ ${title}`),
    say: (line) => print(`  ${line}`),
    must,
    done: (reply, line) => {
      if (reply.status >= 300) throw new Error(`${line ?? 'request'}: ${reply.status} ${reply.text}`)
      if (line) print(`  ✓ ${line}`)
      return reply.body
    },
    refused: (reply, kind, clause, line) => {
      const { breaches = [], missing = [], title } = reply.body ?? {}
      const clauses: string[] = breaches.map((breach: { clause: string }) => breach.clause)
      const right = reply.body?.kind === kind && (clause === undefined || clauses.some((label) => isOf(label, clause)))
      must(right, line ?? `断られる: ${title}`, reply.body)
      for (const { clause: label, why } of breaches) print(`      ${label} ${why.ja}`)
      for (const { why, count } of missing) print(`      足りないもの: ${why.ja}${count ? `（${count}件）` : ''}`)
      if (breaches.length === 0 && missing.length === 0 && line) print(`      ${title}`)
    },
  }
}
