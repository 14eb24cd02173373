import { importBench } from './import.ts'

/** Measurements that take too long for every push: `npm run bench -- import`. */
const benches: Readonly<Record<string, () => Promise<void>>> = { import: importBench }

const [name = ''] = process.argv.slice(2)
const bench = benches[name]
if (!bench) throw new Error(`a bench is one of ${Object.keys(benches).join(', ')}`)
await bench()
