/** How numbers lie in the memory of the kernels: what those who make kernels and those who call them agree on. */

/** Bytes of a float32, and of the four that a vector holds. */
export const bytes = { number: 4, vector: 16 };

/** From address 0 on lie so many bytes of zeros, and behind them the 16 orders of four numbers (`orders` in `product.ts`). */
export const zeroBytes = 256;
const orderBytes = 16 * bytes.vector;
/** Where memory begins that is free. */
export const freeFrom = zeroBytes + orderBytes;

/** Vectors across a panel of a matrix. */
export const panelWidths = [8, 4, 2, 1] as const;
export type PanelWidth = (typeof panelWidths)[number];

/** Bytes of an entry in the list of a row: where its row of the other matrix begins in a panel of the widest kind, and the number. */
export const entryBytes = 8;
