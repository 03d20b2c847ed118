/**
 * What someone answered: an option (`single`, `node`), several (`multiple`), all in an order (`order`), or a
 * right side for each left one (`match`). On the wire the ids are those of the sheet, in the database those of the
 * bank.
 */
export type Answer = string | string[] | Record<string, string>
