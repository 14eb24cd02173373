/**
 * The viewer function before the pages (CloudFront Functions, runtime 2.0), as its source.
 *
 * S3 knows files only, so a folder becomes its page. A link whose `#` was escaped, or made wide, is sent on to where the
 * browser keeps it to itself. An address of nothing is answered in Japanese here: what S3 would say is English XML, and
 * an error page of the distribution would stand in for the API's problem documents as well.
 */
export const pageOf = `function handler(event) {
  var request = event.request
  var uri = request.uri.replace(/\\/{2,}/g, '/')
  var escaped = /^\\/(sign|stop|console)(?:\\/index\\.html|\\/(ask\\.html)|\\/)?(?:%(?:25)*23|%(?:25)*EF%(?:25)*BC%(?:25)*83|#|\uFF03)(.*)$/i.exec(uri)
  if (escaped) {
    var location = '/' + escaped[1].toLowerCase() + '/' + (escaped[2] ? 'ask.html' : '') + '#' + escaped[3]
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: location }, 'cache-control': { value: 'no-store' } } }
  }
  var file = /\\.(?:html|css|js|mjs|json|svg|png|woff2|txt)$/.test(uri)
  var page = /^\\/(sign|stop)(?:\\/|$)/.exec(uri)
  if (page && !file) uri = '/' + page[1] + '/index.html'
  else if (/^\\/console\\/?$/.test(uri)) uri = '/console/index.html'
  else if (uri === '/') uri = '/index.html'
  else if (!file) {
    return {
      statusCode: 404,
      statusDescription: 'Not Found',
      headers: { 'content-type': { value: 'text/html; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
      body: '<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ページが見つかりません</title><h1>ページが見つかりません</h1><p>メールにあるリンクを、はじめから終わりまで全部、もう一度開いてください。</p><p><a href="/">はじめのページへ</a></p></html>',
    }
  }
  request.uri = uri
  return request
}`
