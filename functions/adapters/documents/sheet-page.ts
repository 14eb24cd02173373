import { html } from 'hono/html'
import type { Sheet, SheetSection } from '../../../shared/domain/sheet.ts'
import { asText, factList, pageStyle } from './page.ts'

/** A sheet as a page, for reading on a screen or on paper. */
export const sheetPage = ({ kind, title, lead, facts, sections, onward, note }: Sheet): string =>
  asText(html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${title} ${kind}</title>
    <style>${pageStyle}</style>
  </head>
  <body>
    <main>
      <header>
        <p class="kind">${kind}</p>
        <h1>${title}</h1>
      </header>
      ${lead.map((line) => html`<p class="to">${line}</p>`)}
      ${factList(facts)}
      <ol class="items">${sections.map(section)}</ol>
      ${onward ? html`<nav class="onward"><h2>${onward.heading}</h2>${onward.lines.map((line) => html`<p>${line}</p>`)}<p><a href="${onward.href}">${onward.label}</a></p></nav>` : ''}
      <footer><p class="note">${note}</p></footer>
    </main>
  </body>
</html>`)

const section = ({ heading, mark, lines, facts }: SheetSection) => html`<li class="clause">
  <h2>${heading}${mark ? html`<span class="mark ${mark.tone}">${mark.text}</span>` : ''}</h2>
  ${lines.map((line) => html`<p>${line}</p>`)}
  ${factList(facts)}
</li>`
