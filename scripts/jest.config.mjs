import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import nextJest from 'next/jest.js'

const rootDir = realpathSync(fileURLToPath(new URL('..', import.meta.url)))
const scripts = `${rootDir}/scripts`

process.env.AUTH_SECRET ??= 'a secret for tests, and for nothing but tests' // inherited by the workers

/**
 * Three selections: `unit` (pure, *.test.ts), `component` (*.test.tsx, in jsdom), `database` (*.db.test.ts: every file
 * has a migrated database of its own, and DATABASE_URL points to it).
 * One file: npx jest --config scripts/jest.config.mjs <file>
 */
const projects = {
  unit: { testMatch: ['**/*.test.ts'], testPathIgnorePatterns: ['\\.db\\.test\\.ts$'] },
  component: {
    testMatch: ['**/*.test.tsx'],
    testEnvironment: 'jsdom',
    setupFilesAfterEnv: ['@testing-library/jest-dom'],
  },
  database: {
    testMatch: ['**/*.db.test.ts'],
    testEnvironment: `${scripts}/jest-database-environment.mjs`,
    globalSetup: `${scripts}/jest-database-start.mjs`,
    globalTeardown: `${scripts}/jest-database-stop.mjs`,
  },
}

async function project(displayName, { testPathIgnorePatterns = [], testMatch, ...options }) {
  const config = await nextJest({ dir: rootDir })({
    displayName,
    rootDir,
    testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
    moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
    modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/.data'],
    testEnvironment: 'node',
    ...options,
  })()
  return {
    ...config,
    testPathIgnorePatterns: ['/node_modules/', '<rootDir>/e2e/', ...testPathIgnorePatterns],
    // Set after next/jest, which adds its own: Prisma 7, unified and next-intl are ES modules that Jest must translate.
    transformIgnorePatterns: ['\\.module\\.(css|sass|scss)$', '/node_modules/(next/|react|pg)'],
  }
}

export default async () => ({
  rootDir,
  testTimeout: 30_000, // a busy machine is slow; a test that hangs still ends
  projects: await Promise.all(Object.entries(projects).map(([name, options]) => project(name, options))),
})
