import { useEffect } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { announce, heard } from "../heard.ts";
import { whatChanged } from "../whatChanged.ts";
import { nameOf } from "./nameOf.ts";

/** Says what happened on the canvas to who can't see it. */
export function Heard() {
  const { text, at } = useStore(heard);
  useEffect(
    () =>
      app.store.subscribe((after, before) => {
        const said = whatChanged(before, after, nameOf);
        if (said !== "") announce(said);
      }),
    [],
  );
  return (
    <div role="log" aria-live="polite" className="unseen" data-testid="heard">
      {text !== "" && <p key={at}>{text}</p>}
    </div>
  );
}
