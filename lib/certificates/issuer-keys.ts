import { z } from 'zod'
import { env } from '@/lib/env'
import { didOf, keyBytes } from './multikey'
import { privateKey, type Signer } from './sign-credential'

const keySchema = z
  .strictObject({
    /** `did:key:…` of the public key. */
    id: z.string(),
    createdAt: z.iso.datetime(),
    /** Since then it signs nothing more; what it has signed stays genuine. */
    retiredAt: z.iso.datetime().optional(),
    /** Since then nothing counts that it has signed: whoever has its secret can write any day into what they sign. */
    distrustedAt: z.iso.datetime().optional(),
    publicKeyMultibase: z.string().refine((text) => keyBytes('public', text) !== undefined),
    /** Deleted when the key is retired. */
    secretKeyMultibase: z.string().refine((text) => keyBytes('secret', text) !== undefined).optional(),
  })
  .refine(({ id, publicKeyMultibase }) => id === didOf(publicKeyMultibase), 'the id is not that of the key')

interface IssuerKeys {
  /** The newest key that is not retired. */
  signer: Signer
  /** Every key whose proofs count, the newest first. */
  trusted: { id: string; publicKeyMultibase: string }[]
}

/** @param json as scripts/secrets.mjs hands it over. @throws when there is no key to sign with */
export function parseIssuerKeys(json: string): IssuerKeys {
  const keys = z.array(keySchema).parse(JSON.parse(json)).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const newest = keys.find(({ retiredAt, distrustedAt, secretKeyMultibase }) => !retiredAt && !distrustedAt && secretKeyMultibase)
  const seed = newest?.secretKeyMultibase && keyBytes('secret', newest.secretKeyMultibase)
  if (!seed) throw new Error('ISSUER_KEYS holds no key that may sign')
  return {
    signer: { did: newest.id, key: privateKey(seed) },
    trusted: keys.filter(({ distrustedAt }) => !distrustedAt).map(({ id, publicKeyMultibase }) => ({ id, publicKeyMultibase })),
  }
}

let read: IssuerKeys | undefined

/** The keys of this installation. @throws when it has none */
export function issuerKeys(): IssuerKeys {
  const { ISSUER_KEYS } = env()
  if (!ISSUER_KEYS) throw new Error('ISSUER_KEYS is not set; npm start makes it')
  read ??= parseIssuerKeys(ISSUER_KEYS)
  return read
}
