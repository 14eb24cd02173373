import * as z from 'zod'
import { codePointOf } from '../domain/as-written/characters.ts'
import { undrawable } from '../domain/documents/undrawable.ts'
import { troubleInText, type TextTrouble } from '../domain/visible-text.ts'
import type { Words } from '../domain/words.ts'

const whatIs: Readonly<Record<Exclude<TextTrouble['why'], 'nothing'>, Words>> = {
  lineBreak: { ja: 'は改行です。一行で入れてください。', en: 'is a line break; give one line.' },
  control: { ja: 'は制御文字です。消してください。', en: 'is a control character; remove it.' },
  invisible: { ja: 'は目に見えない文字です。消してください。', en: 'is invisible; remove it.' },
  replacement: {
    ja: 'は文字化けの跡です。元の文字を入れ直してください。',
    en: 'is what is left of a character that could not be read; give the character itself.',
  },
  privateUse: {
    ja: 'は外字（私用領域の文字）で、ほかの機械では読めません。ふつうの文字で入れてください。',
    en: 'is a private-use character, which no other machine can read; give an ordinary one.',
  },
  unassigned: {
    ja: 'には文字が割り当てられていません。正しい文字を入れてください。',
    en: 'is assigned to no character; give the right one.',
  },
  halfCharacter: {
    ja: 'は文字の半分だけです。正しい文字を入れてください。',
    en: 'is half a character; give the whole one.',
  },
}

const wordsOf = (trouble: TextTrouble): Words => {
  if (trouble.why === 'nothing')
    return {
      ja: '目に見える文字を入れてください。空白や、濁点などの記号だけにはできません。',
      en: 'Give characters that can be seen; blanks and combining marks alone are nothing.',
    }
  const sign = codePointOf(String.fromCodePoint(trouble.codePoint))
  const { ja, en } = whatIs[trouble.why]
  return { ja: `${trouble.place}文字目の ${sign} ${ja}`, en: `Character ${trouble.place}, ${sign}, ${en}` }
}

/** Objection to characters no font can draw on a document that is signed: said before anybody is asked to sign. */
const cannotBePrinted = (given: string): Words | undefined => {
  const missing = undrawable(given)
  if (missing.length === 0) return undefined
  const named = missing.slice(0, 5).map((one) => `「${one}」（${codePointOf(one)}）`)
  return {
    ja: `${named.join('、')}は書面に印刷できません。印刷できる字に替えてください（例 常用漢字、かな）。署名のあとでは直せません。`,
    en: `No font of the documents draws ${named.join(', ')}; give other characters, since it cannot be mended once signed.`,
  }
}

type Wanted = { readonly lines?: true; readonly mayBeBlank?: true; readonly printed?: true }

/** Objects to what is no text for people. A line break counts as one character, where it may stand. */
const readable =
  ({ lines, mayBeBlank, printed }: Wanted) =>
  (given: string, context: z.core.$RefinementCtx<string>): void => {
    if (given === '' || (mayBeBlank && given.trim() === '')) return
    const trouble = troubleInText(lines ? given.replace(/\r?\n/g, ' ') : given)
    const words = trouble ? wordsOf(trouble) : printed && cannotBePrinted(given)
    if (words) context.addIssue({ code: 'custom', params: { words } })
  }

/** Text for people, kept to the byte: never trimmed, never normalised. It shows something. */
export const text = (max: number) => z.string().min(1).max(max).superRefine(readable({}))

/** Text that is printed on what is signed or sealed: of characters that can be drawn. */
export const printedText = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .superRefine(readable({ printed: true }))

/** Words a person wrote in an answer: as text, with line breaks. */
export const paragraphs = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .superRefine(readable({ lines: true }))

/** Printed text that may be empty, where a rule and not the form decides whether it must be there. */
export const textOrEmpty = (max: number) =>
  z
    .string()
    .max(max)
    .superRefine(readable({ mayBeBlank: true, printed: true }))

/** The same, where a decision and not the form says whether anything must be there. */
export const paragraphsOrNothing = (max: number) =>
  z
    .string()
    .max(max)
    .superRefine(readable({ lines: true, mayBeBlank: true }))
    .nullable()
    .optional()
