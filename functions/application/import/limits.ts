export const maxRows = 10_000

/** A transaction holds 4 MB; text that cannot be packed at all takes two bytes and a little for each character. */
export const maxCharacters = 1_800_000
