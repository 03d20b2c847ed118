/** A sentence in which an e-mail address stands by itself, whichever way the sentence runs. @param sentence with `{email}` */
export function AddressIn({ sentence, email }: { sentence: string; email: string }) {
  const [before, after] = sentence.split('{email}')
  return (
    <>
      {before}
      <bdi dir="ltr" className="strong address">{email}</bdi>
      {after}
    </>
  )
}
