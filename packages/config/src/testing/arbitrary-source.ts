import * as fc from "fast-check";
import type { Format } from "../source/source-node.ts";

// Values that test files are made of: no white space at the ends, since XML takes that for layout.
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const value = fc.oneof(
  word,
  fc.stringMatching(/^[!-~äß😀]([ -~]{0,8}[!-~])?$/u),
  fc.constantFrom("0022", "true", "a # b", "x: y", "it's", 'say "hi"', "<&>", "]]>"),
);
const key = fc.stringMatching(/^[a-z]{1,4}$/).filter((name) => !["true", "null"].includes(name));
const comment = word.map((text) => `c-${text}`);

/** Every comment of a file, in order; the generated ones begin with `c-`. */
export function commentsIn(format: Format, text: string): string[] {
  const pattern = format === "xml" ? /<!-- (c-[a-z]+) -->/g : /# (c-[a-z]+)$/gm;
  return Array.from(text.matchAll(pattern), ([, found = ""]) => found);
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);
const xmlComment = comment.map((text) => `<!-- ${text} -->`);
const xmlSpace = fc.constantFrom("", "\n", "\n  ", " ");
const xmlText = fc.oneof(
  value.map(escapeXml),
  value.filter((text) => !text.includes("]]>")).map((text) => `<![CDATA[${text}]]>`),
  fc
    .tuple(xmlComment, value, xmlSpace)
    .map(([before, text, space]) => `${space}${before}${space}${escapeXml(text)}${space}`),
  fc.tuple(word, xmlComment, word).map((parts) => parts.join("")),
);
const xmlAttributes = fc
  .dictionary(
    key,
    fc.tuple(
      value,
      fc.constantFrom('"', "'"),
      fc.constantFrom(" ", "\n    "),
      fc.constantFrom("=", " = "),
    ),
    { maxKeys: 3, noNullPrototype: true },
  )
  .map((attributes) =>
    Object.entries(attributes)
      .map(
        ([name, [text, quote, space, equals]]) =>
          `${space}${name}${equals}${quote}${escapeXml(text)}${quote}`,
      )
      .join(""),
  );
const { xmlElement } = fc.letrec<{ xmlElement: string; xmlContent: string }>((tie) => ({
  xmlElement: fc.oneof(
    { depthSize: "small" },
    fc.tuple(key, xmlText).map(([name, text]) => `<${name}>${text}</${name}>`),
    fc.tuple(key, xmlAttributes).map(([name, attributes]) => `<${name}${attributes}/>`),
    fc
      .tuple(key, xmlAttributes, tie("xmlContent"))
      .map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`),
  ),
  xmlContent: fc
    .array(
      fc
        .tuple(xmlSpace, fc.oneof(tie("xmlElement"), xmlComment), xmlSpace)
        .map((parts) => parts.join("")),
      { maxLength: 4 },
    )
    .map((parts) => parts.join("")),
}));

/** A configuration in XML with comments, CDATA, both quotes and loose layout. */
export const arbitraryXml: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(xmlComment, { nil: "" }),
    xmlAttributes,
    fc.array(fc.tuple(xmlSpace, fc.oneof(xmlElement, xmlComment), xmlSpace)),
    xmlSpace,
  )
  .map(
    ([before, attributes, parts, space]) =>
      `${before}<processManager${attributes}>${parts.flat().join("")}</processManager>${space}`,
  );

const isPlainYaml = /^[a-z][a-z0-9 ]*(?<! )$/;
const yamlScalar = fc
  .tuple(value, fc.constantFrom("plain", "single", "double"))
  .map(([text, style]) => {
    if (style === "plain" && isPlainYaml.test(text)) {
      return text;
    }
    return style === "single" ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  });
const yamlComment = comment.map((text) => `# ${text}`);
const lineEnd = fc.option(
  yamlComment.map((text) => ` ${text}`),
  { nil: "" },
);
const yamlKeys = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });
const { yamlFlow } = fc.letrec<{ yamlFlow: string }>((tie) => ({
  yamlFlow: fc.oneof(
    { depthSize: "small" },
    yamlScalar,
    fc.array(tie("yamlFlow"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
    fc.dictionary(key, tie("yamlFlow"), { maxKeys: 3, noNullPrototype: true }).map(
      (map) =>
        `{${Object.entries(map)
          .map((pair) => pair.join(": "))
          .join(", ")}}`,
    ),
  ),
}));

/** What stands behind a key's colon: the rest of its line and the lines below, not yet indented. */
interface YamlValue {
  readonly head: string;
  readonly lines: readonly string[];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const { yamlMap } = fc.letrec<{ yamlMap: string[]; yamlValue: YamlValue }>((tie) => ({
  yamlMap: fc
    .tuple(yamlKeys, fc.infiniteStream(tie("yamlValue")), fc.infiniteStream(fc.option(yamlComment)))
    .map(([keys, valuesOfKeys, comments]) =>
      keys.flatMap((name) => {
        const { head, lines } = valuesOfKeys.next().value;
        const above = comments.next().value;
        return [...(above === null ? [] : [above]), `${name}:${head}`, ...lines];
      }),
    ),
  yamlValue: fc.oneof(
    { depthSize: "small" },
    fc
      .tuple(yamlFlow, lineEnd)
      .map(([flow, end]): YamlValue => ({ head: ` ${flow}${end}`, lines: [] })),
    lineEnd.map((end): YamlValue => ({ head: end, lines: [] })),
    fc
      .tuple(
        fc.constantFrom("|", ">-", "|-"),
        lineEnd,
        fc.array(word, { minLength: 1, maxLength: 3 }),
      )
      .map(([mark, end, words]): YamlValue => ({ head: ` ${mark}${end}`, lines: indented(words) })),
    fc
      .tuple(lineEnd, tie("yamlMap"))
      .map(([end, map]): YamlValue => ({ head: end, lines: indented(map) })),
    fc
      .tuple(
        lineEnd,
        fc.array(
          fc.oneof(
            yamlFlow.map((flow) => [flow]),
            tie("yamlMap").filter(([first = ""]) => !first.startsWith("#")),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([end, items]): YamlValue => ({
        head: end,
        lines: items.flatMap(([first = "", ...rest]) =>
          indented([`- ${first}`, ...indented(rest)]),
        ),
      })),
  ),
}));

/** A configuration in YAML with comments, both quotes, block texts, and block and flow containers. */
export const arbitraryYaml: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(yamlComment),
    yamlMap,
    fc.option(yamlComment),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  )
  .map(
    ([before, map, after, lineBreak, endsLine]) =>
      [before, ...map, after].filter((line) => line !== null).join(lineBreak) +
      (endsLine ? lineBreak : ""),
  );
