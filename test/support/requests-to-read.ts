import type { Sample } from './scene.ts'

/** Requests for what is printed and kept, and for the standard and the reports by it. */
export const requestsToRead = ({
  net,
  contract,
  signed,
  takenOver,
  serving,
}: {
  readonly net: string
  readonly contract: string
  readonly signed: string
  readonly takenOver: string
  readonly serving: string
}) =>
  ({
    printContract: { path: `${contract}/document.pdf` },
    printInsuranceCover: { path: `${contract}/insurance-cover.pdf` },
    printSigningCertificate: { path: `${signed}/signing-certificate.pdf` },
    printTakeoverNotice: { path: `${takenOver}/takeover-notice.pdf` },
    askOwnLink: { path: '/v1/signing/own-link', body: { link: serving } },
    readServing: { path: `/v1/serving/${serving}` },
    readServingPage: { path: `/v1/serving/${serving}/page.html` },
    printSigningDocument: { path: '/v1/signing/document.pdf' },
    printOwnContract: { path: '/v1/signing/contract/document.pdf' },
    printOwnCertificate: { path: '/v1/signing/contract/signing-certificate.pdf' },
    getArchive: { path: `${signed}/archive` },
    downloadSealed: { path: `${signed}/archive/contract-0006.pdf` },
    downloadEvidencePackage: { path: `${signed}/evidence-package` },
    readPublicKeys: { path: '/v1/public-keys' },
    downloadVerifier: { path: '/v1/verifier/musubi-verify.mjs' },
    placeHold: { path: `${signed}/archive/place-hold`, body: { reason: '訴訟のため' } },
    liftHold: { path: `${signed}/archive/lift-hold`, body: { number: 1, reason: '和解のため' } },
    disposeArchive: { path: `${signed}/archive/dispose`, body: { reason: '期限が過ぎたため' } },
    setRetentionYears: { path: '/v1/implementing-entity/retention-years', body: { years: 12 } },
    readDraftDefaults: { path: `/v1/contracts/draft-defaults?corporateNumber=8000000000001&serviceId=${net}` },
    listStandards: { path: '/v1/standards' },
    getStandard: { path: '/v1/standards/1.2' },
    getStandardPage: { path: '/v1/standards/1.2/contents.html' },
    getServiceConformity: { path: `/v1/services/${net}/versions/1/conformity` },
    getServiceConformityPage: { path: `/v1/services/${net}/versions/1/conformity.html` },
    getContractConformity: { path: `${contract}/conformity` },
    getContractConformityPage: { path: `${contract}/conformity.html` },
    getGap: { path: `/v1/services/${net}/gap?from=1.1&to=1.2` },
    listChangeLog: { path: '/v1/change-log' },
    downloadChangeLog: { path: '/v1/change-log.csv' },
    getGapPage: { path: `/v1/services/${net}/gap.html?from=1.1&to=1.2` },
  }) as const satisfies Record<string, Sample>
