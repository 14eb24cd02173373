import { labelOfItem } from '../../domain/disclosure-items.ts'
import { dayInWords, momentInWords, type Instant, type PlainDate } from '../../domain/plain-date.ts'
import {
  kindOfMatter,
  labelOfType,
  placementConsiderations,
  wordsOfMatter,
  type CoveredMatter,
  type MonitoringType,
} from '../../domain/service/facts.ts'
import type { Words } from '../../domain/words.ts'
import { yen } from '../../domain/yen.ts'
import type { Occasion, Occasions } from '../model/occasion.ts'
import { nameOfConsideration, nameOfFunction, nameOfMatterKind } from '../model/names.ts'

/** A fact as people read it: what it is called, and its value in Japanese. */
export type FactInWords = { readonly name: string; readonly label: Words; readonly value: string }

type Saying<Value> = { readonly label: Words; readonly say: (value: Value) => string }
type InWords<Facts> = { readonly [Name in keyof Facts]-?: Saying<Facts[Name]> }

const saying =
  <Value>(say: (value: Value) => string) =>
  (ja: string, en: string): Saying<Value> => ({ label: { ja, en }, say })

const none = '記載なし'
const text = saying<string | null>((value) => value?.trim() || none)
const amount = saying<number | null>((value) => (value === null ? none : `${yen(value)}（税抜）`))
const yesNo = saying<boolean>((value) => (value ? 'はい' : 'いいえ'))
const many = saying<readonly string[]>((values) => values.join('、') || none)
const counted = (unit: string) => saying<number | null>((value) => (value === null ? none : `${value}${unit}`))
const day = saying<PlainDate | null>((value) => (value ? dayInWords(value) : none))
const moment = saying<Instant | null>((value) => (value ? momentInWords(value) : none))
const oneOf = <Value extends string>(names: Record<Value, string>) => saying<Value>((value) => names[value])

const channel = oneOf({ direct: '実施主体と直接', reseller: '再販協力会社を通じて' })
const type = saying<MonitoringType>((value) => labelOfType[value].ja)
const functions = saying<readonly (keyof typeof nameOfFunction)[]>(
  (values) => values.map((one) => nameOfFunction[one].ja).join('、') || none,
)
const matterInWords = (matter: CoveredMatter): string => {
  const kind = kindOfMatter(matter)
  return `${wordsOfMatter(matter)}（${kind ? nameOfMatterKind[kind].ja : '区分の記載なし'}）`
}
const timesInWords = (times: number | 'unlimited' | null): string => {
  if (times === null) return none
  return times === 'unlimited' ? '限りなし' : `年${times}回`
}
const items = (codes: readonly (keyof typeof labelOfItem)[]): string =>
  codes.map((code) => labelOfItem[code].ja).join('、') || none

