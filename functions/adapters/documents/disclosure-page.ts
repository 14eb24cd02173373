import { html } from 'hono/html'
import type { Disclosure, DisclosureItem } from '../../../shared/domain/contract/disclosure.ts'
import { asText, pageStyle } from './page.ts'

/** The disclosure as a page: the same sentences the hash is taken over, for reading on a phone or on paper. */
export const disclosurePage = (disclosure: Disclosure, sha256: string): string => {
  const { service, sme, items, contractId, revision, edition } = disclosure
  return asText(html`<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <title>${service.name} 重要事項のご説明</title>
    <style>${pageStyle}</style>
  </head>
  <body>
    <main>
      <header>
        <p class="kind">契約書・重要事項のご説明</p>
        <h1>${service.name}</h1>
        <p class="to">${sme.name} 様</p>
      </header>
      ${parties(disclosure)}
      <h2>ご確認いただく事項</h2>
      <ol class="items">${items.map(item)}</ol>
      <footer>
        <dl class="facts">
          <div><dt>契約番号</dt><dd class="code">${contractId}（第${revision}稿）</dd></div>
          <div><dt>サービス</dt><dd>${service.code} 第${service.version}版</dd></div>
          <div><dt>判定した基準</dt><dd>サイバーセキュリティお助け隊サービス基準 ${edition}版</dd></div>
          <div><dt>書面の指紋</dt><dd class="code">${sha256}</dd></div>
        </dl>
        <p class="note">この書面は、サービスの登録内容と契約条件から組み立てられたものです。制度の公式様式ではありません。</p>
      </footer>
    </main>
  </body>
</html>`)
}

const item = ({ label, lines }: DisclosureItem) => html`<li>
  <h3>${label}</h3>
  ${lines.map((line) => html`<p>${line}</p>`)}
</li>`

const parties = ({ implementingEntity, reseller, sme }: Disclosure) => html`<dl class="facts">
  <div><dt>ユーザー</dt><dd>${sme.name}（${sme.prefecture}、法人番号 ${sme.smeId}）</dd></div>
  ${
    reseller
      ? html`<div><dt>ご契約の相手方</dt><dd>${reseller.name}（再販協力会社、法人番号 ${reseller.corporateNumber}）</dd></div>
          <div><dt>実施主体</dt><dd>${implementingEntity.name}（法人番号 ${implementingEntity.corporateNumber}）</dd></div>`
      : html`<div><dt>ご契約の相手方</dt><dd>${implementingEntity.name}（実施主体、法人番号 ${implementingEntity.corporateNumber}）</dd></div>`
  }
</dl>
<p class="promise">
  このサービスには実施主体が責任を負います。${
    reseller ? '再販協力会社が提供を続けられなくなったときは、実施主体がその責任を引き受け、サービスを続けます。' : ''
  }
</p>`
