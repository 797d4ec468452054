/** The catalogue in 简体中文. */
import type { NodeWords } from "../nodeWords.ts";
import { data } from "./data.ts";
import { dissection } from "./dissection.ts";
import { editing } from "./editing.ts";
import { evolution } from "./evolution.ts";
import { flow } from "./flow.ts";
import { generator } from "./generator.ts";
import { latent } from "./latent.ts";
import { view } from "./view.ts";

export const chinese: NodeWords = {
  ...latent,
  ...generator,
  ...dissection,
  ...editing,
  ...evolution,
  ...data,
  ...view,
  ...flow,
};
