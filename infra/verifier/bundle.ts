import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

const banner = `#!/usr/bin/env node
// musubi-verify: checks an evidence package of Musubi, offline. Node.js 20 or later: node musubi-verify.mjs TARGET
// SPDX-License-Identifier: Apache-2.0`

/** The verifier as one JavaScript file that needs Node.js 20 and nothing else. The same sources give the same text. */
export const verifierText = (): string => {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['functions/verify/index.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: banner },
  })
  const [file] = outputFiles
  if (!file) throw new Error('the verifier could not be bundled')
  return file.text
}
