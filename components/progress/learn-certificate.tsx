interface Props {
  done: boolean
  href: string
  labels: { certificate: string; certificateOpen: string; certificateDone: string; certificateGet: string }
}

/** What finishing leads to. */
export const LearnCertificate = ({ done, href, labels }: Props) => (
  <section className="panel stack" aria-labelledby="certificate">
    <h2 className="h3" id="certificate">{labels.certificate}</h2>
    <p>{done ? labels.certificateDone : labels.certificateOpen}</p>
    {done && <p><a className="btn" href={href}>{labels.certificateGet}</a></p>}
  </section>
)
