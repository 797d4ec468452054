import { useCallback, useEffect, useState } from "react";
import { typing } from "../../actions/keyboard.ts";
import { app } from "../../app.ts";
import { edit } from "../../edit.ts";

export const beforeKey = "B";

export interface Before {
  readonly held: boolean;
  hold(): void;
  release(): void;
}

/** Shows a node without what one param says for as long as it is held: by a button, or by B where `near`. */
export function useBefore(node: string, name: string, near: boolean): Before {
  const [held, setHeld] = useState(false);
  const hold = useCallback(() => {
    app.engine?.peek({ node, document: edit.setParam(node, name, undefined)(app.document) });
    setHeld(true);
  }, [node, name]);
  const release = useCallback(() => setHeld(false), []);
  useEffect(() => {
    if (!near || held) return;
    const down = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, metaKey, altKey, target } = event;
      if (key.toUpperCase() === beforeKey && !repeat && !ctrlKey && !metaKey && !altKey && !typing(target))
        hold();
    };
    addEventListener("keydown", down);
    return () => removeEventListener("keydown", down);
  }, [near, held, hold]);
  useEffect(() => {
    if (!held) return;
    const up = ({ key }: KeyboardEvent) => key.toUpperCase() === beforeKey && release();
    addEventListener("keyup", up);
    addEventListener("blur", release);
    return () => {
      removeEventListener("keyup", up);
      removeEventListener("blur", release);
      app.engine?.peek(null);
    };
  }, [held, release]);
  return { held, hold, release };
}
