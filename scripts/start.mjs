// `npm start` and `npm run dev`. Only what any Node can read stands here; the work is in serve.mjs.
import { nodeRefusal } from './node-version.mjs'

var refusal = nodeRefusal(process.versions.node)
if (refusal) {
  console.error('\n' + refusal)
  process.exitCode = 1
} else {
  void import('./serve.mjs').then(function (work) { return work.serve({ dev: process.argv.includes('--dev') }) })
}
