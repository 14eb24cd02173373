import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PKIStatus, PKIStatusInfo, TimeStampReq, TimeStampResp, ContentInfo } from 'pkijs'
import { selfMadeCertificate } from '../../../functions/adapters/seals/certificates.ts'
import { timeStampToken, type Stamping } from '../../../functions/adapters/seals/local-time-authority.ts'
import type { SealKey } from '../../../functions/ports/seals.ts'
import type { Clock } from '../../../functions/ports/dependencies.ts'

/** A key as an authority has one, for as long as the test runs. */
export const ellipticKey = (): SealKey => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    keyId: 'time',
    sign: async (data) => createSign('sha256').update(data).sign(privateKey),
    publicKey: async () => publicKey.export({ type: 'spki', format: 'der' }),
  }
}

/** How an authority may go wrong: in what it stamps, or in how it answers. */
export type Twist = {
  readonly stamping?: (right: Stamping) => Stamping
  readonly status?: PKIStatus
  readonly http?: number
}

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Uint8Array.from(Buffer.concat(chunks))
}

/** A time stamp authority behind an address of this machine, that answers as RFC 3161 has it; or not quite. */
export const startTimeAuthority = async (key: SealKey, clock: Clock, twist: Twist = {}) => {
  const certificate = await selfMadeCertificate(key, { name: 'Time of the tests', for: 'time' })
  const types: string[] = []
  const answer = async (request: IncomingMessage): Promise<Uint8Array> => {
    types.push(String(request.headers['content-type']))
    const asked = TimeStampReq.fromBER((await bodyOf(request)).buffer)
    const right: Stamping = {
      key,
      certificate,
      at: clock.now(),
      sha256: new Uint8Array(asked.messageImprint.hashedMessage.getValue()),
      nonce: asked.nonce,
    }
    const token = Uint8Array.from(await timeStampToken(twist.stamping?.(right) ?? right))
    const response = new TimeStampResp({
      status: new PKIStatusInfo({ status: twist.status ?? PKIStatus.granted }),
      timeStampToken: ContentInfo.fromBER(token.buffer),
    })
    return new Uint8Array(response.toSchema().toBER())
  }
  const server = createServer((request, response) => {
    void answer(request).then((body) =>
      response.writeHead(twist.http ?? 200, { 'content-type': 'application/timestamp-reply' }).end(body),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    types,
    certificate,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
