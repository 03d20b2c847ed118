/**
 * Who is signed in in this browser, by the cookie that scripts may read: `shared.<owner>` on a shared computer,
 * `private.<owner>` on a device of their own, undefined for nobody. It says whose store to use; the server never
 * believes it.
 */
export const who = (): string | undefined =>
  /(?:^|; )__Host-who=((?:shared|private)\.[\w-]{22})(?:;|$)/.exec(document.cookie)?.[1]
