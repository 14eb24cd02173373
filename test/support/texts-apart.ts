/** Texts that are held to a form by a rule behind the schema, by the last part of their place, each with the reason. */
export const formed: Readonly<Record<string, string>> = {
  corporateNumber: 'a number with a check digit: shown as the SME or company it names',
  'corporateNumbers[]': 'the same',
  phone: 'a telephone number: shown in the text of the contract, masked elsewhere',
  postalCode: 'seven digits: shown in the text of the contract',
  edition: 'the name of an edition',
  clause: 'the label of a clause',
  topic: 'the name of a duty of an edition',
  contractId: 'a contract, by its id or its short number',
  'contractIds[]': 'the same',
  'acknowledged[]': 'a 法人番号, or an id in its place, of a look-alike',
  link: 'a secret that opens something: shown to nobody',
  content: 'a file: each of its rows becomes a contract or a move of one, and is shown as that',
  contentBase64: 'the same',
}

/** Texts that no view gives back, each with the reason. */
export const notReadBack: Readonly<Record<string, string>> = {}
