import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bookInFile } from '../../functions/adapters/accounts-by-mail.ts'
import { mailboxIn } from '../../functions/adapters/mailbox.ts'
import { vaultInFiles } from '../../functions/adapters/vault-in-files.ts'
import { NewerForm, UnreadableRow } from '../../functions/ports/stored-forms.ts'
import { clockSetTo } from '../../functions/adapters/clock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'musubi-'))
const vaultWith = (line: string) => {
  const at = folder()
  writeFileSync(join(at, 'seals~one.kept'), `${line}\nthe bytes`)
  return vaultInFiles(at).get('seals/one')
}
const bookWith = (text: string) => {
  const path = join(folder(), 'accounts.json')
  writeFileSync(path, text)
  return bookInFile(path)
}
const mailboxWith = (text: string) => {
  const at = folder()
  writeFileSync(join(at, 'one.json'), text)
  return mailboxIn(at, clockSetTo('2026-10-01T09:00:00+09:00')).read()
}

// As 0.2.0 wrote them. They are never changed.
const line = '{"contentType":"application/pdf","keepUntil":"2038-01-31"}'
const accounts = '{"usr_a744c1c6b586bb672a8c3ef6":true,"usr_e0a9a34b09b2e1484f0697eb":false}'
const letter =
  '{"by":"mail","to":"one@example.jp","subject":"件名","text":"本文","reference":"one","at":"2026-10-01T00:00:00.000Z"}'

describe('files a server of this machine keeps beside its table', () => {
  test('are read as they were first written', async () => {
    expect(String(await vaultWith(line))).toBe('the bytes')
    expect(Object.fromEntries(bookWith(accounts).read())).toEqual(JSON.parse(accounts))
    expect(mailboxWith(letter)).toEqual([JSON.parse(letter)])
  })

  test('are written as they were', async () => {
    const at = folder()
    await vaultInFiles(at).put('seals/one', Buffer.from('x'), { contentType: 'application/pdf', keepUntil: null })
    expect(readFileSync(join(at, readdirSync(at)[0] ?? ''), 'utf8')).toBe(
      '{"contentType":"application/pdf","keepUntil":null}\nx',
    )
  })

  test.each([
    ['a line of the vault', async () => vaultWith(line.replace('{', '{"v":2,'))],
    ['a line of the vault with a key of tomorrow', async () => vaultWith(line.replace('{', '{"colour":"red",'))],
    ['the accounts', async () => bookWith('{"v":2}').read()],
    ['a letter', async () => mailboxWith(letter.replace('{', '{"v":2,'))],
    ['a letter on a channel of tomorrow', async () => mailboxWith(letter.replace('"mail"', '"pigeon"'))],
  ])('are refused as newer, and not taken for something else: %s', async (_, read) => {
    await expect(read()).rejects.toThrow(NewerForm)
  })

  test.each([
    ['a line of the vault without a day', async () => vaultWith('{"contentType":"application/pdf"}')],
    ['accounts that are cut short', async () => bookWith('{"usr_').read()],
    ['a letter without a text', async () => mailboxWith(letter.replace('"text":"本文",', ''))],
  ])('are refused as unreadable where they are damaged: %s', async (_, read) => {
    await expect(read()).rejects.toThrow(UnreadableRow)
  })
})
