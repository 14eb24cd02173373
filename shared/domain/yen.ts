const japanese = new Intl.NumberFormat('ja-JP')

/** Whole yen as a Japanese reader expects them: 1,234,567円. */
export const yen = (amount: number): string => `${japanese.format(amount)}円`
