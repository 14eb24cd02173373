import { shortNumberOf } from '../short-number.ts'
import { type CoverageStage, labelOfFacet } from '../contract/coverage.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import type { DisclosureItemCode } from '../disclosure-items.ts'
import { dayInJapan, dayInWords, momentInWords, type Instant, type PlainDate } from '../plain-date.ts'
import { answersFrom, beingChecked } from './takeover-notice.ts'
import type { Sheet, SheetFact, SheetSection } from '../sheet.ts'
import { type CoverageArea, coverageAreas } from '../contract/contract-words.ts'

/** Someone who answered for a contract, from a moment on, until another did. */
type Answering = { readonly name: string; readonly from: Instant; readonly until: Instant | null }

/** Facts on who serves a contract, as of a moment. Nothing in it tells whose contract it is. */
export type Serving = {
  readonly disclosure: Disclosure
  /** Parties that answered, the first to the present one. */
  readonly answering: readonly Answering[]
  readonly counterparty: string
  /**
   * Instant since which it is, or was last, taken over, and the day the difficulty was known; null where it never was.
   */
  readonly takenOver: { readonly since: Instant; readonly knownOn: PlainDate } | null
  /** Service to it in that takeover, facet by facet; null outside of one. */
  readonly coverage: { readonly stage: CoverageStage; readonly lost: readonly CoverageArea[] } | null
  readonly endedOn: PlainDate | null
  /** Until when the SME of an ended contract can have its sealed papers; null while it has no end, and where none were. */
  readonly papers: { readonly until: PlainDate; readonly over: boolean } | null
  readonly asOf: Instant
}

// Items shown. The one on how incidents are told names the SME's own addresses: not for whoever has the link.
const itemsShown: ReadonlySet<DisclosureItemCode> = new Set(['support', 'insurance'])

const linesOf = ({ items }: Disclosure, code: DisclosureItemCode): readonly string[] =>
  items.find((item) => item.code === code)?.lines ?? []

const coverageWords: Record<CoverageStage, readonly string[]> = {
  covered: ['監視・窓口・保険のいずれも、続いていることを確かめました。'],
  restored: ['一時止まっていたものは、もとに戻りました。監視・窓口・保険のいずれも続いています。'],
  atRisk: [`引き継いだばかりのため、${beingChecked}`],
  gap: ['次のものが止まっています。実施主体が復旧を進めています。ご不安なことは、下のご連絡先へお知らせください。'],
  ended: ['このご契約は終わっています。'],
}

const coverageSection = ({ coverage }: Serving): readonly SheetSection[] =>
  coverage
    ? [
        {
          heading: '提供の状態',
          mark:
            coverage.stage === 'gap'
              ? { text: '止まっているものがあります', tone: 'bad' }
              : coverage.stage === 'atRisk'
                ? { text: '確認中', tone: 'open' }
                : { text: coverage.stage === 'ended' ? '終了' : '提供中', tone: 'good' },
          lines: [
            ...coverageWords[coverage.stage],
            ...coverageAreas
              .filter((facet) => coverage.lost.includes(facet))
              .map((facet) => `・${labelOfFacet[facet].ja}`),
          ],
          facts: [],
        },
      ]
    : []

const changesSection = ({ disclosure, answering, counterparty, takenOver }: Serving): SheetSection => ({
  heading: '変わったこと・変わらないこと',
  mark: null,
  lines: takenOver
    ? [
        `${momentInWords(takenOver.since)}に、責任を負う者が変わりました。`,
        answersFrom(disclosure.implementingEntity.name, takenOver.knownOn),
        'ご契約の条件（料金、契約期間、解約の定め）は変わりません。',
        `ご契約の相手方は${counterparty}です。お客様のご同意なしには変わりません。`,
      ]
    : ['責任を負う者が変わったことはありません。', `ご契約の相手方は${counterparty}です。`],
  facts:
    answering.length > 1
      ? [
          {
            label: 'これまでの責任者',
            lines: answering.map(
              ({ name, from, until }) =>
                `${name}（${dayInWords(dayInJapan(from))}から${until ? `${dayInWords(dayInJapan(until))}まで` : ''}）`,
            ),
          },
        ]
      : [],
})

/** That the papers can be had no more; nothing before their day. */
const papersOver = ({ papers }: Serving): readonly string[] =>
  papers?.over
    ? [
        `ご契約の書面の控えをお渡しできる期限（${dayInWords(papers.until)}）は過ぎました。いまは、控えをお渡しできません。`,
      ]
    : []

const papersOnward = ({ papers }: Serving, href: string): Pick<Sheet, 'onward'> =>
  papers && !papers.over
    ? {
        onward: {
          heading: 'ご契約の当事者だった方へ',
          lines: [
            `ご契約の書面の控え（契約書、署名証明書など）は、${dayInWords(papers.until)}まで保存できます。リンクは、ご登録のメールへお送りします。`,
            'この日を過ぎるとお渡しできません。お早めに、ご自身で保存してください。',
          ],
          label: '書面の控えのリンクを受け取る',
          href,
        },
      }
    : {}

/** "Who serves me now", for whoever holds the link: who answers, what is covered, whom to call, what changed; and where its SME asks for the link to its own page. */
export const servingSheet = (serving: Serving, ownPage: string): Sheet => {
  const { disclosure, answering, endedOn, asOf } = serving
  const { service, contractId } = disclosure
  const now = answering.at(-1)
  const answers: SheetFact = {
    label: 'いま責任を負う者',
    lines: now ? [now.name, `${momentInWords(now.from)}から`] : ['まだ契約は成立していません。'],
  }
  return {
    kind: 'いまの担当',
    title: service.name,
    lead: endedOn
      ? [`このご契約は、${dayInWords(endedOn)}に終わっています。`, ...papersOver(serving)]
      : now
        ? [`${now.name}が、責任を持ってサービスを提供しています。`]
        : [],
    facts: [
      ...(endedOn ? [] : [answers]),
      { label: 'お困りのときのご連絡先', lines: linesOf(disclosure, 'helpDesk') },
      { label: '契約番号', lines: [shortNumberOf(contractId)] },
    ],
    sections: [
      ...(endedOn ? [] : coverageSection(serving)),
      ...(endedOn
        ? []
        : [
            {
              heading: '受けられるもの',
              mark: null,
              lines: [],
              facts: disclosure.items
                .filter(({ code }) => itemsShown.has(code))
                .map(({ label, lines }) => ({ label, lines })),
            },
          ]),
      changesSection(serving),
    ],
    ...(endedOn
      ? papersOnward(serving, ownPage)
      : {
          onward: {
            heading: 'ご契約の当事者の方へ',
            lines: [
              '契約書、同意、解約のお手続きは、ご契約ページでご覧いただけます。リンクは、ご登録のメールへお送りします。',
            ],
            label: 'ご契約ページのリンクを受け取る',
            href: ownPage,
          },
        }),
    note: `${momentInWords(asOf)}の台帳の記録から組み立てています。このページのアドレスを知っている人は、だれでも読めます。制度の公式様式ではありません。`,
  }
}
