import { anyone, smeOnOwnContract } from './patterns.ts'

export const signingPolicy = {
  readLinkSender: anyone,
  openSigningLink: anyone,
  askCodeLetter: anyone,
  askOwnLink: anyone,
  enterSigningCode: anyone,
  readSigningDocument: smeOnOwnContract,
  readSigningPage: smeOnOwnContract,
  signContract: smeOnOwnContract,
  declineContract: smeOnOwnContract,
  confirmAttestation: smeOnOwnContract,
  disputeAttestation: smeOnOwnContract,
} as const
