import { optionName } from "@dpm/commands";

import {
  completionPlaces,
  type CompletionWord,
  completionSteps,
  flagsWithValue,
} from "./completion-place.ts";

function described({ word, summary }: CompletionWord): string {
  const text = summary.replaceAll("'", "’").replaceAll(":", "\\:");
  return `'${word}:${text}'`;
}

/** The completion script for zsh. */
export function zshCompletion(): string {
  const steps = completionSteps().map(
    ({ from, word, to }) => `      "${from}|${word}") place="${to}" ;;`,
  );
  const places = completionPlaces().map(({ path, words, options }) => {
    const candidates = [
      ...words,
      ...options.map((option) => ({ word: optionName(option), summary: option.summary })),
    ];
    return `    "${path}") candidates=(${candidates.map(described).join(" ")}) ;;`;
  });
  return `#compdef pmc pm
# zsh completion of pmc and pm, written from the table of commands.
_pmc() {
  local place="" word
  local -i index
  local -a candidates
  for ((index = 2; index < CURRENT; index++)); do
    word="\${words[index]}"
    case "$word" in
      ${flagsWithValue().join("|")}) index=$((index + 1)); continue ;;
    esac
    case "$place|\${word#-}" in
${steps.join("\n")}
    esac
  done
  case "\${words[CURRENT - 1]}" in
    ${flagsWithValue(["file"]).join("|")}) _files; return ;;
    ${flagsWithValue().join("|")}) return ;;
  esac
  case "$place" in
${places.join("\n")}
  esac
  # A word may have a leading dash; options have two.
  [[ "$PREFIX" == -[^-]* ]] && candidates=(-\${^candidates:#--*})
  _describe -t commands 'pmc' candidates
}
if [ "$funcstack[1]" = "_pmc" ]; then
  _pmc "$@"
else
  compdef _pmc pmc pm
fi
`;
}
