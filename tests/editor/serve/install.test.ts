import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingPackages, nodeProblem, root } from "../../../editor/serve/install.mjs";

describe("nodeProblem", () => {
  it("accepts the wanted version and newer ones", () => {
    for (const version of ["20.19.0", "20.20.2", "22.1.0", "24.0.0"]) {
      expect(nodeProblem(version, ">=20.19")).toBeNull();
    }
  });

  it("refuses older ones with both versions and an address", () => {
    expect(nodeProblem("18.20.4", ">=20.19")).toBe(
      "Ganglion needs Node 20.19 or newer; this is 18.20.4. See https://nodejs.org/en/download.",
    );
    expect(nodeProblem("20.9.0", ">=20.19")).toContain("this is 20.9.0");
  });
});

describe("missingPackages", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ganglion-install-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const lock = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a/node_modules/b": { version: "2.0.0" },
    "node_modules/elsewhere": { version: "1.0.0", optional: true, os: ["plan9"], cpu: ["mips"] },
    "node_modules/here": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
    "node_modules/helper": { version: "1.0.0", optional: true },
  };

  function write(file: string, content: unknown): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  }

  function installAll(): void {
    const { "node_modules/elsewhere": _, "node_modules/helper": __, ...present } = lock;
    write("node_modules/.package-lock.json", { packages: present });
    for (const path of Object.keys(present)) if (path !== "") write(`${path}/package.json`, {});
  }

  it("names everything that belongs on this machine after a bare clone", () => {
    write("package-lock.json", { packages: lock });
    expect(missingPackages(folder)).toEqual([
      "node_modules/a",
      "node_modules/a/node_modules/b",
      "node_modules/here",
    ]);
  });

  it("is content after an installation", () => {
    write("package-lock.json", { packages: lock });
    installAll();
    expect(missingPackages(folder)).toEqual([]);
  });

  it("notices another version, a folder that was removed and a record that is damaged", () => {
    installAll();
    write("package-lock.json", { packages: { ...lock, "node_modules/a": { version: "1.0.1" } } });
    expect(missingPackages(folder)).toEqual(["node_modules/a"]);
    write("package-lock.json", { packages: lock });
    rmSync(join(folder, "node_modules/here"), { recursive: true });
    expect(missingPackages(folder)).toEqual(["node_modules/here"]);
    writeFileSync(join(folder, "node_modules/.package-lock.json"), "{ cut off");
    expect(missingPackages(folder)).toHaveLength(3);
  });

  it("finds nothing missing where these tests run", () => {
    expect(missingPackages(root)).toEqual([]);
  });
});
