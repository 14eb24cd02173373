import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { filesIn } from './imports.ts'

/** Where a paper comes out of the ledger, or goes into it, as it is stored. */
const doors = new Set([
  'functions/ports/paper-content.ts',
  'functions/adapters/dynamodb/ledger.ts',
  'functions/adapters/dynamodb/contracts.ts',
  'functions/processes/export/walk.ts',
])
const notByForm = [
  // What is read, taken for something at once.
  /\bpapers?\([^\n]*\)\)+ as (?!PaperContent)/,
  /\.content(?:\)| as|\?)+ as (?!PaperContent)/,
  /\bcontent as (?!PaperContent)[A-Z(]/,
]

describe('a paper', () => {
  const files = filesIn('functions').filter((path) => !/^functions\/(papers|audit|verify)\//.test(path))

  test('is read by its form and never taken for a type', () => {
    const taken = files.filter((path) => notByForm.some((way) => way.test(readFileSync(path, 'utf8'))))
    expect(taken).toEqual(['functions/views/submission-view.ts'])
  })

  test('is made of what is stored in four files alone: everywhere else its form writes it, or it is evidence alone', () => {
    expect(files.filter((path) => /as PaperContent\b/.test(readFileSync(path, 'utf8')) && !doors.has(path))).toEqual([])
  })
})
