import CircleAlert from "lucide-react/icons/circle-alert";
import Info from "lucide-react/icons/info";
import X from "lucide-react/icons/x";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { words } from "../words.ts";

/** What concerns no node in particular, quietly over the canvas. */
export function NoticeBar() {
  const notice = useStore(app.surroundings, (state) => state.notice);
  const dismiss = () => app.surroundings.setState({ notice: null });
  const Icon = notice?.tone === "error" ? CircleAlert : Info;
  return (
    <div role="status" aria-live="polite" className="notices">
      {notice && (
        <div className={`notice ${notice.tone}`}>
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
