import { optionName } from "@dpm/commands";

import { completionPlaces, completionSteps, flagsWithValue } from "./completion-place.ts";

/** The completion script for bash. */
export function bashCompletion(): string {
  const steps = completionSteps().map(
    ({ from, word, to }) => `      "${from}|${word}") place="${to}" ;;`,
  );
  const places = completionPlaces().map(({ path, words, options }) => {
    const candidates = [...words.map(({ word }) => word), ...options.map(optionName)];
    return `    "${path}") words="${candidates.join(" ")}" ;;`;
  });
  return `# bash completion of pmc and pm, written from the table of commands.
_pmc() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}"
  local place="" words="" word index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
      ${flagsWithValue().join("|")}) index=$((index + 1)); continue ;;
    esac
    case "$place|\${word#-}" in
${steps.join("\n")}
    esac
  done
  case "$prev" in
    ${flagsWithValue(["file"]).join("|")}) COMPREPLY=($(compgen -f -- "$cur")); return ;;
    ${flagsWithValue().join("|")}) COMPREPLY=(); return ;;
  esac
  case "$place" in
${places.join("\n")}
  esac
  # A word may have a leading dash; options have two.
  if [[ "$cur" == -[!-]* ]]; then
    for word in $words; do
      [[ "$word" == -* ]] || words="$words -$word"
    done
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _pmc pmc pm
`;
}
