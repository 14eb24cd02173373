/** Asks once for each name and remembers the answer for as long as the process lives; a failure is forgotten. */
export const memoizeAsync = <Value>(ask: (name: string) => Promise<Value>): ((name: string) => Promise<Value>) => {
  const known = new Map<string, Promise<Value>>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const asked = ask(name).catch((error: unknown) => {
      known.delete(name)
      throw error
    })
    known.set(name, asked)
    return asked
  }
}
