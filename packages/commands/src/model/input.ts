/** The words of one command after the shape was checked: how many, which options, each with its value. */
export interface Input {
  /** The words after `pmc help` that lead to the page of this command. */
  readonly page: string;
  /** The positional arguments, in order. */
  readonly operands: readonly string[];
  /** Whether a switch was given; by its long name without dashes. */
  readonly flag: (name: string) => boolean;
  /** The value of an option, the last one where it was repeated; null when absent. */
  readonly text: (name: string) => string | null;
  /** All values of a repeatable option. */
  readonly list: (name: string) => readonly string[];
}
