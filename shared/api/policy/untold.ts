import { readersOfBook, sellersOnBook } from './patterns.ts'

export const untoldPolicy = {
  listUntoldLetters: readersOfBook,
  tellLetter: sellersOnBook,
} as const
