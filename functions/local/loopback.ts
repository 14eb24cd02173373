const names: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * True where a Host header names this machine itself. A page from elsewhere may have its own name lead here, but cannot
 * have its visitors ask for one of these: without this it could read everybody's tokens, links and codes.
 */
export const isLoopback = (host: string | undefined): boolean => {
  const [, name = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(host ?? '') ?? []
  return names.has(name.toLowerCase()) && Number(port) <= 65_535
}
