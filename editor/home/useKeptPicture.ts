import { useEffect, useState } from "react";
import { app } from "../app.ts";

/** The address of the picture of a graph or revision; null while there is none. `at` changes when it may be another. */
export function useKeptPicture(of: string, at: unknown): string | null {
  const [address, setAddress] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a graph written again has another picture
  useEffect(() => {
    let current = true;
    let made: string | null = null;
    app.storage?.picture(of).then(
      (picture) => {
        if (!current || !picture) return;
        made = URL.createObjectURL(picture);
        setAddress(made);
      },
      () => {},
    );
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [of, at]);
  return address;
}
