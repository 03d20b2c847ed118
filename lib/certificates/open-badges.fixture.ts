/**
 * What Open Badges 3.0 demands of the parts that our credentials have, written down from the tables of the specification
 * (https://www.imsglobal.org/spec/ob/v3p0, appendix B.1). It is not 1EdTech's own file
 * ob_v3p0_achievementcredential_schema.json, which no package of npm brings; where the two differ, theirs is right.
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
    issuer: { type: 'object', required: ['id', 'type'], properties: { id: uri, type: oneOf('Profile'), name: text } },
    validFrom: time,
    validUntil: time,
    credentialSubject: {
      type: 'object',
      required: ['type', 'achievement'],
      properties: {
        id: uri,
        type: oneOf('AchievementSubject'),
        identifier: { type: 'array', items: identity },
        achievement,
      },
    },
    credentialStatus: { type: 'object', required: ['id', 'type'], properties: { id: uri, type: text } },
    proof: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        properties: {
          type: text, created: time, cryptosuite: text, proofPurpose: text, proofValue: text, verificationMethod: uri,
        },
      },
    },
  },
}
