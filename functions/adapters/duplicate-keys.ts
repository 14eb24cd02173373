const string = /"(?:[^"\\]|\\.)*"/y
const between = /[^"{}[\],:]*/y

type Level = { readonly keys: Set<string> | null; key: string; items: number }

/**
 * The path of the first key that stands twice in one object of a JSON text, however it is escaped; null where none
 * does. Parsers differ on which of the two counts. The text is one that `JSON.parse` took.
 */
export const duplicateKeyIn = (json: string): readonly string[] | null => {
  const levels: Level[] = []
  let at = 0
  let isKey = false
  while (at < json.length) {
    const level = levels.at(-1)
    switch (json[at]) {
      case '"': {
        string.lastIndex = at
        const found = string.exec(json)?.[0] ?? '""'
        if (level?.keys && isKey) {
          level.key = String(JSON.parse(found))
          if (level.keys.has(level.key)) return levels.map(({ keys, key, items }) => (keys ? key : String(items)))
          level.keys.add(level.key)
          isKey = false
        }
        at += found.length
        continue
      }
      case '{':
        levels.push({ keys: new Set(), key: '', items: 0 })
        isKey = true
        break
      case '[':
        levels.push({ keys: null, key: '', items: 0 })
        isKey = false
        break
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (level) level.items += 1
        isKey = level?.keys !== null
        break
      case ':':
        isKey = false
        break
      default:
        between.lastIndex = at
        at += Math.max(between.exec(json)?.[0].length ?? 1, 1)
        continue
    }
    at += 1
  }
  return null
}
