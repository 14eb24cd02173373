import { findingBench } from './finding.ts'
import { importBench } from './import.ts'
import { takeoverBench } from './takeover.ts'

/** Measurements that take too long for every push: `npm run bench -- import`, `npm run bench -- finding`. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  finding: findingBench,
  import: importBench,
  takeover: takeoverBench,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (!bench) throw new Error(`a bench is one of ${Object.keys(benches).join(', ')}`)
await bench()
