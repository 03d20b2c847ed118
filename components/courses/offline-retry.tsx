'use client'

/** Asks for the page again that this one stands in for. */
export const OfflineRetry = ({ label }: { label: string }) => (
  <p className="js-only">
    <button className="btn btn-2" type="button" onClick={() => location.reload()}>{label}</button>
  </p>
)
