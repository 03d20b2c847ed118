/**
 * Whether somebody is at a computer that others use too. Not in who.ts, which every lesson loads at once.
 * @param person who.ts
 */
export const isShared = (person: string): boolean => person.startsWith('shared')
