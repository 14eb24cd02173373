import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { PrintedAside, ToPrint } from './printing-aside.ts'
import { typstPrinting } from './printing.ts'

/** The thread that prints: whoever asks something of this machine goes before it. */
const { print } = typstPrinting(workerData as string)
// On Linux this is the thread's own priority; the compiler is for Linux only.
if (process.platform === 'linux') setPriority(0, 10)

const say = (back: PrintedAside): void => parentPort?.postMessage(back, [])

parentPort?.on('message', ({ n, document }: ToPrint) => {
  print(document).then(
    (out) => say({ n, out }),
    (error: unknown) => say({ n, error: error instanceof Error ? error.message : 'it could not be printed' }),
  )
})
