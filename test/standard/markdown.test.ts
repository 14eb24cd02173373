import { describe, expect, test } from 'vitest'
import { escaped, markdown } from './markdown.ts'

describe('text in Markdown', () => {
  test.each([
    ['第2章1.(6)', '第2章1.(6)'],
    ['1.2版', '1.2版'],
    ['50万円以下（税抜）', '50万円以下（税抜）'],
    ['*太字* _斜体_', String.raw`\*太字\* \_斜体\_`],
    ['[名](x)', String.raw`\[名\](x)`],
    ['![絵](x)', String.raw`!\[絵\](x)`],
    ['<b>&amp;</b>', String.raw`\<b\>\&amp;\</b\>`],
    ['a|b', String.raw`a\|b`],
    ['`code`', '\\`code\\`'],
    ['~~取消~~', String.raw`\~\~取消\~\~`],
    [String.raw`\n`, String.raw`\\n`],
    ['# 見出し', String.raw`\# 見出し`],
    ['- 項目', String.raw`\- 項目`],
    ['+ 項目', String.raw`\+ 項目`],
    ['1. 項目', String.raw`1\. 項目`],
    ['12) 項目', String.raw`12\) 項目`],
    ['---', String.raw`\---`],
    [' 二行\n に分かれる ', '二行 に分かれる'],
  ])('%j stands as %j', (text, written) => expect(escaped(text)).toBe(written))
})

describe('a sheet in Markdown', () => {
  test('has its title, its facts, its sections and its note, in that order', () => {
    const written = markdown({
      kind: '種類',
      title: '題',
      lead: ['前書き。'],
      facts: [{ label: '版', lines: ['1.2'] }],
      sections: [
        {
          heading: '第2章1.(6)',
          mark: { text: '規則が守る', tone: 'good' },
          lines: ['要旨。'],
          facts: [{ label: '記録', lines: ['一つ', '二つ'] }],
        },
        { heading: '第2章1.(7)', mark: null, lines: [], facts: [] },
      ],
      note: '公式様式ではありません。',
    })
    expect(written.split('\n\n')).toEqual([
      '## 題　種類',
      '前書き。',
      '- 版：1.2',
      '### 第2章1.(6)　〔規則が守る〕',
      '要旨。',
      '- 記録：\n  - 一つ\n  - 二つ',
      '### 第2章1.(7)',
      '> 公式様式ではありません。',
    ])
  })
})
