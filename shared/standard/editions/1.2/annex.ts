import { byRule, clause, type Clause } from '../../model/edition.ts'
import {
  importantTerminalsAreCovered,
  importantTerminalsAreOffered,
} from '../../rules/important-terminals-are-covered.ts'
import { placementIsConsidered } from '../../rules/placement-is-considered.ts'
import { textNotInHand } from '../../model/text-not-in-hand.ts'

/** Clauses of 附則: where monitoring reaches. */
export const annex: readonly Clause[] = [
  textNotInHand('附則1.(1)'),
  textNotInHand('附則1.(2)'),
  clause(
    '附則1.(3)',
    {
      ja: 'ネットワーク監視型は、通信全体を監視できるよう監視機器の設置場所等を考慮する。',
      en: 'For the network type, placement is chosen so that all traffic is seen.',
    },
    [byRule(placementIsConsidered, { lettersAtLeast: 4 })],
    {
      seedRows: [7],
      ourReading: {
        ja: '「設置する場所等を考慮」は、外部との境界のどこに置くか、監視が及ぶ区画、及ばない区画・通信とその扱い、監視機器を通らない経路の四つと読む。一つの文による記載は、考慮されたが項目ごとではないものとして示し、4字に満たないものは記載がないものとする。',
        en: 'To consider placement is read as four things: where at the boundary it stands, the segments it sees, what it does not see and what is done about that, and the ways around it. One text is shown as considered, not itemised; one of under four letters as nothing said.',
      },
    },
  ),
  clause(
    '附則1.(4)',
    {
      ja: '端末監視型は、少なくとも重要情報を取り扱う端末に導入する。',
      en: 'The endpoint type covers at least the terminals that handle important information.',
    },
    [byRule(importantTerminalsAreOffered), byRule(importantTerminalsAreCovered)],
    {
      seedRows: [8],
      ourReading: {
        ja: '重要情報を取り扱う端末の台数が分からない契約は、守られているとはしない。新しく起案する契約では台数の記載を求め、紙で結ばれた契約では分からないものとして記録し、一覧に示す。',
        en: 'A contract of which nobody counted the terminals with important information is never taken for kept. A contract drafted here has to count them; one signed on paper is recorded as not known, and listed.',
      },
    },
  ),
]
