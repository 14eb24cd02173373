import type { Sample } from './scene.ts'

/** Requests for what is printed, and for the standard and the reports by it. */
export const requestsToRead = ({
  net,
  contract,
  signed,
  takenOver,
}: {
  readonly net: string
  readonly contract: string
  readonly signed: string
  readonly takenOver: string
}) =>
  ({
    printContract: { path: `${contract}/document.pdf` },
    printInsuranceCover: { path: `${contract}/insurance-cover.pdf` },
    printSigningCertificate: { path: `${signed}/signing-certificate.pdf` },
    printTakeoverNotice: { path: `${takenOver}/takeover-notice.pdf` },
    printSigningDocument: { path: '/v1/signing/document.pdf' },
    listStandards: { path: '/v1/standards' },
    getStandard: { path: '/v1/standards/1.2' },
    getStandardPage: { path: '/v1/standards/1.2/contents.html' },
    getServiceConformity: { path: `/v1/services/${net}/versions/1/conformity` },
    getServiceConformityPage: { path: `/v1/services/${net}/versions/1/conformity.html` },
    getContractConformity: { path: `${contract}/conformity` },
    getContractConformityPage: { path: `${contract}/conformity.html` },
    getGap: { path: `/v1/services/${net}/gap?from=1.1&to=1.2` },
    getGapPage: { path: `/v1/services/${net}/gap.html?from=1.1&to=1.2` },
  }) as const satisfies Record<string, Sample>
