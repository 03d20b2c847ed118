import { config } from 'zod'

// zod makes parsers faster with code that it writes itself, and tries whether it may as soon as a schema is made. The
// policy of our pages forbids that, and browsers report each attempt. First import of every schema that a form uses.
config({ jitless: typeof window !== 'undefined' })
