import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import type { FunctionName } from '../../shared/wiring/env.ts'
import { lasting } from '../settings.ts'
import type { AppFunction } from './app-function.ts'

/** The keys of the platform. None can leave KMS, and none goes when the stack goes: what they sealed stays readable. */
export class Keys extends Construct {
  /** Encrypts the table, and the alarms' topic. */
  readonly data: Key
  readonly #secret: Key
  readonly #sign: Key
  readonly #seal: Key
  readonly #package: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.data = new Key(this, 'Data', { ...lasting, description: 'Musubi: table and alarms', enableKeyRotation: true })
    this.#secret = new Key(this, 'Secret', {
      ...lasting,
      description: 'Musubi: links, codes and cursors',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    })
    this.#sign = new Key(this, 'Sign', {
      ...lasting,
      description: 'Musubi: tokens of those who come through a link',
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
    })
    this.#seal = new Key(this, 'Seal', {
      ...lasting,
      description: 'Musubi: the seal on documents',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
    })
    // Signs the same twice alike, as the seal's kind of key does not: a package comes out the same to the byte.
    this.#package = new Key(this, 'Package', {
      ...lasting,
      description: 'Musubi: what is in an evidence package',
      keySpec: KeySpec.RSA_3072,
      keyUsage: KeyUsage.SIGN_VERIFY,
    })
  }

  /** Id by which a function is told of the key that seals documents. */
  get sealId(): string {
    return this.#seal.keyId
  }

  /** Id by which a function is told of the key that signs what is in an evidence package. */
  get packageId(): string {
    return this.#package.keyId
  }

  letSeal(fn: AppFunction<FunctionName>): void {
    fn.may(['kms:Sign', 'kms:GetPublicKey'], [this.#seal.keyArn])
  }

  letSignPackages(fn: AppFunction<FunctionName>): void {
    fn.may(['kms:Sign', 'kms:GetPublicKey'], [this.#package.keyArn])
  }

  /** Id by which a function is told of the key that links, codes and cursors come from. */
  get secretId(): string {
    return this.#secret.keyId
  }

  /** Id by which a function is told of the key that signs tokens. */
  get signId(): string {
    return this.#sign.keyId
  }

  letDerive(fn: AppFunction<FunctionName>): void {
    fn.may(['kms:GenerateMac'], [this.#secret.keyArn])
  }

  /** Grants the public half only, which is all it takes to believe a token. */
  letVerify(fn: AppFunction<FunctionName>): void {
    fn.may(['kms:GetPublicKey'], [this.#sign.keyArn])
  }

  letSign(fn: AppFunction<FunctionName>): void {
    fn.may(['kms:Sign'], [this.#sign.keyArn])
  }
}
