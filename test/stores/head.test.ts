import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHead, readLine, writeHead } from '../../functions/adapters/dynamodb/contract-row/head.ts'
import { figure } from '../support/figures.ts'
import { contract, contractId, entityId, smeId } from './given-contracts.ts'

const runs = 5_000

describe("a contract's head", () => {
  test('gives back the very contract it was packed from', () => {
    fc.assert(
      fc.property(contract, (given) => {
        const { r, s } = writeHead(given)
        const place = { contractId, entityId, smeId, holder: 'holder' in given ? given.holder : given.deal.seller }
        expect(readHead(r, s, place as never)).toEqual(given)
        expect(readLine(r)).toMatchObject({ stage: given.stage, prefecture: given.deal.prefecture })
      }),
      { numRuns: runs },
    )
    figure('head codec round trips', runs)
  })
})
