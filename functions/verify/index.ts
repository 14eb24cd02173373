import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { validFolder, validPackage } from './package.ts'
import { sealIn } from './sealed-pdf.ts'
import { sealSummaryOf, summaryOf } from './summary.ts'
import { must, Wrong } from './wrong.ts'
import type { ZipEntry } from './zip.ts'

const usage = [
  '使い方: node musubi-verify.mjs 対象',
  '  対象は、証拠一式の zip（圧縮し直したものでも可）、それを展開したフォルダー、または封印のある PDF',
  'usage: node musubi-verify.mjs TARGET',
  '  TARGET: an evidence package as a zip (packed again or not), the folder it was unpacked into, or a sealed PDF',
].join('\n')

/** Target of a check: a folder's files, or a file's bytes; nothing where neither can be read. */
const target = (path: string): readonly ZipEntry[] | Buffer | undefined => {
  try {
    return lstatSync(path).isDirectory() ? filesUnder(path) : readFileSync(path)
  } catch {
    return undefined
  }
}

const filesUnder = (folder: string): readonly ZipEntry[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => lstatSync(join(folder, name)).isFile())
    .map((name) => ({ path: name.split(sep).join('/'), bytes: readFileSync(join(folder, name)) }))

const isPdf = (bytes: Buffer): boolean => bytes.indexOf('%PDF-') === 0

/** Summary of a target, in words. Throws the first thing wrong with it. */
const summary = (found: readonly ZipEntry[] | Buffer): string => {
  if (!Buffer.isBuffer(found)) return summaryOf(validFolder(found))
  if (!isPdf(found)) return summaryOf(validPackage(found))
  const seal = sealIn('文書 / document', found)
  must(
    seal.bytesBehind === 0,
    '文書 / document',
    `封印のうしろに ${seal.bytesBehind} バイトが書き足されています。封印された部分は変わっていません（閲覧ソフトで保存し直したときにも起こります）`,
    `has ${seal.bytesBehind} bytes written behind its seal; what was sealed has not changed (a PDF reader that saves a file again does this)`,
  )
  return sealSummaryOf(seal)
}

/** Says whether a target is valid, or names the first thing wrong. Gives 0, 1, or 2 where there is nothing to read. */
const main = (path: string | undefined): number => {
  const found = path === undefined ? undefined : target(path)
  if (!found) {
    console.error(path === undefined ? usage : `読み取れません / cannot be read: ${path}\n${usage}`)
    return 2
  }
  try {
    console.log(summary(found))
    return 0
  } catch (error) {
    const wrong = error instanceof Wrong ? error : new Wrong('package', '読み取れません', 'cannot be read')
    console.log(`invalid\n${wrong.where}: ${wrong.ja}\n${wrong.where}: ${wrong.en}`)
    return 1
  }
}

process.exitCode = main(process.argv[2])
