import { type DisclosureItemCode, labelOfItem } from '../../domain/disclosure-items.ts'
import { rule, unless } from '../model/rule.ts'

/** 第2章1.(6) What is disclosed is agreed on: the signer acknowledges each item before signing. */
export const disclosuresAreAcknowledged = rule({
  name: 'disclosures-are-acknowledged',
  on: 'signature',
  asks: ['acknowledged'],
  suppliedBy: 'sme',
  says: ({ items }: { readonly items: readonly DisclosureItemCode[] }) => ({
    ja: `署名する人が、開示事項${items.length}項目のそれぞれを確認する。`,
    en: `The signer acknowledges each of ${items.length} disclosed items.`,
  }),
  objections: ({ acknowledged }, { items }: { readonly items: readonly DisclosureItemCode[] }) =>
    items.flatMap((item) =>
      unless(
        acknowledged.includes(item),
        'acknowledged',
        `「${labelOfItem[item].ja}」の確認がありません。`,
        `"${labelOfItem[item].en}" is not acknowledged.`,
      ),
    ),
})
