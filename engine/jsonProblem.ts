const token =
  /[ \t\n\r]*(?:([{}[\]:,])|"(?:[^"\\\p{Cc}]|\x7f|[\x80-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

const blank = /^[ \t\n\r]*$/;

/** What may come next. After a value stands what the list or object around it allows. */
type Next = "value" | "first" | "key" | "firstKey" | "colon" | "after";

/**
 * Why a text is no JSON, with line and column: browsers word this differently, and most leave the place out. null where it
 * is JSON.
 */
export function jsonProblem(text: string): string | null {
  const around: ("[" | "{")[] = [];
  let next: Next = "value";
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const found = token.exec(text);
    if (next === "after" && around.length === 0)
      return blank.test(text.slice(start)) ? null : at(text, start);
    const sign: string = found?.[1] ?? (found?.[0].endsWith('"') ? '"' : "0");
    const then: Next | null = found && follow(next, sign, around);
    if (!then) return at(text, start);
    next = then;
  }
}

/** What may follow a token; null where the token may not stand. Opens and closes what is `around`. */
function follow(next: Next, sign: string, around: ("[" | "{")[]): Next | null {
  const inside = around.at(-1);
  if (next === "colon") return sign === ":" ? "value" : null;
  if (next === "after" && sign === ",") return inside === "{" ? "key" : "value";
  if ((next === "after" || next === "first") && sign === "]") return inside === "[" ? close(around) : null;
  if ((next === "after" || next === "firstKey") && sign === "}") return inside === "{" ? close(around) : null;
  if (next === "key" || next === "firstKey") return sign === '"' ? "colon" : null;
  if (next === "after") return null;
  if (sign === "[" || sign === "{") {
    around.push(sign);
    return sign === "[" ? "first" : "firstKey";
  }
  return sign === '"' || sign === "0" ? "after" : null;
}

function close(around: unknown[]): Next {
  around.pop();
  return "after";
}

function at(text: string, start: number): string {
  const place = start + (/^[ \t\n\r]*/.exec(text.slice(start))?.[0].length ?? 0);
  if (blank.test(text)) return "the text is empty";
  if (place >= text.length) return "the text ends too early";
  const lines = text.slice(0, place).split("\n");
  const [word = ""] = /^(?:\w+|.)/u.exec(text.slice(place)) ?? [];
  const shown = word.length > 20 ? `${word.slice(0, 20)}…` : word;
  return `${JSON.stringify(shown)} is unexpected at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
