/** Characters that take two columns on a terminal: kana, kanji, full-width forms. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** How many columns a text takes on a terminal. */
export const columns = (text: string): number => [...text].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0)

/** Lines of cells, each column as wide as its widest cell; the last one is left as it is. */
export const aligned = (lines: readonly (readonly string[])[], gap = 2): readonly string[] => {
  const width = (index: number) => Math.max(...lines.map((cells) => columns(cells[index] ?? '')))
  const widths = (lines[0] ?? []).map((_, index) => width(index))
  return lines.map((cells) =>
    cells
      .map((cell, index) =>
        index === cells.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - columns(cell) + gap),
      )
      .join('')
      .trimEnd(),
  )
}
