/** About how wide a text is in px, with letters so wide; signs of Chinese take a square. */
export function textWidth(text: string, letter: number): number {
  let width = 0;
  for (const sign of text) width += /[\u2e80-\uffef]/u.test(sign) ? 2 * letter - 2 : letter;
  return width;
}
