import { writeFileSync } from 'node:fs'
import { consoleModules } from './console-modules.ts'

for (const [name, text] of Object.entries(consoleModules()))
  writeFileSync(new URL(`../../web/console/generated/${name}`, import.meta.url), text)
