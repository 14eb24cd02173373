import { html } from 'hono/html'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { contractText } from '../../../shared/domain/documents/contract-document.ts'
import { asText, factList, pageStyle } from './page.ts'
import type { ContractText, FeeTable } from '../../../shared/domain/documents/texts.ts'

/** The contract as a page: what is printed, word for word, for reading on a phone. */
export const disclosurePage = (disclosure: Disclosure, sha256: string): string => {
  const text = contractText(disclosure, sha256)
  return asText(html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${text.heading} ${text.title}</title>
    <style>${pageStyle}</style>
  </head>
  <body>
    <main>
      <header>
        <p class="kind">${text.heading}</p>
        <h1>${text.title}</h1>
        ${text.addressee.map((line) => html`<p class="to">${line}</p>`)}
      </header>
      ${factList([...text.parties, ...text.facts])}
      <p class="promise">${text.promise}</p>
      ${text.glyphNote ? html`<p class="promise">${text.glyphNote}</p>` : ''}
      <h2>${text.feesHeading}</h2>
      ${text.fees.map((fees) => feeTable(fees, text))}
      <p class="note">${text.feeNote}</p>
      <h2>${text.itemsHeading}</h2>
      <ol class="items">${text.items.map(item)}</ol>
      <h2>${text.signatureHeading}</h2>
      <p class="note">${text.signatureNote}</p>
      ${factList(text.signatures)}
      <footer>
        ${factList([{ label: text.fingerprint.label, lines: [text.fingerprint.sha256] }])}
        <p class="note">${text.note}</p>
      </footer>
    </main>
  </body>
</html>`)
}

const item = ({ label, lines }: ContractText['items'][number]) => html`<li>
  <h3>${label}</h3>
  ${lines.map((line) => html`<p>${line}</p>`)}
</li>`

const feeTable = ({ caption, rows, totals }: FeeTable, { feeColumns }: ContractText) => html`<table class="fees">
  <caption>${caption}</caption>
  <thead><tr>${feeColumns.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead>
  <tbody>${rows.map(({ what, amount }) => html`<tr><td>${what}</td><td>${amount}</td></tr>`)}</tbody>
  <tfoot>${totals.map(({ what, amount }) => html`<tr><th scope="row">${what}</th><td>${amount}</td></tr>`)}</tfoot>
</table>`
