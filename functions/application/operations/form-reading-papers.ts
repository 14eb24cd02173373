import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { FormReading } from '../../../shared/domain/contract/states.ts'

export type Given = InputOf<Routes['recordFormReading']>['body']

/** What was read, as it lies on the operation's paper: with whose login it was put on record. */
export type FormReadingInput = Given & { readonly recordedBy: string }

/** What a contract's own paper says of a reading. */
export type FormReadingPaper = FormReading & Pick<Given, 'formSha256' | 'formName' | 'readBy'>
