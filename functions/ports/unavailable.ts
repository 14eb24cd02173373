/**
 * Thrown by an adapter where what it leans on does not answer just now, or lets nothing through for a while. Nothing
 * is wrong with what was asked: the same later, under the same key, may succeed.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly afterSeconds: number

  constructor(message: string, afterSeconds: number, cause?: unknown) {
    super(message, { cause })
    this.afterSeconds = afterSeconds
  }
}
