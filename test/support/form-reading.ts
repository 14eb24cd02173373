import { everyItem } from './parties.ts'

/** What a named person found in the form of paper that some contracts were signed on: every item. */
export const formReading = (readOn: string, on: object) => ({
  formSha256: 'f'.repeat(64),
  formName: '架空お助け隊サービス契約書（2026年4月版）',
  readBy: { name: '架空 次郎', title: '法務課' },
  readOn,
  stated: everyItem,
  notStated: [],
  on,
})
