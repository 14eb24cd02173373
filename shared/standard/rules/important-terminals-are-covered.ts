import { asking, onlyForTypes, rule, unless } from '../model/rule.ts'

/** 附則1.(4) An endpoint type covers at least the terminals that handle important information: the service says so. */
export const importantTerminalsAreOffered = rule({
  name: 'important-terminals-are-covered',
  on: 'service-version',
  asks: ['monitoringType', 'coversImportantTerminals'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '重要情報を取り扱う端末への導入を約束する。',
    en: 'Promises to cover terminals that handle important information.',
  }),
  notFor: onlyForTypes('endpoint', 'combined'),
  objections: ({ coversImportantTerminals }) =>
    unless(
      coversImportantTerminals,
      'facts.coversImportantTerminals',
      '重要情報を取り扱う端末への導入が約束されていません。',
      'Terminals that handle important information are not promised to be covered.',
    ),
})

/** 附則1.(4) And the contract covers as many as the SME counted. Where nobody counted, nobody knows. */
export const importantTerminalsAreCovered = rule({
  name: 'important-terminals-are-covered',
  on: 'contract',
  asks: ['monitoringType', 'terminals', 'importantTerminals'],
  suppliedBy: 'sme',
  says: () => ({
    ja: '契約の対象に、重要情報を取り扱う端末がすべて入る。',
    en: 'The contract covers every terminal that handles important information.',
  }),
  notFor: onlyForTypes('endpoint', 'combined'),
  objections: ({ terminals, importantTerminals }) =>
    unless(
      importantTerminals === null || importantTerminals <= terminals,
      'terms.terminals',
      '対象の端末が、重要情報を取り扱う端末の台数に足りません。',
      'Fewer terminals are covered than handle important information.',
    ),
  questions: ({ importantTerminals }) =>
    asking(
      importantTerminals === null,
      'notKnown',
      'terms.importantTerminals',
      '重要情報を取り扱う端末の台数が分かりません。',
      'How many terminals handle important information is not known.',
    ),
})
