import { Worker } from 'node:worker_threads'
import type { PrintedDocument } from '../../../../shared/domain/documents/printed-document.ts'
import type { Printing, PrintOut } from '../../../ports/printing.ts'

/** Message to the thread that prints, and its answer: an error is told by its message alone. */
export type ToPrint = { readonly n: number; readonly document: PrintedDocument }
export type PrintedAside = { readonly n: number } & ({ readonly out: PrintOut } | { readonly error: string })

type Waiting = { readonly done: (out: PrintOut) => void; readonly failed: (error: Error) => void }

/**
 * Prints in a thread of its own, behind everything else the machine has to do: printing holds up whoever waits in the
 * same thread, and a process that answers requests must not. The thread begins with the first print, and does not keep
 * the process alive once nothing waits for it. One that dies is replaced by the next print.
 */
export const printingAside = (templates: string): Printing & { readonly stop: () => Promise<void> } => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let last = 0

  const settle = (n: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(n)
    waiting.delete(n)
    if (waiting.size === 0) thread?.unref()
    if (one) how(one)
  }
  const begun = (): Worker => {
    const made = new Worker(new URL('./thread.ts', import.meta.url), { workerData: templates })
    made.on('message', (back: PrintedAside) =>
      settle(back.n, ({ done, failed }) => ('out' in back ? done(back.out) : failed(new Error(back.error)))),
    )
    made.on('error', (error) => {
      thread = undefined
      for (const n of waiting.keys())
        settle(n, ({ failed }) => failed(error instanceof Error ? error : new Error('the thread that prints has died')))
    })
    return made
  }

  return {
    print: (document) =>
      new Promise((done, failed) => {
        thread ??= begun()
        thread.ref()
        last += 1
        waiting.set(last, { done, failed })
        thread.postMessage({ n: last, document } satisfies ToPrint, [])
      }),
    stop: async () => {
      await thread?.terminate()
      thread = undefined
    },
  }
}
