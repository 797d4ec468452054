import type { english } from "../english/index.ts";
import type { Texts } from "../texts.ts";
import { actions } from "./actions.ts";
import { bars } from "./bars.ts";
import { brush } from "./brush.ts";
import { canvas } from "./canvas.ts";
import { changes } from "./changes.ts";
import { evolution } from "./evolution.ts";
import { fields } from "./fields.ts";
import { graphs } from "./graphs.ts";
import { handing } from "./handing.ts";
import { heard } from "./heard.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { inspector } from "./inspector.ts";
import { keeping } from "./keeping.ts";
import { lightbox } from "./lightbox.ts";
import { measures } from "./measures.ts";
import { palette } from "./palette.ts";
import { selection } from "./selection.ts";
import { views } from "./views.ts";

/** Every text of the interface in 简体中文. */
export const chinese: Texts<typeof english> = {
  ...bars,
  ...canvas,
  ...palette,
  ...inspector,
  ...selection,
  ...fields,
  ...views,
  ...graphs,
  ...help,
  ...home,
  ...keeping,
  actions,
  brush,
  changes,
  evolution,
  handing,
  heard,
  lightbox,
  measures,
};
