import { rule, unless } from '../rule.ts'

/** 附則1.(4) An endpoint type covers at least the terminals that handle important information: the service says so. */
export const importantTerminalsAreOffered = rule({
  name: 'important-terminals-are-covered',
  on: 'service-version',
  objections: ({ monitoringType, coversImportantTerminals }) =>
    unless(
      monitoringType === 'network' || coversImportantTerminals,
      'facts.coversImportantTerminals',
      '重要情報を取り扱う端末への導入が約束されていません。',
      'Terminals that handle important information are not promised to be covered.',
    ),
})

/** 附則1.(4) And the contract covers as many as the SME counted. */
export const importantTerminalsAreCovered = rule({
  name: 'important-terminals-are-covered',
  on: 'contract',
  objections: ({ monitoringType, terminals, importantTerminals }) =>
    unless(
      monitoringType === 'network' || importantTerminals === null || importantTerminals <= terminals,
      'terms.terminals',
      '対象の端末が、重要情報を取り扱う端末の台数に足りません。',
      'Fewer terminals are covered than handle important information.',
    ),
})
