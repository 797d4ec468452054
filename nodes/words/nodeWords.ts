/** The texts of nodes in another language than that of their declarations, by type. Ports and params without a text have none. */
export type NodeWords = Readonly<Record<string, WordsOfNode>>;

export interface WordsOfNode {
  readonly title: string;
  readonly doc: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
}
