/** Target of an address of the pages: a file under `web`, another address to go to, or nothing. */
export type PageOf = { readonly file: string } | { readonly goTo: string } | null

const isFile = /\.(?:html|css|js|mjs|json|svg|png|woff2|txt)$/

/**
 * Finds the page behind an address as CloudFront does on AWS. A link whose `#` was escaped, or made wide, is sent on to
 * where the browser keeps it to itself.
 */
export const pageOf = (path: string): PageOf => {
  const address = path.replaceAll(/\/{2,}/g, '/')
  const [, of = '', ask, link] =
    /^\/(sign|stop|console)(?:\/index\.html|\/(ask\.html)|\/)?(?:%(?:25)*23|%(?:25)*EF%(?:25)*BC%(?:25)*83|#|＃)(.*)$/i.exec(
      address,
    ) ?? []
  if (link !== undefined) return { goTo: `/${of.toLowerCase()}/${ask ? 'ask.html' : ''}#${link}` }
  const [, page] = /^\/(sign|stop)(?:\/|$)/.exec(address) ?? []
  if (page !== undefined && !isFile.test(address)) return { file: `/${page}/index.html` }
  if (/^\/console\/?$/.test(address)) return { file: '/console/index.html' }
  if (address === '/') return { file: '/index.html' }
  return isFile.test(address) ? { file: address } : null
}

/** Page for a person whose address is none. */
export const noSuchPage =
  '<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ページが見つかりません</title><h1>ページが見つかりません</h1><p>メールにあるリンクを、はじめから終わりまで全部、もう一度開いてください。</p><p><a href="/">はじめのページへ</a></p></html>'
