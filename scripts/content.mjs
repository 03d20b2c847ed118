#!/usr/bin/env node
import { register } from 'tsx/esm/api'

// The rules of content are those of the application, in TypeScript: tsx lets Node read them, with the `@/` paths.
register()
const { contentCommand } = await import('./content/command.ts')
await contentCommand(process.argv.slice(2))
