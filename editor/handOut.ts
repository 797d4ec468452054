/** Gives a file to whoever sits before the page. */
export function handOut(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** A name as part of a file's name: `Style mixing` becomes `style-mixing`. */
export function fileStem(name: string, otherwise: string): string {
  const stem = name
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return stem || otherwise;
}
