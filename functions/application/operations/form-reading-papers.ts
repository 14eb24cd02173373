import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { FormReading } from '../../../shared/domain/contract/states.ts'

export type Given = InputOf<Routes['recordFormReading']>['body']

/** Reading as it lies on the operation's paper: with whose login it was put on record. */
export type FormReadingInput = Given & { readonly recordedBy: string }

/** Reading as a contract's own paper has it. */
export type FormReadingPaper = FormReading & Pick<Given, 'formSha256' | 'formName' | 'readBy'>
