/** Which graphs are open with something of one's own in them: whoever finds a mark that no tab holds was killed. */

const key = (id: string): string => `ganglion.running.${id}`;

export function markOpen(id: string): void {
  try {
    localStorage.setItem(key(id), "1");
  } catch {
    // Private mode: nothing is kept, so nothing can be recovered.
  }
}

export function markClosed(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {
    // As above.
  }
}

export function wasKilled(id: string): boolean {
  try {
    return localStorage.getItem(key(id)) !== null;
  } catch {
    return false;
  }
}
