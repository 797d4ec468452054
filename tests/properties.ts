import process from "node:process";
import fc from "fast-check";

/** Property tests draw the same cases every time; `SEED=2 npx vitest …` draws others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
