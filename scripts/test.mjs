// `npm test [-- stage …]`. Only what any Node can read stands here; the work is in test-stages.mjs.
import { nodeRefusal } from './node-version.mjs'

var refusal = nodeRefusal(process.versions.node)
if (refusal) {
  console.error('\n' + refusal)
  process.exitCode = 1
} else {
  void import('./test-stages.mjs').then(function (work) { return work.test(process.argv.slice(2)) })
}
