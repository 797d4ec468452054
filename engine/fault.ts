/** An error that belongs to a node: what is wrong, at which port or param, and what to do about it (SPEC R15). */
export class Fault extends Error {
  readonly port: string | null;
  readonly cure: string | null;

  /** `reason` says what is wrong and names both sides; `cure` says what to do, as one sentence. */
  constructor(reason: string, where: { port?: string; cure?: string } = {}) {
    super(reason);
    this.name = "Fault";
    this.port = where.port ?? null;
    this.cure = where.cure ?? null;
  }
}
