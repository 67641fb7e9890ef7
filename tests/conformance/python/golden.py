"""Reads cases {"hex", "frame"} as JSON from standard input and prints, for each, what Google's own codec makes of them."""
import json
import sys

from google.protobuf.json_format import MessageToDict, ParseDict

from dpm.v1 import envelope_pb2

answers = []
for case in json.load(sys.stdin):
    decoded = envelope_pb2.Frame.FromString(bytes.fromhex(case["hex"]))
    encoded = ParseDict(case["frame"], envelope_pb2.Frame()).SerializeToString(deterministic=True)
    answers.append({"frame": MessageToDict(decoded), "hex": encoded.hex()})
json.dump(answers, sys.stdout)
