import { describe, expect, test } from 'vitest'
import { jsonBody } from '../../functions/http/json-body.ts'
import { duplicateKeyIn } from '../../functions/adapters/duplicate-keys.ts'

const json = 'application/json'
const read = (given: string | Uint8Array, type = json) => jsonBody(given, type)
const no = (given: string | Uint8Array, type = json) => {
  const answer = read(given, type)
  return answer.ok ? undefined : answer.refusal
}

describe('a JSON body is UTF-8 or is refused (C22)', () => {
  test('株式会社さくら in Shift_JIS, with the first byte that is none of UTF-8', () => {
    const sjis = Buffer.from([0x8a, 0x94, 0x8e, 0xae])
    const body = Buffer.concat([Buffer.from('{"name":"'), sjis, Buffer.from('"}')])
    expect(no(body)).toEqual({ kind: 'not-utf-8', byte: 10 })
  })
  test.each([[[0xff]], [[0xfe]], [[0xc0, 0xaf]], [[0xed, 0xa0, 0x80]], [[0xf4, 0x90, 0x80, 0x80]], [[0xe3, 0x81]]])(
    '%j in a text',
    (bytes) => expect(no(Buffer.from([0x22, ...bytes, 0x22]))).toEqual({ kind: 'not-utf-8', byte: 2 }),
  )
  test('UTF-16, with a byte order mark', () =>
    expect(no(Buffer.from('\ufeff{}', 'utf16le'))).toMatchObject({ kind: 'not-utf-8', byte: 1 }))
  test('a byte order mark of UTF-8 is no part of JSON', () =>
    expect(no(Buffer.from('\ufeff{"a":1}'))).toEqual({ kind: 'not-json' }))
  test('UTF-8 is read to the character', () =>
    expect(read(Buffer.from('{"name":"髙橋𠮷"}'))).toEqual({ ok: true, value: { name: '髙橋𠮷' } }))
  test.each(['application/json; charset=shift_jis', 'application/json;charset="windows-31j"', 'text/json'])(
    '%s is not what is read here',
    (type) => expect(no('{}', type)).toEqual({ kind: 'unsupported-media-type', needs: 'application/json' }),
  )
  test.each([json, 'application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'application/merge+json'])(
    '%s is',
    (type) => expect(read('{}', type).ok).toBe(true),
  )
})

describe('a name that stands twice in an object is refused, with its place', () => {
  test.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['{"sme":{"name":"甲","name":"乙"}}', ['sme', 'name']],
    ['{"x":[1,[2,3],{"b":"}","b":"{"}]}', ['x', '2', 'b']],
    ['[{"a":1},{"a":1,"c":[],"a":{}}]', ['1', 'a']],
    ['{"a\\"":1 , "a\\"" : 2}', ['a"']],
    ['{"":1,"":2}', ['']],
    ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ])('%s', (text, path) => expect(duplicateKeyIn(text)).toEqual(path))

  test.each([
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a","c":["a","a"]}',
    '{"a":"\\"a\\":","b":","}',
    '{"a":[{},[]],"b":{},"c":-1.5e3,"d":null}',
    '"a"',
    '[]',
  ])('%s has none', (text) => expect(duplicateKeyIn(text)).toBeNull())

  test('as a form error', () =>
    expect(no('{"sme":{"name":"甲","name":"乙"}}')).toMatchObject({
      kind: 'malformed',
      errors: [{ where: 'sme.name' }],
    }))
})
