import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates.ts'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  signContract,
} from '../../../shared/domain/contract/conclude.ts'
import type { Contract, ContractEvent, KeptContract } from '../../../shared/domain/contract/contract.ts'
import { codeToTry, requestCode } from '../../../shared/domain/contract/link.ts'
import {
  explainContract,
  offerContract,
  reviseContract,
  voidContract,
} from '../../../shared/domain/contract/prepare.ts'
import { reachContract, settleTakeover, tellSme } from '../../../shared/domain/contract/takeover.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { done } from '../../../shared/domain/result.ts'
import {
  after,
  breach,
  cellsOf,
  discontinuanceId,
  entityId,
  minutes,
  outcome,
  refusalOf,
  sha256,
  start,
  today,
} from '../given.ts'
import {
  accepted,
  attested,
  attestedWithoutLink,
  confirmed,
  contractAfter,
  deal,
  disputed,
  drafted,
  ended,
  expiresAt,
  explained,
  explanation,
  leave,
  nonce,
  requested,
  revised,
  settled,
  told,
  toOffer,
  toOpen,
  toSign,
  toTakeOver,
  withdrawn,
} from './given.ts'

const served = settled('servedByImplementingEntity', entityId)
const stories: Record<string, readonly ContractEvent[]> = {
  drafted: [drafted],
  explained: [drafted, explained],
  offered: toOffer,
  asked: [...toOffer, requested],
  entered: toOpen,
  signed: toSign,
  attested: [attested],
  paper: [attestedWithoutLink],
  confirming: [attested, requested, accepted],
  confirmed: [attested, requested, accepted, confirmed],
  disputed: [attested, requested, accepted, disputed],
  opened: toTakeOver,
  told: [...toTakeOver, told],
  served: [...toTakeOver, told, served],
  ended: [...toSign, ended],
  void: [...toOffer, withdrawn],
}

const good = { breaches: [] }
/** As the standard judges it: an offer that was not explained is in breach. */
const judgedOffer = (contract: KeptContract) =>
  contract.stage === 'drafted' && !contract.explanation ? { breaches: [breach] } : good
const text = { nonce, documentSha256: deal.documentSha256 }
const serve = { settlement: 'servedByImplementingEntity', holder: entityId, consentSha256: null, on: today } as const
const commands: Record<string, (contract: KeptContract, at: Instant) => Parameters<typeof outcome>[0]> = {
  revise: (contract) => reviseContract(contract, revised, good),
  explain: (contract) => explainContract(contract, { explanation, explanationSha256: sha256('1') }, { today }),
  offer: (contract) => offerContract(contract, { nonce, expiresAt }, judgedOffer(contract)),
  withdraw: (contract) => voidContract(contract, 'withdrawn'),
  request: (contract, at) => requestCode(contract, nonce, at),
  try: (contract, at) => {
    const link = codeToTry(contract, nonce, at)
    return link.ok ? done([{ type: 'open' }]) : link
  },
  sign: (contract, at) =>
    signContract(
      contract,
      { ...text, remoteSupportConsent: true, signatureSha256: sha256('2') },
      { ...good, at, today },
    ),
  decline: (contract, at) => declineContract(contract, nonce, at),
  confirm: (contract, at) =>
    confirmAttestation(contract, { ...text, confirmationSha256: sha256('6') }, { ...good, at }),
  dispute: (contract, at) => disputeAttestation(contract, { nonce, disputeSha256: sha256('7') }, at),
  cancel: (contract) => leave(contract, { on: today }),
  reach: (contract) => done(reachContract(contract, { discontinuanceId, since: start })),
  tell: (contract) => tellSme(contract, { by: 'phone', toldSha256: sha256('8') }),
  settle: (contract) => settleTakeover(contract, serve),
}

/** What stands in a cell, and the events or the refusal it means. `+` is the event the command is named for. */
const meanings: Record<string, string> = {
  '.': 'wrong-stage',
  '-': 'link-not-usable',
  B: 'breaches-standard',
  V: 'contract-voided',
  '++': 'cancellation-requested takeover-settled contract-ended',
  o: '',
}
const eventOf: Record<string, string> = {
  revise: 'contract-revised',
  explain: 'contract-explained',
  offer: 'contract-offered',
  withdraw: 'contract-voided',
  request: 'signing-code-requested',
  try: 'open',
  sign: 'contract-signed',
  decline: 'contract-voided',
  confirm: 'attestation-confirmed',
  dispute: 'attestation-disputed',
  cancel: 'cancellation-requested contract-ended',
  reach: 'takeover-opened',
  tell: 'takeover-told',
  settle: 'takeover-settled',
}

