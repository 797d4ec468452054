interface Held {
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Alt and drag cuts wires; also Shift with Ctrl or Cmd, where a desktop keeps Alt for its windows. */
export const startsCut = ({ altKey, shiftKey, ctrlKey, metaKey }: Held): boolean =>
  altKey || (shiftKey && (ctrlKey || metaKey));
