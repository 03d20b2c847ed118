/** The one place that asks for the time, so that a rule can be tried at any moment. */
export const now = (): Date => new Date()
