import Ajv2019 from 'ajv/dist/2019'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { anyFacts, newKeys, signed } from './certificate.arbitrary'
import { openBadgeSchema } from './open-badges.fixture'

const ajv = new Ajv2019({ allErrors: true, strictTuples: false })
addFormats(ajv)
const isOpenBadge = ajv.compile(openBadgeSchema)
const keys = newKeys()
const [facts] = fc.sample(anyFacts(keys.signer.did), 1)
const badge = () => structuredClone(signed(facts!, keys))

describe('a credential of ours', () => {
  it('is an Open Badge 3.0, whatever stands on it', () => {
    fc.assert(
      fc.property(anyFacts(keys.signer.did), (any) => {
        isOpenBadge(signed(any, keys))
        expect(isOpenBadge.errors ?? []).toEqual([])
      }),
    )
  })

  it('tells no score', () => {
    expect(JSON.stringify(badge())).not.toMatch(/score|result|points|grade/i)
  })
})

describe('the schema of these tests', () => {
  it.each<[string, (credential: ReturnType<typeof badge>) => void]>([
    ['one proof that is no list', (credential) => Object.assign(credential, { proof: credential.proof[0] })],
    ['no start', (credential) => Object.assign(credential, { validFrom: undefined })],
    ['a day without a time', (credential) => (credential.validFrom = '2026-11-21')],
    ['another context first', (credential) => (credential['@context'][0] = 'https://www.w3.org/2018/credentials/v1' as never)],
    ['no type of a badge', (credential) => credential.type.pop()],
    ['an identity with more than the schema knows', (credential) => Object.assign(credential.credentialSubject.identifier[0]!, { id: 'urn:x' })],
    ['an identity of no known kind', (credential) => (credential.credentialSubject.identifier[0]!.identityType = 'nickname')],
    ['no criteria', (credential) => Object.assign(credential.credentialSubject.achievement, { criteria: undefined })],
    ['an unknown kind of achievement', (credential) => (credential.credentialSubject.achievement.achievementType = 'Medal')],
    ['a part that nobody looked up', (credential) => Object.assign(credential.credentialSubject, { score: '9 of 12' })],
    ['a status without a type', (credential) => Object.assign(credential.credentialStatus, { type: undefined })],
  ])('refuses %s', (_, change) => {
    const credential = badge()
    change(credential)
    expect(isOpenBadge(JSON.parse(JSON.stringify(credential)))).toBe(false)
  })
})
