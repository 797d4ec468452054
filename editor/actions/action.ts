/** One command: menus, bars, keys and help are made from these. */
export interface Action {
  readonly id: string;
  /** In the language that is spoken now: a getter. */
  readonly label: string;
  /** Such as `Mod+Shift+Z`; Mod is Cmd on a Mac, Ctrl elsewhere. Several are separated by a space. */
  readonly shortcut?: string;
  /** The browser's own event brings it about; the keys are only shown. */
  readonly native?: boolean;
  /** Works while a field has the focus, too. */
  readonly always?: boolean;
  /** `keys`: the shortcut that was pressed, where one was. */
  perform(keys?: string): void;
  enabled?(): boolean;
  /** Why it can't act now, as one sentence, where that needs to be said. */
  why?(): string | null;
}
