/** How reasons name places and values of a document. */

/** `nodes[3].params.count`; names that are no plain word are quoted: `params["a b"]`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key, index) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const word = String(key);
    if (index === 0) return word;
    return /^[A-Za-z_$][\w$]*$/.test(word) ? `${text}.${word}` : `${text}[${JSON.stringify(word)}]`;
  }, "");
}

/** A value from JSON as it is shown in a reason: short, and never a wall of text. */
export function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
