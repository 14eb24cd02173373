/** Says where something went wrong and of what kind, and nothing of what was being delivered. */
export const logTrouble = (what: string, error: unknown): void => {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
  console.error({ what, error: name, stack })
}
