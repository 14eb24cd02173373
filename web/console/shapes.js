// @ts-check
/**
 * What a screen is made of. A page reads what it needs and describes its screen in these shapes, as plain data: what a
 * screen says and may do can be tested without a browser, and one painter draws them all alike.
 */

/**
 * @typedef {import('./calls.js').CallName} CallName
 * @typedef {import('../../shared/domain/people.ts').Role} Role
 * @typedef {import('../../shared/api/routes/index.ts').Routes} Routes
 * @typedef {import('../../shared/api/problem.ts').TroubleKind} TroubleKind
 */
/**
 * @template {CallName} Name
 * @typedef {import('zod').output<Routes[Name]['output']>} Answer
 */
/**
 * Reads, or stops the page with the problem that came instead.
 * @typedef {<Name extends CallName>(
 *   name: Name, params?: Readonly<Record<string, string>>, query?: Readonly<Record<string, string | undefined>>,
 * ) => Promise<Answer<Name>>} Ask
 *
 * @typedef {{ role: Role, sub: string, tenant: string, today: string }} Person
 * @typedef {{
 *   ask: Ask, who: Person,
 *   params: Readonly<Record<string, string>>, query: Readonly<Record<string, string>>,
 * }} Visit
 *
 * A page belongs to those who may make the call it needs, or to `only` some of them.
 * @typedef {{
 *   path: string, menu?: string, needs: CallName, only?: readonly Role[],
 *   load: (visit: Visit) => Promise<Screen>,
 * }} Page
 * @typedef {{
 *   title: string, lead?: string, back?: Link, blocks: readonly Block[],
 *   againAfterMs?: number | undefined,
 * }} Screen
 */
/**
 * A link goes to another screen, to a paper in a tab of its own, or saves what a call answers as a file.
 * @typedef {{ text: string, to: string }} Link
 * @typedef {{ text: string, paper: CallName, params: Readonly<Record<string, string>> }} PaperLink
 * @typedef {{
 *   text: string, saves: CallName, as: string, params?: Readonly<Record<string, string>>,
 *   query?: Readonly<Record<string, string>>,
 * }} FileLink
 * @typedef {string | readonly string[] | Link | FileLink} Cell
 *
 * @typedef {{ kind: 'facts', heading?: string, rows: readonly (readonly [term: string, told: Cell])[] }} Facts
 * @typedef {{
 *   kind: 'table', heading?: string, columns: readonly string[], rows: readonly (readonly Cell[])[], none: string,
 * }} Table
 * @typedef {{ kind: 'words', heading?: string, lines: readonly string[], tone?: 'notice' | 'alert' }} Words
 * @typedef {{
 *   kind: 'reasons', heading: string, none: string,
 *   items: readonly { why: string, clause?: string | undefined, note?: string | undefined }[],
 * }} Reasons
 * @typedef {{ kind: 'progress', heading: string, label: string, done: number, total: number }} Progress
 * @typedef {{ kind: 'links', heading?: string, items: readonly (Link | PaperLink | FileLink)[] }} Links
 * @typedef {{ kind: 'filter', path: string, fields: readonly Field[], submit: string }} Filter
 * @typedef {Facts | Table | Words | Reasons | Progress | Links | Filter | Form} Block
 */
/**
 * A field stands at a path of the body. `print` is a file of which only its SHA-256 is sent; `rows` repeats the fields
 * of `of`. A field with `when` is asked only while another has one of some values. What is left empty is a null where
 * the body wants one (`orNull`), and is left out else. `none` names the choice of nothing. What is `unsent` only decides
 * which others are asked.
 * @typedef {{
 *   name: string, label: string, hint?: string, optional?: boolean, orNull?: boolean, initial?: Given | undefined,
 *   kind?: 'text' | 'code' | 'mail' | 'tel' | 'number' | 'day' | 'moment' | 'long' | 'lines' | 'pick' | 'choice' | 'yesNo'
 *     | 'ticks' | 'rows' | 'file' | 'print',
 *   options?: readonly (readonly [value: string, label: string])[],
 *   of?: readonly Field[], when?: readonly string[], none?: string, unsent?: boolean,
 * }} Field
 * @typedef {string | readonly string[] | readonly Readonly<Record<string, string>>[]} Given
 *
 * What a form sends, and what is said and shown once it was answered. `rehearse` tries it without anything kept.
 * @typedef {{
 *   kind: 'form', name: string, heading: string, lead?: readonly string[], call: CallName,
 *   params?: Readonly<Record<string, string>>, ifMatch?: number, open?: boolean,
 *   fields: readonly Field[], fixed?: Readonly<Record<string, unknown>>, submit: string,
 *   shape?: (body: any) => unknown, places?: Readonly<Record<string, string>>,
 *   rehearse?: { label: string, say: (answer: any) => readonly string[] },
 *   done: (answer: any) => { say: string, to: string },
 * }} Form
 *
 * @typedef {{ where: string, why: { ja: string } }} FormError
 * @typedef {{ where: string, clause: string, why: { ja: string }, ourReading?: { ja: string } | undefined }} Breach
 * @typedef {{ code: string, suppliedBy: string, why: { ja: string }, count?: number | undefined }} Missing
 *
 * One thing a problem says, of one place.
 * @typedef {{ where: string, said: string, note?: string | undefined }} Saying
 *
 * What came instead of an answer: a problem document, or a trouble on the way that has none.
 * @typedef {{
 *   kind: TroubleKind | 'no-answer' | 'busy' | 'not-understood', title?: string, retryable?: boolean,
 *   what?: string, stage?: string, given?: string, needs?: string | readonly string[], notBefore?: string,
 *   on?: string, by?: string, since?: string,
 *   startOn?: string, revision?: number, touches?: readonly string[],
 *   line?: number | null, byte?: number | null, why?: { ja: string },
 *   characters?: readonly { character: string, codePoint: string, times: number, line: number }[],
 *   missingGlyphs?: readonly string[],
 *   errors?: readonly FormError[], breaches?: readonly Breach[], missing?: readonly Missing[],
 *   requestId?: string | undefined,
 * }} Problem
 */
export {}
