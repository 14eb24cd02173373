import { html, raw } from 'hono/html'
import type { SheetFact } from '../../../shared/domain/sheet.ts'
import { reaching } from './reaching.ts'

/** Style of every page people read, quiet: large type, room to breathe, and black on white when printed. */
export const pageStyle = raw(`
  :root { color-scheme: light; }
  * { box-sizing: border-box; }
  body { margin: 0; background: #f5f6f8; color: #1a1a1c; font: 1rem/1.8 "Hiragino Sans", "Noto Sans JP", "BIZ UDPGothic", "Yu Gothic", sans-serif; }
  main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: #fff; }
  .kind { margin: 0; color: #43464d; font-size: .875rem; letter-spacing: .08em; }
  h1 { margin: .25rem 0 0; font-size: 1.75rem; line-height: 1.4; }
  h2 { margin: 2.5rem 0 1rem; padding-bottom: .35rem; border-bottom: 2px solid #00118f; font-size: 1.25rem; }
  h3 { margin: 0 0 .25rem; font-size: 1rem; }
  .to { margin: 1rem 0 1.5rem; font-size: 1.125rem; }
  .facts { margin: 0; border-top: 1px solid #d8d9dc; }
  .facts > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid #d8d9dc; }
  dt { color: #43464d; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .to + .to { margin-top: -1.5rem; }
  .fees { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; }
  .fees caption { padding-bottom: .25rem; font-weight: bold; text-align: left; }
  .fees th, .fees td { padding: .4rem .5rem; border-bottom: 1px solid #d8d9dc; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
  .fees thead th { background: #f5f6f8; color: #43464d; font-size: .875rem; }
  .fees th:last-child, .fees td:last-child, .fees tfoot th { text-align: right; }
  .fees td:last-child { white-space: nowrap; }
  .fees tfoot tr:last-child > * { font-weight: bold; }
  .promise { margin: 1rem 0 0; padding: .75rem 1rem; background: #e8f1fe; border-left: 4px solid #00118f; }
  .items { margin: 0; padding: 0; list-style: none; counter-reset: item; }
  .items > li { position: relative; padding: .9rem 0 .9rem 2.75rem; border-bottom: 1px solid #d8d9dc; counter-increment: item; break-inside: avoid; }
  .items > li::before { content: counter(item); position: absolute; left: 0; top: 1rem; width: 1.9rem; height: 1.9rem; border: 1px solid #00118f; border-radius: 50%; color: #00118f; line-height: 1.8rem; text-align: center; font-size: .875rem; }
  .items p { margin: 0; line-break: strict; overflow-wrap: anywhere; }
  .items > li.clause { padding-left: 0; }
  .items > li.clause::before { content: none; }
  .clause h2 { margin: 0 0 .35rem; padding: 0; border: 0; font-size: 1.125rem; }
  .mark { display: inline-block; margin-left: .75rem; padding: .05rem .6rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .8125rem; font-weight: normal; vertical-align: middle; white-space: nowrap; }
  .mark.good { color: #115a36; background: #e6f5ec; }
  .mark.bad { color: #a30000; background: #fdeeee; }
  .mark.open { color: #6b4100; background: #fff3dc; }
  .mark.quiet { color: #43464d; background: #f0f1f3; }
  .clause .facts { margin-top: .75rem; font-size: .9375rem; }
  .facts dd p { margin: 0; }
  .facts a { color: #00118f; }
  .call { padding: .25rem 0; font-weight: bold; white-space: nowrap; }
  .clause .facts > div:last-child { border-bottom: 0; }
  .code { font-family: ui-monospace, "SFMono-Regular", Menlo, monospace; font-size: .8125rem; }
  .note { color: #43464d; font-size: .875rem; }
  .onward p { margin: 0 0 .5rem; }
  .onward a { display: inline-block; padding: .6rem 1.25rem; border: 2px solid #00118f; border-radius: 8px; color: #00118f; font-weight: bold; text-decoration: none; }
  footer { margin-top: 2.5rem; }
  @media (max-width: 30rem) { .facts > div { grid-template-columns: 1fr; } }
  @media print { .onward { display: none; } body { background: #fff; } .facts a { color: inherit; text-decoration: none; } main { max-width: none; padding: 0; } }
`)

/** Labels, and what stands beside each. */
export const factList = (facts: readonly SheetFact[]) =>
  facts.length > 0
    ? html`<dl class="facts">
        ${facts.map(({ label, lines }) => html`<div><dt>${label}</dt><dd>${lines.map((line) => html`<p>${reaching(line)}</p>`)}</dd></div>`)}
      </dl>`
    : ''

/** No part of a page is awaited, so the template is text already. */
export const asText = (page: ReturnType<typeof html>): string => {
  if (page instanceof Promise) throw new Error('a page waits for something')
  return page.toString()
}
