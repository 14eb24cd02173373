import { adminOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const untoldPolicy = {
  listUntoldLetters: readersOfBook,
  tellLetter: sellersOnBook,
  printCodeLetter: adminOverResellers,
  getCodeLetter: adminOverResellers,
} as const
