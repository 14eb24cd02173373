import { drillBench } from './drill.ts'
import { findingBench } from './finding.ts'
import { importBench } from './import.ts'
import { takeoverKillsBench } from './takeover-kills.ts'
import { takeoverBench } from './takeover.ts'

/** Measurements that take too long for every push: `npm run bench -- NAME`. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  drill: drillBench,
  finding: findingBench,
  import: importBench,
  takeover: takeoverBench,
  'takeover-kills': takeoverKillsBench,
}

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (!bench) throw new Error(`a bench is one of ${Object.keys(benches).join(', ')}`)
await bench()
