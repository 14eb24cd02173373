/** What stands in a cell, and the events or the refusal it means. `+` is the event the command is named for. */
export const meanings: Record<string, string> = {
  '.': 'wrong-stage',
  '-': 'link-not-usable',
  A: 'already-exists',
  B: 'breaches-standard',
  F: 'does-not-fit',
  V: 'contract-voided',
  R: 'contract-renewed',
  H: 'renewal-held',
  O: 'wish-overtaken',
  D: 'out-of-order',
  T: 'term-begun',
  '++': 'takeover-settled contract-ended',
  o: '',
}
/** The event each command is named for. */
export const eventOf: Record<string, string> = {
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
  askAgain: 'confirmation-asked',
  propose: 'amendment-proposed',
  amend: 'contract-amended',
  renew: 'amendment-proposed',
  other: 'amendment-proposed',
  retell: 'contract-explained',
  reoffer: 'contract-offered',
  takeBack: 'amendment-withdrawn',
  refuse: 'amendment-withdrawn',
  resign: 'amendment-signed',
  ownLink: 'own-link-sent',
  wish: 'cancellation-requested',
  stay: 'cancellation-withdrawn',
  leave: 'cancellation-confirmed',
  leaveLate: 'contract-ended',
  terminate: 'contract-ended',
  annul: 'contract-ended',
  consent: 'consent-given',
  again: 'consent-given',
  unsay: 'consent-withdrawn',
  reach: 'takeover-opened',
  tell: 'takeover-told',
  resend: 'takeover-notice-sent-again',
  settle: 'takeover-settled',
  cover: 'takeover-coverage-noted',
  turn: 'contract-ended',
}

