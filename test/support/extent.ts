import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** How far tests go: as far as a push needs, or all the way (`npm run proof`). */
    extent: 'usual' | 'whole'
  }
}

/** True in `npm run proof`: what takes too long for every push is gone through as well. */
export const isProof = (): boolean => inject('extent') === 'whole'

/** How far a test goes: usually so far, and in `npm run proof` all the way. What it asserts is the same. */
export const extent = <Size>(usual: Size, whole: Size): Size => (isProof() ? whole : usual)