/** Names and wording of every fact that a rule may ask. One that is missing here does not compile. */
export const factsInWords: { readonly [On in Occasion]: InWords<Occasions[On]> } = {
  'service-version': {
    name: text('サービスの名称', 'name of the service'),
    monitoringType: type('監視の型', 'type of monitoring'),
    functions: functions('一つの契約に含む機能', 'functions in the one contract'),
    consultationDesk: saying<Occasions['service-version']['consultationDesk']>(
      ({ phone, mail }) => [phone, mail].filter(Boolean).join('、') || none,
    )('相談窓口', 'help desk'),
    incidentNotice: saying<Occasions['service-version']['incidentNotice']>(
      ({ seriousTargetMinutes, othersReportEveryDays }) =>
        `重大：${seriousTargetMinutes === null ? none : `${seriousTargetMinutes}分以内を目標`}、その他：${othersReportEveryDays === null ? none : `${othersReportEveryDays}日に1回`}`,
    )('インシデントの通知', 'how incidents are told'),
    emergencySupport: saying<Occasions['service-version']['emergencySupport']>(
      ({ onSiteDispatch, remote, freePerContractYear, travelExpenses }) =>
        [
          onSiteDispatch ? '駆付け支援あり' : '駆付け支援なし',
          { withConsent: 'リモートは合意を得て', withoutConsent: 'リモートは合意なし', none: 'リモートなし' }[remote],
          `自己負担なし年${freePerContractYear}回`,
          travelExpenses === 'chargeable' ? '諸経費は別' : '諸経費を含む',
        ].join('、'),
    )('緊急時の対応支援', 'emergency support'),
    serviceProvisionCountries: many('サービス提供の所在国', 'countries of service provision'),
    dataStorage: saying<Occasions['service-version']['dataStorage']>((storage) => {
      if (storage === null) return none
      return storage.kind === 'known' ? storage.countries.join('、') || none : '把握していない'
    })('データ保存先の所在国', 'country of data storage'),
    insurance: saying<Occasions['service-version']['insurance']>(
      ({ insurer, coveredMatters, coverageCountPerYear, coverageLimitYen, deductibleYen, ...rest }) =>
        [
          `引受保険会社：${insurer.trim() || none}`,
          `補償対象：${coveredMatters.map(matterInWords).join('・') || none}`,
          `補償回数：${timesInWords(coverageCountPerYear)}`,
          `補償限度額：${coverageLimitYen === null ? none : yen(coverageLimitYen)}`,
          `免責金額：${deductibleYen === null ? none : yen(deductibleYen)}`,
          `自己負担が生じる場合：${rest.selfPayCases === 'none' ? 'なし' : rest.selfPayCases.join('・') || none}`,
          `説明資料：${rest.explanatoryMaterial?.trim() || none}`,
        ].join('、'),
    )('簡易サイバー保険', 'cyber insurance'),
    termination: saying<Occasions['service-version']['termination']>(({ penalty, userMayCancelAnyTime }) => {
      const leaving = userMayCancelAnyTime ? 'いつでも解除できる' : '解除できる場合に限りがある'
      switch (penalty?.kind) {
        case undefined:
          return `違約金：${none}、${leaving}`
        case 'none':
          return `違約金：なし、${leaving}`
        case 'fixed':
          return `違約金：${yen(penalty.exTaxYen)}（税抜）、${leaving}`
        case 'remainingMonths':
          return `違約金：残月数×月額×${penalty.monthlyRatePercent}％、${leaving}`
      }
    })('途中解約', 'leaving early'),
    devices: saying<Occasions['service-version']['devices']>(
      (devices) =>
        devices.map(({ manufacturer, model }) => `${manufacturer.trim() || none} ${model.trim() || none}`).join('、') ||
        none,
    )('監視装置の製造メーカー・型式', 'maker and model of monitoring devices'),
    capabilities: saying<Occasions['service-version']['capabilities']>((can) =>
      [
        [can.detectInbound, '外部からの脅威の検知'],
        [can.detectOutbound, '内部からの不正通信の検知'],
        [can.networkDefend, 'ネットワークでの防御'],
        [can.continuousDetection, '端末の常時監視'],
        [can.endpointDefend, '端末での防御'],
      ]
        .map(([has, name]) => `${name}：${has ? 'あり' : 'なし'}`)
        .join('、'),
    )('備える機能', 'capabilities'),
    placement: saying<Occasions['service-version']['placement']>((placement) =>
      placement === null || typeof placement === 'string'
        ? placement?.trim() || none
        : placementConsiderations
            .map((one) => `${nameOfConsideration[one].ja}：${placement[one].trim() || none}`)
            .join('、'),
    )('監視機器の設置場所等の考慮', 'what was considered of placement'),
    coversImportantTerminals: yesNo('重要情報を取り扱う端末への導入', 'covers terminals with important information'),
    monthlyFeeExTaxYen: amount('月額', 'monthly fee'),
    monthlyFeePerTerminalExTaxYen: amount('端末1台あたりの月額', 'monthly fee per terminal'),
  },
  'service-change': {
    changed: saying<readonly string[]>((names) =>
      names.length === 0
        ? '変わった事項なし'
        : names
            .map((name) => factsInWords['service-version'][name as keyof Occasions['service-version']].label.ja)
            .join('、'),
    )('前の版から変わった事項', 'what changed since the version before'),
    editionChanged: yesNo('名指す基準の版の変更', 'names another edition'),
    kind: saying<Occasions['service-change']['kind']>((kind) =>
      kind === null ? none : { general: '一般事項', requirement: '要件に関する事項' }[kind],
    )('変更の種別', 'kind of change'),
  },
  reseller: {
    channel: channel('販売の経路', 'channel'),
    pledgedOn: day('基準を守る旨の誓約の日', 'day of the pledge'),
    trainedOn: day('説明資料についての教育の日', 'day of the training'),
  },
  contract: {
    channel: channel('契約の経路', 'channel'),
    monitoringType: type('監視の型', 'type of monitoring'),
    functions: functions('一つの契約に含む機能', 'functions in the one contract'),
    exception: saying<Occasions['contract']['exception']>((exception) => {
      if (exception === null) return none
      const { ground, evidenced, burdenKeptLow, approved, leavesOut, expiresOn } = exception
      return [
        `根拠：${ground === null ? none : { law: '法令', necessity: 'その他のやむを得ない事情' }[ground]}`,
        `資料：${evidenced ? 'あり' : none}`,
        `煩雑さを避ける工夫：${burdenKeptLow ? 'あり' : none}`,
        `承認：${approved ? '済み' : 'まだ'}`,
        `含めない機能：${leavesOut.map((one) => nameOfFunction[one].ja).join('・') || none}`,
        `期限：${expiresOn === null ? none : dayInWords(expiresOn)}`,
        `このサービスの例外：${exception.forService ? 'はい' : 'いいえ'}`,
        `この販売者の例外：${exception.forSeller ? 'はい' : 'いいえ'}`,
        `この中小企業の例外：${exception.forSme ? 'はい' : 'いいえ'}`,
      ].join('、')
    })('個別契約の例外', 'exception for a separate contract'),
    madeOn: day('契約の日', 'day of the contract'),
    initialFeeExTaxYen: amount('初期費用の合計', 'initial fee'),
    monthlyFeeExTaxYen: amount('月額', 'monthly fee'),
    terminals: counted('台')('対象の端末', 'terminals'),
    importantTerminals: counted('台')('重要情報を取り扱う端末', 'terminals with important information'),
    noticeBy: oneOf({ mail: 'メール', phone: '電話', both: 'メールと電話', nothing: none })(
      'インシデントの通知先',
      'how incidents reach the SME',
    ),
    sellerMayResell: yesNo('契約日の再販許諾', 'authorized on the day'),
    sellerCanProvide: yesNo('販売者による提供', 'the seller can provide'),
    anotherLiveContract: yesNo('同じサービスの別の有効な契約', 'another live contract for the service'),
  },
  conclusion: {
    explanation: saying<Occasions['conclusion']['explanation']>((explanation) =>
      explanation === null
        ? none
        : `${dayInWords(explanation.on)}に${explanation.method === 'oral' ? '口頭' : '書面'}で：${explanation.listed === false ? '説明した事項は記載なし' : items(explanation.items)}`,
    )('説明の記録', 'the explanation on record'),
    signedOn: day('契約日', 'day of the contract'),
  },
  signature: {
    acknowledged: saying<Occasions['signature']['acknowledged']>(items)('署名者が確認した事項', 'acknowledged items'),
  },
  'incident-notice': {
    severity: oneOf({ serious: '重大', defended: '防御済み', noResponseNeeded: '対応不要' })('区分', 'severity'),
    how: oneOf({ atOnce: '即時', inReport: '後日のレポート' })('知らせ方', 'how it was told'),
    detectedAt: moment('検知した時刻', 'detected at'),
    judgedSeriousAt: saying<Instant | null | undefined>((value) => (value ? momentInWords(value) : '検知した時刻'))(
      '重大と判断した時刻',
      'judged serious at',
    ),
    toldAt: moment('知らせた時刻', 'told at'),
    verdict: saying<Occasions['incident-notice']['verdict']>((verdict) =>
      verdict === null ? none : { kept: 'なお即時であった', departed: '即時とはいえない' }[verdict],
    )('目標の時間を過ぎたときの人の判断', 'what a person says of one told later than the target'),
  },
  'emergency-support': {
    purpose: oneOf({ emergency: '緊急時の対応', setUp: '導入に伴う初期対応' })('目的', 'purpose'),
    mode: oneOf({ onSite: '技術者の派遣', remote: 'リモート' })('方法', 'how'),
    startedAt: moment('始めた時刻', 'started at'),
    placeNamed: saying<string | null | undefined>((value) => value?.trim() || none)(
      'ユーザーの指定した場所',
      'the place the user named',
    ),
    place: text('実際に駆け付けた場所', 'the place reached'),
    remoteConsentAt: moment('リモートへの合意の時刻', 'consent to remote support at'),
    chargedExTaxYen: amount('支援そのものの請求額', 'charged for the support'),
    incidentalExTaxYen: amount('諸経費の請求額', 'charged for travel and the like'),
    travelExpenses: oneOf({ chargeable: 'ご負担いただくことがある', included: '当方が負担する' })(
      '規約等での諸経費',
      'travel by the terms',
    ),
    freePromised: counted('回')('規約等で約束した自己負担なしの支援', 'free supports promised by the terms'),
    signedOn: day('契約の日', 'day of the contract'),
    servedFrom: day('サービスの開始日', 'first day of service'),
    installedOn: day('導入の記録の日', 'day of the installation on record'),
    setUpReasoned: yesNo('遅い初期対応についての実施主体の理由', 'reason of the implementing entity for a late set-up'),
    freeSupportsUsed: counted('回')('契約年のうちに済んだ自己負担なしの支援', 'free supports used this contract year'),
  },
  discontinuance: {
    occurredOn: day('事情の生じた日', 'day the difficulty arose'),
    reportedToIpaOn: day('IPAへ報告した日', 'reported to IPA on'),
    reportedToRegistrationBodyOn: day('審査登録機関へ報告した日', 'reported to the registration body on'),
    contractsListed: counted('件')('対象の契約', 'contracts listed'),
    contractsTakenOver: counted('件')('引継ぎの起きた契約', 'contracts taken over'),
  },
}

/** The facts a rule asked, as people read them, in the order it asks. */
export const inWords = <On extends Occasion>(
  on: On,
  asks: readonly string[],
  facts: Occasions[On],
): readonly FactInWords[] =>
  asks.map((name) => {
    const key = name as keyof Occasions[On] & string
    const { label, say } = factsInWords[on][key]
    return { name, label, value: say(facts[key]) }
  })
