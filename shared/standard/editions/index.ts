import type { Edition } from '../model/edition.ts'
import { edition1_1 } from './1.1.ts'
import { edition1_2 } from './1.2/index.ts'
import { edition2_0 } from './2.0.ts'

/** Every edition the platform knows of, oldest first. A new one is one new file and one line here. */
export const editions: readonly Edition[] = [edition1_1, edition1_2, edition2_0]
