import { fileURLToPath } from 'node:url'

/** Folder of the templates of printed documents on this machine. */
export const templatesHere = fileURLToPath(new URL('../adapters/documents/typst', import.meta.url))
