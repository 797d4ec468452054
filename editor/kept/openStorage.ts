/** Where graphs are kept: IndexedDB. Drafts are written as one works, apart from what was saved by name. */
import { inDatabase } from "./inDatabase.ts";
import { inMemory } from "./inMemory.ts";
import { type Database, openDatabase, type Trouble } from "./openDatabase.ts";
import type { Storage } from "./storage.ts";

/** Opens the database; where it is refused (private mode), a storage in memory. */
export async function openStorage(
  hear: (trouble: Trouble) => Promise<void> | void = () => {},
  name = "ganglion",
): Promise<Storage> {
  let connection: Promise<Database> | null = null;
  const closed = () => {
    connection = null;
  };
  const open = () => {
    if (connection) return connection;
    connection = openDatabase(name, hear, closed);
    connection.catch(closed);
    return connection;
  };
  try {
    await open();
    return inDatabase(open);
  } catch {
    return inMemory();
  }
}
