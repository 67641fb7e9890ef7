export { completionScript } from "./completion/completion-script.ts";
export { helpPage } from "./help-page.ts";
export { commandsReference } from "./reference.ts";