/** What a command asks of a contract that is in another stage: of what, and which stages. */
const needsOf = (column: string, { stage }: KeptContract, takeover: string | undefined): readonly string[] => {
  if (['revise', 'offer', 'withdraw'].includes(column)) return ['contract', 'drafted', 'offered']
  if (column === 'explain') return ['contract', 'drafted']
  if (['sign', 'decline'].includes(column)) return ['contract', 'offered']
  if (column === 'tell') return ['takeover', 'opened', 'told']
  if (column === 'settle' && stage === 'live') return takeover ? ['takeover', 'told'] : ['takeover', 'opened', 'told']
  return ['contract', 'live']
}

const table = `
              revise explain offer withdraw  request try  sign decline confirm dispute  cancel  reach tell settle
  drafted     +      +       B     +         -       -    .    .       .       .        .       V     .    .
  explained   +      +       +     +         -       -    .    .       .       .        .       V     .    .
  offered     +      .       +     +         +       -    -    -       .       .        .       V     .    .
  asked       +      .       +     +         +       +    -    -       .       .        .       V     .    .
  entered     +      .       +     +         +       +    +    +       .       .        .       V     .    .
  signed      .      .       .     .         -       -    .    .       -       -        +       +     .    .
  attested    .      .       .     .         +       -    .    .       -       -        +       +     .    .
  paper       .      .       .     .         -       -    .    .       -       -        +       +     .    .
  confirming  .      .       .     .         +       +    .    .       +       +        +       +     .    .
  confirmed   .      .       .     .         -       -    .    .       -       -        +       +     .    .
  disputed    .      .       .     .         -       -    .    .       -       -        +       +     .    .
  opened      .      .       .     .         -       -    .    .       -       -        ++      o     +    .
  told        .      .       .     .         -       -    .    .       -       -        ++      o     +    +
  served      .      .       .     .         -       -    .    .       -       -        +       o     .    .
  ended       .      .       .     .         -       -    .    .       .       .        .       o     .    .
  void        .      .       .     .         -       -    .    .       .       .        .       o     .    .
`

describe('every command in every stage of a contract', () => {
  const cells = cellsOf(table)
  const decide = (row: string, column: string) => {
    const [events = [], command] = [stories[row], commands[column]]
    const contract = contractAfter(...events)
    return { contract, decision: command?.(contract, after(minutes(events.length))) }
  }

  test('is in the table', () => {
    expect(new Set(cells.map(({ row }) => row))).toEqual(new Set(Object.keys(stories)))
    expect(new Set(cells.map(({ column }) => column))).toEqual(new Set(Object.keys(commands)))
    expect(cells).toHaveLength(16 * 14)
  })

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const { decision } = decide(row, column)
    expect(decision && outcome(decision)).toBe(cell === '+' ? eventOf[column] : meanings[cell])
  })

  test.each(cells.filter(({ cell }) => cell === '.'))('$row: $column says what it needs', ({ row, column }) => {
    const { contract, decision } = decide(row, column)
    const takeover = contract.stage === 'live' ? contract.takeover?.stage : undefined
    const [what, ...needs] = needsOf(column, contract, takeover)
    const ofTakeover = what === 'takeover' && takeover !== undefined
    const stage = ofTakeover ? takeover : contract.stage
    expect(decision && refusalOf(decision)).toEqual({ kind: 'wrong-stage', what, stage, needs })
    expect(needs).not.toContain(stage)
  })

  test.each(cells.filter(({ column, cell }) => column !== 'try' && ['+', '++', 'V'].includes(cell)))(
    '$row: $column is taken in by the contract, event by event',
    ({ row, column }) => {
      const { contract, decision } = decide(row, column)
      let state: Contract = contract
      const ignored = (decision?.ok ? (decision.value as readonly ContractEvent[]) : []).filter((event) => {
        const before = state
        state = evolvers.contract(state, event, after(minutes(60)))
        return state === before
      })
      expect(ignored).toEqual([])
    },
  )
})
