"""A client of pmd made of nothing but the shipped .proto files and Python's standard library.

    client.py HOST:PORT TOKEN_FILE COMMAND [WORD...]

Commands: start, stop, restart, ping [ID...]; config display [ID...]; config set ID KEY=VALUE; config reload;
config validate; setting display [NAME]; setting set NAME=VALUE; setting reload; version.
Prints one JSON object for each result. Exit status: 0 done, 1 something failed, 76 another interface version.
"""
import hashlib
import hmac
import os
import socket
import sys

from google.protobuf.json_format import MessageToJson

from dpm.v1 import command_pb2, envelope_pb2

NONCE_BYTES = 32
CREDIT = 16


class Connection:
    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self.stream = socket.create_connection((host, int(port)), timeout=30).makefile("rwb")

    def send(self, **fields):
        message = envelope_pb2.Frame(**fields).SerializeToString()
        length, prefix = len(message), bytearray()
        while length > 127:
            prefix.append(length & 127 | 128)
            length >>= 7
        prefix.append(length)
        self.stream.write(bytes(prefix) + message)
        self.stream.flush()

    def read(self, count):
        data = self.stream.read(count)
        if len(data) < count:
            raise SystemExit("pmd closed the connection")
        return data

    def receive(self):
        while True:
            length = shift = 0
            while True:
                byte = self.read(1)[0]
                length |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            frame = envelope_pb2.Frame.FromString(self.read(length))
            if frame.WhichOneof("body") != "keep_alive":
                return frame
            if not frame.keep_alive.reply:
                self.send(keep_alive=envelope_pb2.KeepAlive(reply=True))


def expect(frame, body):
    if frame.WhichOneof("body") == "refused":
        error = frame.refused.error
        print(f"refused: {error.code}: {error.message}\n{error.hint}", file=sys.stderr)
        raise SystemExit(76 if error.category == "version-mismatch" else 77)
    if frame.WhichOneof("body") != body:
        raise SystemExit(f"expected {body}, got {frame}")
    return getattr(frame, body)


def shake_hands(connection, token, major):
    mine = os.urandom(NONCE_BYTES)
    version = envelope_pb2.Version(major=major)
    connection.send(hello=envelope_pb2.Hello(version=version, client="python 1", nonce=mine, has_credential=True))
    welcome = expect(connection.receive(), "welcome")

    def proof(role):
        return hmac.new(token, role + b"\0" + mine + welcome.nonce, hashlib.sha256).digest()

    if not hmac.compare_digest(proof(b"dpm/1 server"), welcome.proof):
        raise SystemExit("the server does not know the token")
    connection.send(proof=envelope_pb2.Proof(proof=proof(b"dpm/1 client")))
    return expect(connection.receive(), "accepted")


def to_request(words):
    """The request that the words ask for: `config set` is the field config_set and the message ConfigSetRequest."""
    name = "_".join(words[:2]) if words[0] in ("config", "setting") else words[0]
    rest = words[name.count("_") + 1:]
    request = getattr(command_pb2, name.title().replace("_", "") + "Request")()
    if name == "config_set":
        request.id = rest.pop(0)
    if name == "setting_display" and rest:
        request.name = rest.pop(0)
    for word in rest:
        if "=" in word:
            key, value = word.split("=", 1)
            request.assignments.add(key=key, value=value)
        else:
            request.selector.ids.append(word)
    return {name: request}


def run(connection, words):
    connection.send(request_id=1, request=envelope_pb2.Request(credit=CREDIT, **to_request(words)))
    failed = False
    while True:
        frame = connection.receive()
        if frame.WhichOneof("body") == "end":
            if frame.end.HasField("error"):
                print(f"{frame.end.error.code}: {frame.end.error.message}", file=sys.stderr)
            return 1 if failed or frame.end.HasField("error") else 0
        result = expect(frame, "result")
        failed = failed or any(row.done and not row.ok for row in result.processes.rows)
        print(MessageToJson(result, indent=None))
        connection.send(request_id=1, credit=envelope_pb2.Credit(results=1))


if __name__ == "__main__":
    address, token_file, *words = sys.argv[1:]
    with open(token_file, "rb") as file:
        token = file.read().strip()
    peer = Connection(address)
    shake_hands(peer, token, int(os.environ.get("MAJOR", "1")))
    sys.exit(run(peer, words))