/** Making a contract, and the words of the SME behind its link. */
export const making = `
               revise explain offer withdraw request try sign decline confirm dispute askAgain
  none         .      .       .     .        -       -   .    .       .       .       .
  drafted      +      +       B     +        -       -   .    .       .       .       .
  explained    +      +       +     +        -       -   .    .       .       .       .
  offered      +      .       +     +        +       -   -    -       .       .       .
  asked        +      .       +     +        +       +   -    -       .       .       .
  entered      +      .       +     +        +       +   +    +       .       .       .
  signed       .      .       .     .        -       -   .    .       -       -       .
  proposed     .      .       .     .        -       -   .    .       -       -       .
  retold       .      .       .     .        -       -   .    .       -       -       .
  reoffered    .      .       .     .        +       -   .    .       -       -       .
  reentered    .      .       .     .        +       +   .    .       -       -       .
  changed      .      .       .     .        -       -   .    .       -       -       .
  next         .      .       .     .        -       -   .    .       -       -       .
  renewing     .      .       .     .        -       -   .    .       -       -       .
  announced    .      .       .     .        -       -   .    .       -       -       .
  held         .      .       .     .        -       -   .    .       -       -       .
  wishing      .      .       .     .        -       -   .    .       -       -       .
  leaving      .      .       .     .        -       -   .    .       -       -       .
  undecided    .      .       .     .        -       -   .    .       -       -       .
  overtaken    .      .       .     .        -       -   .    .       -       -       .
  ownLink      .      .       .     .        +       -   .    .       -       -       .
  ownPage      .      .       .     .        +       +   .    .       -       -       .
  attested     .      .       .     .        +       -   .    .       -       -       +
  paper        .      .       .     .        -       -   .    .       -       -       +
  confirming   .      .       .     .        +       +   .    .       +       +       +
  confirmed    .      .       .     .        -       -   .    .       -       -       .
  disputed     .      .       .     .        -       -   .    .       -       -       .
  opened       .      .       .     .        -       -   .    .       -       -       .
  changeTaken  .      .       .     .        -       -   .    .       -       -       .
  leaverTaken  .      .       .     .        -       -   .    .       -       -       .
  told         .      .       .     .        -       -   .    .       -       -       .
  served       .      .       .     .        -       -   .    .       -       -       .
  cancelled    .      .       .     .        -       -   .    .       .       .       .
  expired      .      .       .     .        -       -   .    .       .       .       .
  terminated   .      .       .     .        -       -   .    .       .       .       .
  annulled     .      .       .     .        -       -   .    .       .       .       .
  leftIn       .      .       .     .        -       -   .    .       .       .       .
  void         .      .       .     .        -       -   .    .       .       .       .
`
/** Changing it while it lives. */
export const changing = `
               propose amend renew other retell reoffer takeBack refuse resign ownLink
  none         .       .     .     .     .      .       .        .      .      .
  drafted      .       .     .     .     .      .       .        .      .      .
  explained    .       .     .     .     .      .       .        .      .      .
  offered      .       .     .     .     .      .       .        .      .      .
  asked        .       .     .     .     .      .       .        .      .      .
  entered      .       .     .     .     .      .       .        .      .      .
  signed       +       +     +     F     .      .       .        .      .      +
  proposed     +       +     +     F     +      B       +        -      -      +
  retold       +       +     +     F     +      +       +        -      -      +
  reoffered    +       +     +     F     +      +       +        -      -      +
  reentered    +       +     +     F     +      +       +        +      +      +
  changed      +       +     +     F     .      .       .        .      .      +
  next         +       +     +     F     .      .       .        .      .      +
  renewing     +       +     +     F     .      .       .        .      .      +
  announced    +       +     +     F     .      .       .        .      .      +
  held         +       +     +     F     .      .       .        .      .      +
  wishing      +       +     +     F     .      .       .        .      .      +
  leaving      .       .     .     .     .      .       .        .      .      +
  undecided    +       +     +     F     .      .       .        .      .      +
  overtaken    +       +     +     F     .      .       .        .      .      +
  ownLink      +       +     +     F     .      .       .        .      .      +
  ownPage      +       +     +     F     .      .       .        .      .      +
  attested     +       +     +     F     .      .       .        .      .      +
  paper        +       +     +     F     .      .       .        .      .      +
  confirming   +       +     +     F     .      .       .        .      .      +
  confirmed    +       +     +     F     .      .       .        .      .      +
  disputed     +       +     +     F     .      .       .        .      .      +
  opened       .       .     .     .     .      .       .        .      .      +
  changeTaken  .       .     .     .     .      .       .        .      .      +
  leaverTaken  .       .     .     .     .      .       .        .      .      +
  told         .       .     .     .     .      .       .        .      .      +
  served       +       +     +     F     .      .       .        .      .      +
  cancelled    .       .     .     .     .      .       .        .      .      .
  expired      .       .     .     .     .      .       .        .      .      .
  terminated   .       .     .     .     .      .       .        .      .      .
  annulled     .       .     .     .     .      .       .        .      .      .
  leftIn       .       .     .     .     .      .       .        .      .      .
  void         .       .     .     .     .      .       .        .      .      .
`
/** Leaving it, its consents, what befalls its seller, and the calendar. */
export const leaving = `
               wish stay leave leaveLate terminate annul consent again unsay reach tell resend settle cover turn
  none         .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  drafted      .    .    .     .         .         .     .       .     .     V     .    .      .      .     o
  explained    .    .    .     .         .         .     .       .     .     V     .    .      .      .     o
  offered      .    .    .     .         .         .     .       .     .     V     .    .      .      .     o
  asked        .    .    .     .         .         .     .       .     .     V     .    .      .      .     o
  entered      .    .    .     .         .         .     .       .     .     V     .    .      .      .     o
  signed       +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  proposed     +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  retold       +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  reoffered    +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  reentered    +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  changed      +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  next         +    .    .     .         +         +     +       A     +     +     .    .      .      .     T
  renewing     +    .    .     .         +         +     +       A     +     +     .    .      .      .     R
  announced    +    .    .     .         +         +     +       A     +     +     .    .      .      .     R
  held         +    .    .     .         +         +     +       A     +     +     .    .      .      .     o
  wishing      +    +    +     +         +         +     +       A     +     +     .    .      .      .     +
  leaving      +    +    .     .         +         +     +       A     +     +     .    .      .      .     +
  undecided    +    +    +     +         +         +     +       A     +     +     .    .      .      .     H
  overtaken    D    +    O     O         +         +     +       A     +     +     .    .      .      .     o
  ownLink      +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  ownPage      +    .    .     .         +         +     +       A     +     +     .    .      .      .     +
  attested     +    .    .     .         +         +     +       +     .     +     .    .      .      .     +
  paper        +    .    .     .         +         +     +       +     .     +     .    .      .      .     +
  confirming   +    .    .     .         +         +     +       +     .     +     .    .      .      .     +
  confirmed    +    .    .     .         +         +     +       +     .     +     .    .      .      .     +
  disputed     +    .    .     .         +         +     +       +     .     +     .    .      .      .     +
  opened       +    .    .     .         .         .     +       A     +     o     +    +      .      +     o
  changeTaken  +    .    .     .         .         .     +       A     +     o     +    +      .      +     o
  leaverTaken  +    +    .     .         .         .     +       A     +     o     +    +      .      +     ++
  told         +    .    .     .         .         .     +       A     +     o     +    +      +      +     o
  served       +    .    .     .         +         +     +       A     +     o     .    .      .      +     +
  cancelled    .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  expired      .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  terminated   .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  annulled     .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  leftIn       .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
  void         .    .    .     .         .         .     .       .     .     o     .    .      .      .     o
`
