import { readFileSync } from 'node:fs'

/** A process of this machine. Numbers are given out again, so when it was born is part of who it is, where that is told. */
export type Process = { readonly pid: number; readonly born: string | null }

export const processOf = (pid: number): Process => ({ pid, born: toldOf(pid)?.born ?? null })

export const isAlive = ({ pid, born }: Process): boolean => {
  if (!signalled(pid, 0)) return false
  const now = toldOf(pid)
  // A process that ended and was not asked after by whoever began it (a zombie) still has its number.
  return !now || (!/[ZX]/.test(now.state) && (born === null || born === now.born))
}

/** Asks a process to end. It need not be there any more. */
export const end = (one: Process, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): void => {
  if (isAlive(one)) signalled(one.pid, signal)
}

/** Sends a signal, 0 asking only whether there is anyone to send it to. False where the process is gone. */
const signalled = (pid: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean => {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    // It is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return true
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    return false
  }
}

/** A process's state and the tick of the clock at which it began (proc(5), stat, fields 3 and 22); where that is told. */
const toldOf = (pid: number): { readonly state: string; readonly born: string } | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Its name stands in brackets and may hold anything: what follows the last bracket is fields again, from the third on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', born: fields[19] ?? '' }
  } catch {
    // Gone meanwhile, or a system without /proc: nobody tells.
    return undefined
  }
}
