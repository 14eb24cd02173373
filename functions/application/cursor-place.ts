import type * as z from 'zod'
import type { Dependencies } from '../ports/dependencies.ts'

/** Place of a list that a cursor stands for. Undefined where it is none of this list's, or of another version's form. */
export const placeIn = async <Place>(
  { cursors }: Pick<Dependencies, 'cursors'>,
  scope: string,
  cursor: string,
  form: z.ZodType<Place>,
): Promise<Place | undefined> => {
  const opened = await cursors.open(scope, cursor)
  return opened === undefined ? undefined : form.safeParse(JSON.parse(opened)).data
}
