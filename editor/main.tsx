import "@fontsource-variable/inter/index.css";
import "./look/tokens.css";
import "./look/base.css";
import "./look/canvas.css";
import "./look/frames.css";
import "./look/notes.css";
import "./look/node.css";
import "./look/ports.css";
import "./look/fields.css";
import "./look/picture.css";
import "./look/brush.css";
import "./look/files.css";
import "./look/place.css";
import "./look/plane.css";
import "./look/trail.css";
import "./look/views.css";
import "./look/units.css";
import "./look/evolution.css";
import "./look/reasons.css";
import "./look/courses.css";
import "./look/history.css";
import "./look/bars.css";
import "./look/palette.css";
import "./look/searchBox.css";
import "./look/home.css";
import "./look/versions.css";
import "./look/inspector.css";
import "./look/notices.css";
import "./look/lightbox.css";
import "./look/hints.css";
import "./look/share.css";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startKeyboard } from "./actions/keyboard.ts";
import { app } from "./app.ts";
import { engineFailed, startEngine } from "./engine.ts";
import { followLink } from "./handing/followLink.ts";
import { startHints } from "./hints.ts";
import { keepOffline } from "./keepOffline.ts";
import { startSession } from "./session.ts";
import { settings } from "./settings.ts";

document.documentElement.lang = settings.getState().language;

// The worker loads its script while the page draws itself.
try {
  app.engine = startEngine();
} catch (error) {
  engineFailed(error);
}
startHints();
startSession(followLink);
addEventListener("hashchange", () => void followLink());
startKeyboard();
keepOffline();
const page = document.querySelector("#app");
if (page) createRoot(page).render(<App />);
