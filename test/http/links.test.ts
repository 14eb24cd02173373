import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { pageOf as pageHere, type PageOf } from '../../functions/local/page-of.ts'
import { pageOf as viewerFunction } from '../../infra/constructs/page-of.ts'
import { sealingHouse } from '../support/archives.ts'
import { newHouse } from '../support/house.ts'

// The browser's own module, as it would load it.
const { linkIn }: { readonly linkIn: (address: string) => string | null } = await import(
  new URL('../../web/sign/link-in.js', import.meta.url).href
)

const seal = 'Fh3-K9vX2mQw8sYt1bLr7uJe4aZc6pNd5oGi0xTkVyE'
const link = `ctr_00000000000201k6d2q0000000000000001001.k3JQ0s9dPzA.${seal}`
const escaped = encodeURIComponent(link)

describe('a link works as mail programs and gateways hand it on (C24)', () => {
  test.each([
    ['as it was sent', `#${link}`],
    ['with a full stop of the sentence behind it', `#${link}。`],
    ['the same, escaped', `#${link}%E3%80%82`],
    ['in angle brackets', `#<${link}>`],
    ['in brackets of the sentence', `#（${link}）`],
    ['with a blank before it', `#%20${link}`],
    ['with its full stops escaped', `#${link.replaceAll('.', '%2E')}`],
    ['escaped twice', `#${encodeURIComponent(escaped.replaceAll('.', '%2E'))}`],
    ['with parameters that a filter adds', `#${link}&data=05%7C02&reserved=0`],
    ['with a query behind it', `#${link}?utm_source=x`],
    ['broken over two lines', `#${link.slice(0, 60)}%0D%0A${link.slice(60)}`],
    ['with an escape that is none', `#${link}%ZZ`],
    ['in the path, where the mark was escaped', `/sign/%23${link}`],
    ['under quotation marks', `#"${link}"`],
    ['with a wide mark before it', `/sign/${encodeURIComponent('＃')}${link}`],
    ['in wide letters', `#${link.replace(/[\w.-]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))}`],
    ['with the mark as HTML has it', `#35;${link}`],
    ['with parameters as HTML has them', `#${link}&amp;data=05%7C02`],
    ['as the raw text of a mail breaks it', `#${link.slice(0, 60)}=%0D%0A${link.slice(60)}`],
    ['the same, the line end gone', `#${link.slice(0, 60)}=${link.slice(60)}`],
    ['with its full stops as that text has them', `#${link.replaceAll('.', '=2E')}`],
    [
      'behind the address of a filter',
      `#https://filter.example.jp/?url=${encodeURIComponent(`https://x.jp/sign/#${link}`)}`,
    ],
  ])('%s', (_, address) => {
    expect(linkIn(address)).toBe(link)
  })

  test.each([60, 70, 76, 85, link.length - 1])('cut after %i letters, the page says that it was cut', (length) => {
    expect(linkIn(`#${link.slice(0, length)}`)).toBe('cut')
  })
  test.each(['', '#', '#section', '/sign/', '#utm_source=x'])('no link at all: %j', (address) => {
    expect(linkIn(address)).toBeNull()
  })
})

