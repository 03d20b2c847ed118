import { execFileSync } from 'node:child_process'

test('the outlines are what scripts/glyphs.mjs reads from Lucide', () => {
  expect(() => execFileSync(process.execPath, ['scripts/glyphs.mjs', '--check'], { stdio: 'pipe' })).not.toThrow()
})
