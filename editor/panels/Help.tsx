import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { actions } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { app } from "../app.ts";
import { words } from "../words.ts";

/** The keys of all commands, and what the pointer does. */
export function Help() {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  const close = () => app.surroundings.setState({ open: null });
  return (
    <dialog
      ref={sheet}
      className="help"
      aria-labelledby="help-title"
      onClose={close}
      onPointerDown={(event) => event.target === sheet.current && close()}
    >
      <div className="help-inside">
        <header>
          <h2 id="help-title">{words.help}</h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
            <X size={16} strokeWidth={1.4} aria-hidden />
          </button>
        </header>
        <dl>
          {actions.map(({ id, label, shortcut }) =>
            shortcut ? <Line key={id} keys={keysOf(shortcut)} meaning={label} /> : null,
          )}
          {words.gestures.map(([gesture, meaning]) => (
            <Line key={gesture} keys={gesture} meaning={meaning} />
          ))}
        </dl>
      </div>
    </dialog>
  );
}

function Line({ keys, meaning }: { keys: string; meaning: string }) {
  return (
    <div>
      <dt>
        <kbd className="keys">{keys}</kbd>
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
