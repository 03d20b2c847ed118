// Next runs this first on every page. Somebody at a shared computer is watched over on each of them (quiet.ts), also on
// those that read nothing from the device; all others do not even load what it takes.
if (/__Host-who=s/.test(document.cookie)) void import('./components/progress/watch')