describe('an address of the pages leads to the same place here and on AWS', () => {
  type Request = { readonly uri: string }
  type Response = { readonly statusCode: number; readonly headers: { readonly location?: { readonly value: string } } }
  const onAws = (uri: string): PageOf => {
    const asked = `${viewerFunction}; handler({ request: { uri: ${JSON.stringify(uri)} } })`
    const answer = runInNewContext(asked) as Request | Response
    if ('uri' in answer) return { file: answer.uri }
    const { location } = answer.headers
    if (location) return { goTo: location.value }
    expect(answer.statusCode).toBe(404)
    return null
  }

  test.each([
    ['/', { file: '/index.html' }],
    ['/sign', { file: '/sign/index.html' }],
    ['/sign/', { file: '/sign/index.html' }],
    ['//sign/', { file: '/sign/index.html' }],
    ['/sign//', { file: '/sign/index.html' }],
    [`/sign/${link}`, { file: '/sign/index.html' }],
    ['/sign/sign.js', { file: '/sign/sign.js' }],
    ['/stop', { file: '/stop/index.html' }],
    ['/stop/', { file: '/stop/index.html' }],
    [`/stop/${link}`, { file: '/stop/index.html' }],
    ['/stop/index.html', { file: '/stop/index.html' }],
    ['/stop/stop.js', { file: '/stop/stop.js' }],
    [`/stop/%23${link}`, { goTo: `/stop/#${link}` }],
    [`/stop/%2523${link}`, { goTo: `/stop/#${link}` }],
    [`/stop/index.html%23${link}`, { goTo: `/stop/#${link}` }],
    [`/sign/index.html%23${link}`, { goTo: `/sign/#${link}` }],
    ['/stopped', null],
    [`/sign/%23${link}`, { goTo: `/sign/#${link}` }],
    [`/sign/%2523${link}`, { goTo: `/sign/#${link}` }],
    [`/sign%23${link}`, { goTo: `/sign/#${link}` }],
    [`/sign/%EF%BC%83${link}`, { goTo: `/sign/#${link}` }],
    [`/stop%EF%BC%83${link}`, { goTo: `/stop/#${link}` }],
    [`/sign/ask.html%23${link}`, { goTo: `/sign/ask.html#${link}` }],
    [`/sign/ask.html%EF%BC%83${link}`, { goTo: `/sign/ask.html#${link}` }],
    ['/sign/ask.html', { file: '/sign/ask.html' }],
    ['/console/%23/contracts', { goTo: '/console/#/contracts' }],
    ['/console', { file: '/console/index.html' }],
    ['/console/', { file: '/console/index.html' }],
    ['/nothing', null],
    ['/console/nothing', null],
    ['/wp-login.php', null],
  ])('%s', (address, expected) => {
    expect(pageHere(address)).toEqual(expected)
    expect(onAws(address)).toEqual(expected)
  })

  test('every page there is can be reached', () => {
    for (const page of ['/index.html', '/sign/index.html', '/stop/index.html', '/console/index.html'])
      expect(readFileSync(`web${page}`, 'utf8')).toContain('<!doctype html>')
  })
})

const house = await newHouse()
const { signed } = await sealingHouse(house)
const serving = await house.deps.links.servingFor(await signed())
const anyone = house.withToken(undefined)

describe('the page on who serves me opens whatever stands about its address (C24)', () => {
  test.each([
    ['as it was sent', `/v1/serving/${serving}/page.html`],
    ['with a parameter that counts visitors', `/v1/serving/${serving}/page.html?utm_source=x&utm_medium=mail`],
    ['with a full stop of the sentence', `/v1/serving/${serving}/page.html%E3%80%82`],
    ['with a bracket', `/v1/serving/${serving}/page.html%3E`],
    ['with parameters of a filter', `/v1/serving/${serving}/page.html&data=05%7C02`],
    ['with a slash', `/v1/serving/${serving}/page.html/`],
    ['with two slashes', `/v1//serving/${serving}/page.html`],
    ['with its link escaped', `/v1/serving/${serving.replaceAll('.', '%252E')}/page.html`],
    ['with something behind the link', `/v1/serving/${serving}%3E/page.html`],
  ])('%s', async (_, path) => {
    const reply = await anyone.get(path)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test('a link that was cut is answered to a browser as a page in Japanese, and to a program as a problem', async () => {
    const path = `/v1/serving/${serving.slice(0, 60)}/page.html`
    const page = await anyone.get(path, { accept: 'text/html,application/xhtml+xml,*/*' })
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(page.text).toContain('はじめから終わりまで全部')
    const problem = await anyone.get(path)
    expect([problem.status, problem.body.kind]).toEqual([404, 'not-found'])
  })
})
