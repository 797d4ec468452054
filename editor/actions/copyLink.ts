import { app } from "../app.ts";
import { copyLink as copy } from "../handing/share.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

export const copyLink: Action = {
  id: "copyLink",
  get label() {
    return words.actions.copyLink;
  },
  perform: () => void copy(),
  enabled: () => app.document.nodes.length > 0,
};
