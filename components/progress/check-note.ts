/** The key of the note that holds the final check of a course: its answers, its review, and whether it was passed. */
export const checkNote = (course: string): string => `check/${course}`
