/** A sentence for people, in both languages of the house. Japanese is what is shown first. */
export type Words = { readonly ja: string; readonly en: string }
