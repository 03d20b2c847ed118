/** The Node that Haven needs; it stands in package.json as `engines` too, which npm only warns about. */
var NEEDED = [20, 19]

/**
 * Written so that any Node that knows modules can read it: it has to be understood in order to refuse.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what to tell the person, when this Node is too old
 */
export function nodeRefusal(version) {
  var parts = version.split('.').map(Number)
  if (parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1])) return undefined
  return 'Haven needs Node ' + NEEDED.join('.') + ' or newer, and this is Node ' + version
    + '. Install a newer Node from https://nodejs.org and start again.'
}
