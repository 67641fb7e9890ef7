import {
  type Arbitrary,
  array,
  constantFrom,
  dictionary,
  integer,
  option,
  record,
  uniqueArray,
} from "fast-check";

/** A definition of a process as plain data, fit for every format. */
export interface Definition {
  readonly id: string;
  readonly command: string;
  readonly group?: string | undefined;
  readonly restart?: string | undefined;
  readonly priority?: number | undefined;
  readonly stopTimeout?: string | undefined;
  readonly shell?: boolean | undefined;
  readonly exitCodes?: readonly number[] | undefined;
  readonly arg?: readonly string[] | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly readiness?: Readonly<Record<string, string | number>> | undefined;
}

const text = constantFrom(
  "plain",
  "two words",
  `"quoted" & <tag>`,
  "it's",
  "trailing\\",
  "ümläut 😀",
  "$$5",
  "${HOME}",
  "#no comment",
  "a: b",
  "- x",
  "true",
  "007",
  "~",
);

/** A random process. */
const definition: Arbitrary<Omit<Definition, "id">> = record({
  command: constantFrom("sleep 1000", `run "two words" --x='y z'`, "/bin/true"),
  group: option(constantFrom("g1", "g2"), { nil: undefined }),
  restart: option(constantFrom("no", "always", "on-failure", "unexpected"), { nil: undefined }),
  priority: option(integer({ min: -100, max: 2000 }), { nil: undefined }),
  stopTimeout: option(constantFrom("500ms", "10s", "5min 20s", "7", "infinity"), {
    nil: undefined,
  }),
  shell: option(constantFrom(true, false), { nil: undefined }),
  exitCodes: option(uniqueArray(integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
  arg: option(array(text, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  environment: option(dictionary(constantFrom("PORT", "HOST", "A_B"), text, { minKeys: 1 }), {
    nil: undefined,
  }),
  readiness: option(
    constantFrom({ tcp: 8080, period: "2s" }, { http: "http://127.0.0.1/x?a=b&c=d" }),
    { nil: undefined },
  ),
});

/** Random processes with different ids. */
export const definitions: Arbitrary<readonly Definition[]> = array(definition, {
  minLength: 1,
  maxLength: 12,
}).map((all) => all.map((one, index) => ({ id: `p${String(index)}`, ...one })));
