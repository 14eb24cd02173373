import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate as turned } from 'node:timers/promises'
import type { PrintedDocument } from '../../../../shared/domain/documents/printed-document.ts'
import { encodeQR } from 'qr'
import type { Printing, PrintOut } from '../../../ports/printing.ts'

/** The part of the compiler that is used; its package for one platform comes without types. */
type Compiler = {
  readonly compile: (of: { readonly mainFilePath: string; readonly inputs: { readonly data: string } }) => Compiled
  readonly pdf: (document: object, as: { readonly pdfStandard: 'a-2a' }) => Uint8Array
  readonly evictCache: (maxAge: number) => void
}
type Compiled = {
  readonly result: object | null
  readonly takeDiagnostics: () => { readonly shortDiagnostics: readonly unknown[] } | null
}
type CompilerPackage = {
  readonly NodeCompiler: {
    readonly create: (args: {
      readonly workspace: string
      readonly fontArgs: readonly { readonly fontBlobs: readonly Uint8Array[] }[]
    }) => Compiler
  }
}

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
const fontFiles = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']

/**
 * Prints by Typst, with the templates in a folder; compiler and fonts are found from there as Node finds packages. The
 * compiler is native and made for x86_64 Linux: elsewhere whoever prints is told so, and the rest of the house works.
 *
 * A compiled document is let go of only when the event loop turns: prints one behind the other, with nothing between,
 * would each leave half a megabyte behind (1500 prints: 150 to 900 MB). So each lets it turn once, and memory stays.
 */
export const typstPrinting = (templates: string): Printing => {
  let made: Compiler | undefined
  const compiler = (): Compiler => (made ??= compilerIn(templates))
  return {
    print: async (document) => {
      await turned()
      return printed(compiler(), `${templates}/${document.kind}.typ`, document)
    },
  }
}

const compilerIn = (templates: string): Compiler => {
  const require = createRequire(`${templates}/`)
  const { NodeCompiler } = require(compilerPackage) as CompilerPackage
  const fontBlobs = fontFiles.map((file) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-jp/${file}`)))
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
}

const printed = (compiler: Compiler, mainFilePath: string, document: PrintedDocument): PrintOut => {
  try {
    // Data reach the template as one JSON text, which it parses: whatever a name holds, it is never markup.
    const compiled = compiler.compile({ mainFilePath, inputs: { data: JSON.stringify(withQr(document)) } })
    if (!compiled.result) {
      // The diagnostics may quote what was to be printed; the error does not.
      throw new Error(`the template of ${document.kind} does not compile`)
    }
    return asPdf(compiler, compiled.result)
  } finally {
    compiler.evictCache(0)
  }
}

/** A document that names a page has its address as a QR code too, which a reader's telephone opens. */
export const withQr = (document: PrintedDocument): PrintedDocument & { readonly qr?: string } =>
  'page' in document ? { ...document, qr: encodeQR(document.page, 'svg', { ecc: 'medium', border: 2 }) } : document

/** PDF/A wants every character drawn, and the compiler names those that are not. Anything else is a defect. */
const asPdf = (compiler: Compiler, document: object): PrintOut => {
  try {
    return { ok: true, pdf: compiler.pdf(document, { pdfStandard: 'a-2a' }) }
  } catch (error) {
    const missingGlyphs = glyphsIn(error instanceof Error ? error.message : '')
    if (missingGlyphs.length > 0) return { ok: false, missingGlyphs }
    throw error
  }
}

const glyphsIn = (said: string): readonly string[] => [
  ...new Set(
    [...said.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].map(([, text]) => unescaped(text ?? '')),
  ),
]

/** The compiler writes what it cannot show as \u{1}. */
const unescaped = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
