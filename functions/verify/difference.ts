import { sha256 } from './ledger.ts'
import { sealIn } from './sealed-pdf.ts'
import { Wrong } from './wrong.ts'

export type Listed = { readonly path: string; readonly bytes: number; readonly sha256: string }

/**
 * Difference of a file from what the manifest says. It tells whether somebody only wrote behind it, as a PDF reader
 * does that saves a file again, or what was sealed is no longer the same.
 */
export const differenceOf = (file: Buffer, { path, bytes, sha256: hash }: Listed): Wrong => {
  if (file.length > bytes && sha256(file.subarray(0, bytes)) === hash)
    return new Wrong(
      path,
      `うしろに ${file.length - bytes} バイトが書き足されています。もとの部分は一覧のとおりで、変わっていません（PDF を閲覧ソフトで保存し直したときにも起こります）`,
      `has ${file.length - bytes} bytes written behind it; the part before them is as the manifest says (a PDF reader that saves a file again does this)`,
    )
  if (file.length < bytes && path.endsWith('.pdf') && !isSealed(file, path))
    return new Wrong(
      path,
      `一覧の記載より ${bytes - file.length} バイト短く、封印がありません。途中で切れたか、別の形で保存し直されています`,
      `is ${bytes - file.length} bytes shorter than the manifest says and bears no seal that holds: cut off, or saved in another form`,
    )
  if (path.endsWith('.pdf') && isSealed(file, path))
    return new Wrong(
      path,
      '一覧の記載と一致しません。封印のある別の文書です',
      'is another sealed document than the one listed',
    )
  return new Wrong(
    path,
    '一覧の記載と一致しません。中身が変わっています',
    'is not what the manifest says: its contents have changed',
  )
}

const isSealed = (file: Buffer, path: string): boolean => {
  try {
    sealIn(path, file)
    return true
  } catch (error) {
    if (error instanceof Wrong) return false
    throw error
  }
}
