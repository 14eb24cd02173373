import { fileURLToPath } from 'node:url'

/** Where the templates of printed documents lie on this machine. */
export const templatesHere = fileURLToPath(new URL('../adapters/documents/typst', import.meta.url))
