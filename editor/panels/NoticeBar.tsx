import CircleAlert from "lucide-react/icons/circle-alert";
import Info from "lucide-react/icons/info";
import X from "lucide-react/icons/x";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { words } from "../words.ts";

/** How long what only tells something stays, in milliseconds; one with a way to act stays twice as long. */
const stays = 6000;

/** What concerns no node in particular, quietly over the canvas. An error stays until it is put away. */
export function NoticeBar() {
  const notice = useStore(app.surroundings, (state) => state.notice);
  const [held, setHeld] = useState(false);
  const dismiss = () => {
    setHeld(false);
    app.surroundings.setState({ notice: null });
  };
  useEffect(() => {
    if (notice === null || notice.tone === "error" || held) return;
    const timer = setTimeout(
      () => app.surroundings.setState({ notice: null }),
      notice.act ? 2 * stays : stays,
    );
    return () => clearTimeout(timer);
  }, [notice, held]);
  const Icon = notice?.tone === "error" ? CircleAlert : Info;
  return (
    <div role="status" aria-live="polite" className="notices">
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it stays while somebody reads it or is at its buttons
        <div
          className={`notice ${notice.tone}`}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <Icon size={16} strokeWidth={1.4} aria-hidden />
          <p>{notice.text}</p>
          {notice.act && (
            <button
              type="button"
              className="link"
              onClick={() => {
                notice.act?.perform();
                dismiss();
              }}
            >
              {notice.act.label}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={dismiss}
          >
            <X size={14} strokeWidth={1.4} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
