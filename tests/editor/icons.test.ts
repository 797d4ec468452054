import { expect, it } from "vitest";
import { hasIcon } from "../../editor/icons.ts";
import { catalogue } from "../../nodes/index.ts";

it.each(Object.entries(catalogue).map(([type, { icon }]) => [type, icon]))(
  "%s's mark %s is in the bundle",
  (_, icon) => {
    expect(hasIcon(icon)).toBe(true);
  },
);
