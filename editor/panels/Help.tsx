import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { actionGroups } from "../actions/groups.ts";
import { actionNamed, perform } from "../actions/index.ts";
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
        <div className="help-groups">
          {actionGroups().map(({ title, actions }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {actions.map(({ id, label, shortcut = "" }) => (
                  <Line key={id} keys={shortcut.split(" ").map(keysOf)} meaning={label} />
                ))}
              </dl>
            </section>
          ))}
          <section className="help-mouse">
            <h3>{words.groups.mouse}</h3>
            <dl>
              {words.gestures.map(([gesture, meaning]) => (
                <Line key={gesture} keys={[gesture]} meaning={meaning} />
              ))}
            </dl>
          </section>
        </div>
        <button type="button" className="button outlined" onClick={() => perform("hints")}>
          {actionNamed("hints").label}
        </button>
      </div>
    </dialog>
  );
}

function Line({ keys, meaning }: { keys: readonly string[]; meaning: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd className="keys" key={key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
