/** The colours that a frame may have, each a token `--frame-…`; a frame without one is grey. */
export const frameColors = ["blue", "green", "amber", "red", "violet"] as const;
