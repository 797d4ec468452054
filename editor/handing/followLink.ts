import { isLink } from "./link.ts";
import { openLink } from "./openForeign.ts";

/** Opens the graph in the page's own address, and takes it out of there. False where there is none to open. */
export async function followLink(): Promise<boolean> {
  const { hash, pathname, search } = location;
  if (!isLink(hash)) return false;
  history.replaceState(null, "", `${pathname}${search}`);
  return openLink(hash);
}
