import { isLink } from "./link.ts";
import { openFile, openLink, openText } from "./openForeign.ts";

/** Opens a file, a link or the JSON of a whole graph that was pasted. False for anything else. */
export function openPasted(data: DataTransfer | null): boolean {
  const [file] = data?.files ?? [];
  const text = data?.getData("text/plain").trim() ?? "";
  if (file && /\.json$|\.png$|^image\/png$/.test(`${file.name}${file.type}`)) void openFile(file);
  else if (isWholeGraph(text)) void openText(text);
  else if (!/\s/.test(text) && isLink(text)) void openLink(text);
  else return false;
  return true;
}

/** By its looks: a graph that is cut off is refused with its reason later, not passed over. */
function isWholeGraph(text: string): boolean {
  return text.startsWith("{") && /"format"\s*:\s*"ganglion\/graph"/.test(text);
}
