import type { Explanation } from '../../../shared/domain/contract/explanation.ts'
import { revisionTerms, termOf, type RevisionTerm } from '../../../shared/domain/contract/contract-terms.ts'
import { labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import type {
  Announced,
  CancellationRequest,
  CodeLetter,
  Confirmation,
  ConsentNow,
  ContractRevision,
  Coverage,
  ExistingContract,
  FacetNow,
  FormReading,
  Gap,
  Interval,
  Link,
  NextTerm,
  Proposal,
  Renewal,
  Takeover,
} from '../../../shared/domain/contract/states.ts'
import { labelOfType } from '../../../shared/domain/service/facts.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import { nameOfFunction } from '../../../shared/standard/model/names.ts'
import { inJapan } from '../in-japan.ts'
import * as closed from './closed-words.ts'
import {
  allAmong,
  among,
  counted,
  day,
  each,
  group,
  hidden,
  inJapanese,
  leaf,
  moment,
  money,
  party,
  service,
  text,
  words,
  yesNo,
  type FieldsOf,
} from './fields.ts'

/** Plain terms, from their table: how each is called, and how it is counted. */
const termField = (name: RevisionTerm) => {
  const term = termOf(name)
  const { ja, en } = term.label
  if (term.kind === 'day') return leaf(ja, en, day)
  return leaf(ja, en, term.unit === '円' ? money : counted(term.unit))
}

export const items = allAmong(inJapanese(labelOfItem))

const revision: FieldsOf<ContractRevision> = {
  ...(Object.fromEntries(revisionTerms.map((name) => [name, termField(name)])) as unknown as Pick<
    FieldsOf<ContractRevision>,
    RevisionTerm
  >),
  contractId: hidden,
  entityId: hidden,
  seller: leaf('販売者', 'seller', party),
  serviceId: leaf('サービス', 'service', service),
  serviceVersion: leaf('サービスの版', 'service version', counted('版')),
  monitoringType: leaf('監視の型', 'monitoring type', among(inJapanese(labelOfType))),
  edition: leaf('サービス基準の版', 'edition of the standard', text),
  smeId: leaf('ユーザーの番号', 'number of the SME', text),
  prefecture: leaf('都道府県', 'prefecture', text),
  functions: leaf('提供する機能', 'functions', allAmong(inJapanese(nameOfFunction))),
  exceptionId: leaf('個別契約の例外', 'exception', text),
  initialFeeExTaxYen: leaf('初期費用（税抜）', 'initial fee, tax excluded', money),
  endOn: leaf('契約期間の末日', 'last day of the term', day),
  renewal: group<Renewal>(null, {
    months: leaf('更新後の期間', 'months of a renewal', counted('か月')),
    noticeDays: leaf('更新しない旨の申出の期限', 'days to decline a renewal', counted('日前まで')),
  }),
  noticeBy: leaf('お知らせの方法', 'way of notices', among(closed.noticeWays)),
  revision: leaf('契約書の版', 'revision of the text', counted('版')),
  documentSha256: hidden,
}

/** A contract's text, under the name of the part that has it. */
export const dealUnder = (ja: string, en: string) => group<ContractRevision>(words(ja, en), revision)

export const explanationField = group<Explanation>(words('重要事項の説明', 'explanation'), {
  method: leaf('方法', 'way', among(closed.methods)),
  on: leaf('説明した日', 'day', day),
  items: leaf('項目', 'items', items),
  listed: hidden,
})

const letter = group<CodeLetter>(words('確認コードの手紙', 'letter with a code'), {
  n: hidden,
  askedAt: leaf('依頼', 'asked for', moment),
  printedAt: leaf('印刷', 'printed', moment),
})

const linkUnder = (ja: string, en: string) =>
  group<Link>(words(ja, en), {
    nonce: hidden,
    expiresAt: leaf('期限', 'runs out', moment),
    codesSent: leaf('確認コードの送付', 'codes sent', counted('回')),
    codeSentAt: hidden,
    wrongCodes: leaf('誤った入力', 'wrong tries', counted('回')),
    passedAt: leaf('確認コードの照合', 'code entered', moment),
    codes: hidden,
    letter,
  })

const confirmation = group<Confirmation>(words('本人の確認', 'confirmation'), {
  stage: leaf('状態', 'stage', among(closed.confirmations)),
  link: linkUnder('確認用のリンク', 'link to confirm'),
  at: leaf('日時', 'at', moment),
})

const gap = (one: Gap) => `${inJapan(one.from)}〜${inJapan(one.until)}`

const facetUnder = (ja: string, en: string) =>
  group<FacetNow>(words(ja, en), {
    stage: leaf('状態', 'stage', among(closed.facetStages)),
    since: leaf('途切れた時', 'lost since', moment),
  })

const coverage = group<Coverage>(null, {
  monitoring: facetUnder('監視', 'monitoring'),
  contact: facetUnder('連絡先', 'contact'),
  insurance: facetUnder('保険', 'insurance'),
  gaps: leaf('途切れた時間', 'gaps', (gaps: readonly Gap[]) => (gaps.length > 0 ? gaps.map(gap) : null)),
})

const takeoverFields: FieldsOf<Takeover> = {
  discontinuanceId: leaf('案件', 'case', text, 'house'),
  since: leaf('始まり', 'since', moment),
  stage: leaf('状態', 'stage', among(closed.takeoverStages)),
  late: leaf('一覧の確定後に見つかった', 'late', yesNo),
  settlement: leaf('行き先', 'settlement', among(closed.settlements)),
  coverage,
}

const intervals = (ja: string, en: string) =>
  each<Interval>(words(ja, en), (_, index) => [String(index), `${index + 1}番目`], {
    party: leaf('当事者', 'party', party),
    from: leaf('始まり', 'from', moment),
    until: leaf('終わり', 'until', moment),
  })

const consentField = each<ConsentNow>(words('同意', 'consent'), ({ kind }) => [kind, closed.consentKinds[kind]], {
  kind: hidden,
  stage: leaf('状態', 'stage', among(closed.consentStages)),
  at: leaf('日時', 'at', moment),
})

const proposal = group<Proposal>(words('変更の提案', 'proposal'), {
  kind: leaf('種類', 'kind', among(closed.proposalKinds)),
  deal: dealUnder('提案の内容', 'proposed text'),
  changed: leaf('変わる項目', 'changed items', items),
  explanation: explanationField,
  link: linkUnder('署名用のリンク', 'link to sign'),
})

export const formReadingFields: FieldsOf<FormReading> = {
  readOn: leaf('確認した日', 'read on', day),
  stated: leaf('書かれていた項目', 'items stated', items),
  notStated: leaf('書かれていなかった項目', 'items not stated', items),
}

/** Fields of a contract's state. */
export const contractFields: FieldsOf<ExistingContract> = {
  stage: leaf('状態', 'stage', among(closed.contractStages)),
  deal: dealUnder('契約の内容', 'text'),
  explanation: explanationField,
  link: linkUnder('署名用のリンク', 'link to sign'),
  entry: leaf('契約の記録の方法', 'entry', among(closed.entries)),
  signedOn: leaf('署名した日', 'signed on', day),
  liveAt: hidden,
  confirmation,
  formReading: group<FormReading>(words('書面の様式', 'form of paper'), formReadingFields),
  formerSmeIds: leaf('以前のユーザーの番号', 'numbers of former SMEs', (ids: readonly string[]) => ids),
  conflict: group<{ readonly with: `ctr_${string}`; readonly exceptionId?: `exc_${string}` }>(
    words('契約の重複', 'conflict'),
    {
      with: leaf('ほかの契約', 'other contract', (id: `ctr_${string}`) => shortNumberOf(id)),
      exceptionId: leaf('個別契約の例外', 'exception', text),
    },
    'house',
  ),
  contactFrom: leaf('新しい連絡先の初日', 'first day of the new contact', day),
  contactVerified: leaf('連絡先の実施主体による確認', 'contact verified', yesNo),
  confirmedByVerified: leaf('確かめた連絡先からの確認', 'confirmed through a verified contact', yesNo),
  responsibility: intervals('責任を負う者', 'responsibility'),
  counterparty: intervals('契約の相手方', 'counterparty'),
  holder: leaf('受け持つ者', 'holder', party),
  takeover: group<Takeover>(words('引継ぎ', 'takeover'), takeoverFields, 'house'),
  earlierTakeovers: each<Takeover>(
    words('以前の引継ぎ', 'earlier takeover'),
    ({ discontinuanceId }, index) => [discontinuanceId, `${index + 1}番目`],
    takeoverFields,
    'house',
  ),
  servedFrom: leaf('提供の初日', 'first day of service', day),
  consents: consentField,
  lastRevision: hidden,
  proposal,
  next: group<NextTerm>(words('次の契約期間', 'next term'), {
    deal: dealUnder('内容', 'text'),
    explanation: explanationField,
  }),
  announced: group<Announced>(words('更新の予告', 'renewal announced'), {
    answerBy: leaf('申出の期限', 'answer by', day),
    held: leaf('更新の保留', 'held', yesNo),
  }),
  leaving: group<CancellationRequest>(words('解約の申出', 'wish to leave'), {
    on: leaf('最後の日', 'last day', day),
    penaltyExTaxYen: leaf('違約金（税抜）', 'penalty, tax excluded', money),
    requestedAt: leaf('申し出た時', 'requested', moment),
    confirmed: leaf('確定', 'confirmed', yesNo),
    wordSha256: hidden,
  }),
  ownLink: linkUnder('ご契約ページのリンク', 'own link'),
  endedAt: hidden,
  endedOn: leaf('終了した日', 'ended on', day),
  ending: leaf('終了の理由', 'ending', among(closed.endings)),
  reason: leaf('取消しの理由', 'reason', among(closed.voidings)),
}
