export default async function stop() {
  await globalThis.havenTestDatabase?.stop()
}
