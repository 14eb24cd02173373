import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentsOf, givenDisclosure, pdfOf } from './given.ts'
import { textsIn, tight } from './reading.ts'
import { sealingIn } from './sealing.ts'

/**
 * Has programs that are none of ours look into printed documents, as far as they are installed: qpdf for the file,
 * pdftotext for the words, pdfsig for seals, openssl for time stamps. `npm run check:pdf` prints and seals samples; `npm run check:pdf -- file.pdf`
 * looks into files one has. A tool that is missing is named, and is no success.
 */
const folder = mkdtempSync(join(tmpdir(), 'musubi-pdf-'))
const run = (tool: string, ...given: readonly string[]) => {
  const { status, stdout, stderr, error } = spawnSync(tool, given, { encoding: 'utf8' })
  return { missing: error !== undefined, status, said: `${stdout ?? ''}${stderr ?? ''}`.trim() }
}

type Sample = { readonly file: string; readonly words: readonly string[]; readonly sealed: boolean }

const { sealed, stamped } = sealingIn(folder)
const samples = async (): Promise<readonly Sample[]> => {
  const made: Sample[] = []
  for (const document of documentsOf(givenDisclosure())) {
    const file = join(folder, `${document.kind}.pdf`)
    const pdf = await pdfOf(document)
    const { kind: _, madeAt: __, ...drawn } = document
    const words = textsIn(drawn)
    const under = join(folder, `${document.kind}.sealed.pdf`)
    writeFileSync(file, pdf)
    writeFileSync(under, await sealed(pdf))
    made.push({ file, words, sealed: false }, { file: under, words, sealed: true })
  }
  return made
}

const checks: Readonly<Record<string, (sample: Sample) => { readonly missing: boolean; readonly trouble: string }>> = {
  qpdf: ({ file }) => {
    const { missing, status, said } = run('qpdf', '--check', file)
    return { missing, trouble: status === 0 ? '' : said }
  },
  pdftotext: ({ file, words }) => {
    const text = join(folder, 'words.txt')
    const { missing, status, said } = run('pdftotext', '-raw', '-enc', 'UTF-8', file, text)
    if (missing || status !== 0) return { missing, trouble: said }
    const found = tight(readFileSync(text, 'utf8'))
    return { missing, trouble: words.filter((one) => !found.includes(tight(one))).join('\n') }
  },
  pdfsig: ({ file, sealed: mustBe }) => {
    const { missing, status, said } = run('pdfsig', '-nocert', file)
    // 2: there is no signature in the file, which is no fault of it.
    if (missing || status === 2) return { missing, trouble: mustBe ? 'no seal in it' : '' }
    return { missing, trouble: /Signature is Valid/.test(said) && !/Invalid|Mismatch/.test(said) ? '' : said }
  },
}

const given = process.argv.slice(2)
const files = given.length > 0 ? given.map((file) => ({ file, words: [], sealed: false })) : await samples()
let bad = 0
for (const [tool, check] of Object.entries(checks)) {
  for (const sample of files) {
    const { missing, trouble } = check(sample)
    if (missing) {
      console.log(`${tool}: not installed here, nothing checked by it`)
      bad += 1
      break
    }
    console.log(`${tool}: ${sample.file.split('/').at(-1)}: ${trouble === '' ? 'good' : trouble}`)
    if (trouble !== '') bad += 1
  }
}
if (given.length === 0) {
  const { data, stamp, pem, at } = await stamped()
  const over = (file: string) =>
    run('openssl', 'ts', '-verify', '-data', file, '-in', stamp, '-token_in', '-CAfile', pem, '-attime', `${at}`)
  const right = over(data)
  // Over other bytes it must not hold, or the check would say nothing.
  const wrong = over(pem)
  const isGood = right.status === 0 && wrong.status !== 0
  console.log(
    `openssl: ${right.missing ? 'not installed here, nothing checked by it' : isGood ? 'list.tst: good' : right.said}`,
  )
  if (!isGood) bad += 1
}
rmSync(folder, { recursive: true })
process.exitCode = bad === 0 ? 0 : 1
