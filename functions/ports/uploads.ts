import type { FileFault } from '../../shared/domain/file/faults.ts'
import type { FileScanner } from '../../shared/domain/file/file.ts'
import type { FileKind } from '../../shared/domain/file/purposes.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'

/** Content as it was stated before it came: nothing else fits through the link. */
type StatedContent = { readonly type: string; readonly bytes: number; readonly sha256: string }

/** Signed request by which bytes are sent: to this address, by this method, with these headers, until then. */
export type UploadLink = {
  readonly method: 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly until: Instant
}

/** Signed address from which bytes can be saved as a file until then. */
type DownloadLink = { readonly url: string; readonly until: Instant }

/**
 * Place for bytes from outside, before anybody has looked into them. Nothing is locked here, and nothing stays longer
 * than thirty days, whatever became of it: the keeper sees to that itself, and nobody takes it away before. What lies here is never handed out.
 */
export type Quarantine = {
  /** Link by which exactly the content that was stated can be put under a name, for fifteen minutes. */
  readonly linkTo: (name: string, content: StatedContent) => Promise<UploadLink>
  /** The bytes under a name; undefined where nothing arrived, or it is gone. */
  readonly get: (name: string) => Promise<Uint8Array | undefined>
}

/**
 * Scan for malware of what lies in quarantine under a name. Throws `Unavailable` while the scanner has not spoken; what
 * it could not look into counts as found.
 */
export type Scan = (
  name: string,
  bytes: Uint8Array,
) => Promise<{ readonly by: FileScanner; readonly verdict: 'clean' | 'found' }>

/** Looks whether bytes are what they are said to be, whole and with nothing in them that acts. The first fault. */
export type InspectContent = (kind: FileKind, bytes: Uint8Array) => Promise<FileFault | undefined>

/** Link by which what lies in the vault is saved as a file of that name, never shown in a browser, for sixty seconds. */
export type HandOut = (name: string, as: { readonly fileName: string; readonly type: string }) => Promise<DownloadLink>

/** Everything by which files come in and go out. */
export type Uploads = {
  readonly quarantine: Quarantine
  readonly scan: Scan
  readonly inspect: InspectContent
  readonly handOut: HandOut
}

/** How long the links are good. */
export const uploadLinkSeconds = 15 * 60
export const downloadLinkSeconds = 60
/** Days after which what lies in quarantine goes. */
export const quarantineDays = 30
