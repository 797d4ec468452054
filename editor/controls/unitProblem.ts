const part = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/;

/** The first part of a list such as `3, 17, 40-48` that is no unit and no range from a smaller to a larger one; null where all are. */
export function unitProblem(text: string): string | null {
  if (text.trim() === "") return null;
  const wrong = text.split(",").find((each) => {
    const [, from, to = from] = part.exec(each) ?? [];
    return from === undefined || Number(from) > Number(to);
  });
  return wrong === undefined ? null : wrong.trim();
}
