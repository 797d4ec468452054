/** Asks for files with the browser's own dialogue. `accept` is as in HTML. */
export function chooseFiles(accept: string, multiple: boolean, take: (files: readonly File[]) => void): void {
  const field = document.createElement("input");
  Object.assign(field, { type: "file", accept, multiple });
  field.addEventListener("change", () => {
    if (field.files && field.files.length > 0) take([...field.files]);
  });
  field.click();
}
