import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { temporaryDirectory } from "@dpm/test-kit";
import { expect, onTestFinished, test } from "vitest";
import { notifyServiceManager } from "./notify-service-manager.ts";

// Node has no Unix datagram sockets; Python, which the conformance tests need too, has.
const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1].replace("@", "\\0", 1) if sys.argv[1].startswith("@") else sys.argv[1])
print("bound", flush=True)
print(s.recv(4096).decode(), flush=True)
`;

test.runIf(process.platform === "linux").each(["file", "abstract"])(
  "the state reaches a socket of kind %s",
  async (kind) => {
    const path = kind === "file" ? join(temporaryDirectory(), "notify") : `@dpm-${process.pid}-n`;
    const python = spawn("python3", ["-c", listener, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void python.kill("SIGKILL"));
    let text = "";
    python.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    while (!text.includes("bound")) await once(python.stdout, "data");
    expect(notifyServiceManager(path, "READY=1\nSTATUS=x")).toBeNull();
    await once(python, "close");
    expect(text).toBe("bound\nREADY=1\nSTATUS=x\n");
  },
);

test.runIf(process.platform === "linux")("where nobody listens the error has a name", () => {
  expect(notifyServiceManager("/no/such/socket", "READY=1")).toBe("ENOENT");
  expect(notifyServiceManager(`/${"x".repeat(200)}`, "READY=1")).toBe("ENAMETOOLONG");
});
