/** What went wrong, as a text. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
