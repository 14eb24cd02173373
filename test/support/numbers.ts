let numbers = 0

/** A number no other call of this file of tests has had. */
export const nextNumber = (): number => (numbers += 1)

/** Lets numbers begin anew, so that what a file does never hangs on which files its worker had before it. */
export const numbersAnew = (): void => {
  numbers = 0
}
