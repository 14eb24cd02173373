/**
 * Content-Disposition by which a browser saves a file and never shows it (RFC 6266): its name in UTF-8, and one in plain
 * ASCII for whoever does not read that.
 */
export const asAttachment = (fileName: string): string => {
  const safe = fileName.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, '_').replace(/^[.\s]+/, '_')
  const plain = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/[%;']/g, '_')
  const coded = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}
