import { html } from 'hono/html'

/** A domestic number as it is printed, with its hyphens, or a mail address. */
const ways = /(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g

/** A line whose numbers can be called and whose addresses can be written to with one touch. Nothing else in it changes. */
export const reaching = (line: string) => {
  const found = [...line.matchAll(ways)]
  const between = line.split(ways)
  return between.map((text, index) => {
    const way = found[index]?.[0]
    if (way === undefined) return text
    return way.includes('@')
      ? html`${text}<a href="mailto:${addressIn(way)}">${way}</a>`
      : html`${text}<a class="call" href="tel:${way.replaceAll('-', '')}">${way}</a>`
  })
}

/** An address as it stands in a link, where ? begins something else (RFC 6068). */
const addressIn = (mail: string): string => encodeURIComponent(mail).replace('%40', '@')
