"""The models (src/models) of which the clients are made and that the lake checks requests with, held against those of this botocore:
requests, answers, errors and paginators, member by member. Of services whose official package is the client (STS, EC2) the models
have requests alone.

Those of a newer AWS may know more: members, operations, errors and enumeration values that this botocore lacks are fine. What it
has and the models lack, or have otherwise, is a difference, unless KNOWN names it with its reason.
"""
import glob
import os
import re
import unittest

import botocore
from botocore.loaders import Loader

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "models")

PERMISSIONS = r"(Grant|Revoke)Permissions|BatchPermissionsRequestEntry"

# How a difference reads, as a pattern, and why it is meant.
KNOWN = {
    r"athena: GetQueryResults has pages, not pages of ResultSet\.Rows": "the rows lie within a member; the client gives the pages",
    r"ec2: TagSpecification\.ResourceType lacks .*": "EC2 answers other kinds with an error of its own, which the operation gives",
    r"glue: CodeGenConfigurationNode\..* is missing":
        "a visual job's node goes through as it is: the lake does not run it, and the client keeps members that it does not know",
    rf"lakeformation: ({PERMISSIONS})\.Permissions(WithGrantOption)?\[\] lacks .*": "InvalidInputException with a text of its own, which the operation gives",
    r"logs: CreateLogGroup\.deletionProtectionEnabled is missing": "groups of logs are not protected here",
}

# What botocore was before 1.43: AWS has loosened or narrowed since.
FORMER = {
    r"ec2: CreateVpcEndpoint\.(ServiceName is optional|DnsOptions is missing)",
    r"glue: .* holds \(1\.0, 1024\.0\), not \(None, 1024\.0\)",
    r"glue: .* matches arn:aws\(-\(cn.*, not arn:\(aws\|aws-us-gov\|aws-cn\):glue:\.\*",
    r"glue: (Create|Update)Table\.TableInput is optional",
    r"glue: CreateTable\.PartitionIndexes holds .*",
    r"glue: ConnectionsList\.Connections(\[\])? holds .*",
    r"glue: \w+\.GlueVersion matches .*",
    r"glue: (GetJobRuns|GetTriggers|ListTriggers|ListWorkflows)\.MaxResults holds .*",
    r"glue: (Create|Update)Workflow\.Description holds .*",
    r"glue: (S3|CloudWatch|JobBookmarks)Encryption\.KmsKeyArn matches .*",
    r"glue: Predicate\.Conditions holds .*",
    r"iam: (Create)?(Role|User|InstanceProfile)\.(Path|Description) matches .*",
    r"lakeformation: LFTagPolicyResource\.Expression (is optional|holds .*)",
    r"lakeformation: .*\.Permissions(WithGrantOption)?\[\] lacks CREATE_TAG",
    r"lakeformation: Search\w+ByLFTags\.Expression holds .*",
    r"lakeformation: GetTemporaryGlue\w+Credentials\.SupportedPermissionTypes is optional",
    r"logs: \w+\.logGroupName is optional",
    r"secretsmanager: \w+\.Secret(Binary|String) holds \(1\.0, 65536\.0\), not \(0\.0, 65536\.0\)",
    r"secretsmanager: (Filter\.Values\[\]|RotationRulesType\.Duration) matches .*",
    r"sts: AssumeRole\.Policy holds \(1\.0, None\), not \(1\.0, 2048\.0\)",
}

# Kinds that the wire has by another name, and those that a client sees otherwise than the wire.
SCALARS = {"string", "integer", "long", "double", "boolean", "timestamp", "blob", "json"}
ALIKE = {"float": "double", "character": "string", "milliseconds": "long", "token": "string"}


class Operation:
    def __init__(self, pages):
        self.pages, self.input, self.answer, self.errors = pages, {}, {}, []


class Model:
    """A *.model file; ModelText.cs says what its lines mean."""

    def __init__(self, path):
        self.header, self.patterns, self.types, self.enums, self.structures = {}, {}, {}, {}, {}
        self.operations, self.errors, self.codes = {}, {}, {}
        owner = operation = None
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                line = line.rstrip("\n")
                if not line or line.startswith("#"):
                    continue
                word, _, rest = line.strip().partition(" ")
                if line == " ->":
                    owner = operation.answer
                elif line.startswith(" ! "):
                    operation.errors += rest.split(" ")
                elif line[0] == " ":
                    marked = word.split("=")[0]
                    owner[marked.rstrip("!")] = (marked.endswith("!"), rest)
                elif word == "structure":
                    owner = self.structures.setdefault(rest, {})
                elif word == "error":
                    code, _, name = rest.partition(" as ")
                    owner = self.errors.setdefault(name or code, {})
                    self.codes[name or code] = code
                elif word == "operation":
                    name, *pages = rest.split(" ")
                    operation = self.operations[name] = Operation(pages)
                    owner = operation.input
                elif word == "enum":
                    self.enums[rest.split(" ")[0]] = rest.split(" ")[1:]
                elif word in ("pattern", "type"):
                    name, _, definition = rest.partition(" ")
                    (self.patterns if word == "pattern" else self.types)[name] = definition
                else:
                    self.header[word] = rest

    def parse(self, text):
        """A type as (kind, range, pattern, inner), where inner is a text, a pair, a list of values or a structure's members."""
        if text[0] in "[{":
            end = text.rindex("]" if text[0] == "[" else "}")
            inner = text[1:end]
            return ("list" if text[0] == "[" else "map"), bounds(text[end + 1:]), None, inner if text[0] == "[" else inner.split(":", 1)
        sized, _, pattern = text.rstrip("*").partition("~")
        name, _, sizes = sized.partition("(")
        if name in self.enums:
            return "string", (None, None), None, self.enums[name]
        if name in self.structures:
            return "structure", (None, None), None, self.structures[name]
        if name in self.types:
            return self.parse(self.types[name])
        kind = ALIKE.get(name, name)
        assert kind in SCALARS, text
        return kind, bounds("(" + sizes if sizes else ""), self.patterns.get(pattern), None


def bounds(text):
    low, _, high = text.strip("()").partition("..")
    return (float(low) if low else None, float(high) if high else None)


class Comparison:
    def __init__(self, model, peer, paginators):
        self.model, self.shapes, self.paginators = model, peer["shapes"], paginators
        self.found, self.seen = [], set()
        self.is_ec2 = model.header["protocol"] == "ec2"

    def operation(self, name, peer):
        ours = self.model.operations[name]
        if "input" in peer:
            self.members(name, ours.input, self.shapes[peer["input"]["shape"]])
            self.tokens(name, ours.input, self.shapes[peer["input"]["shape"]])
        if "client" not in self.model.header:
            return
        if "output" in peer:
            self.members(name + "Response", ours.answer, self.shapes[peer["output"]["shape"]])
        self.errors(name, ours, [self.shapes[error["shape"]] | {"name": error["shape"]} for error in peer.get("errors", [])])
        self.pages(name, ours)

    def tokens(self, name, ours, theirs):
        for member, shape in theirs["members"].items():
            if shape.get("idempotencyToken") and member in ours and not ours[member][1].startswith("token"):
                self.found.append(f"{name}.{member} is no token")

    def errors(self, name, ours, theirs):
        codes = {self.model.codes[error]: error for error in ours.errors}
        for error in theirs:
            code = error.get("error", {}).get("code", error["name"])
            if code not in codes:
                self.found.append(f"{name} lacks the error {code}")
                continue
            members = {member: shape for member, shape in error["members"].items() if member.lower() != "message"}
            self.members(codes[code], self.model.errors[codes[code]], error | {"members": members})

    def pages(self, name, ours):
        if name not in self.paginators:
            return
        items = self.paginators[name]["result_key"]
        if ours.pages != ["pages", *(items if isinstance(items, list) else [items])]:
            self.found.append(f"{name} has {' '.join(ours.pages) or 'no pages'}, not pages of {items}")

    def members(self, where, ours, theirs):
        required = set(theirs.get("required", []))
        for name, member in theirs["members"].items():
            wire = self.wire(name, member)
            if wire not in ours:
                self.found.append(f"{where}.{wire} is missing")
                continue
            is_required, text = ours[wire]
            if is_required != (name in required):
                self.found.append(f"{where}.{wire} is {'required' if is_required else 'optional'}")
            self.value(f"{where}.{wire}", text, member["shape"])

    def wire(self, name, member):
        """EC2's names in requests are others than those of members."""
        location = member.get("locationName", name)
        return member.get("queryName") or location[0].upper() + location[1:] if self.is_ec2 else name

    def value(self, where, text, shape_name):
        kind, sizes, pattern, inner = self.model.parse(text)
        shape = self.shapes[shape_name]
        wanted = "json" if shape.get("document") else ALIKE.get(shape["type"], shape["type"])
        if kind != wanted:
            self.found.append(f"{where} is {kind}, not {wanted}")
            return
        wanted_sizes = tuple(None if shape.get(end) is None else float(shape[end]) for end in ("min", "max"))
        if kind != "string" or isinstance(inner, list) is False:
            if sizes != wanted_sizes:
                self.found.append(f"{where} holds {sizes}, not {wanted_sizes}")
        if shape.get("pattern") != pattern and not isinstance(inner, list):
            self.found.append(f"{where} matches {pattern}, not {shape.get('pattern')}")
        if "enum" in shape:
            lacking = sorted(set(shape["enum"]) - set(inner or []))
            if lacking:
                self.found.append(f"{where} lacks {' '.join(lacking)}")
        if kind == "structure":
            name = text.rstrip("*")
            if (name, shape_name) not in self.seen:
                self.seen.add((name, shape_name))
                self.members(name, inner, shape)
        elif kind == "list":
            self.value(where + "[]", inner, shape["member"]["shape"])
        elif kind == "map":
            self.value(where + "{key}", inner[0], shape["key"]["shape"])
            self.value(where + "{}", inner[1], shape["value"]["shape"])


def differences(path):
    model = Model(path)
    service = model.header["service"]
    loader = Loader()
    peer = loader.load_service_model(service, "service-2")
    comparison = Comparison(model, peer, loader.load_service_model(service, "paginators-1")["pagination"])
    if model.header["version"] != peer["metadata"]["apiVersion"]:
        comparison.found.append("version")
    for name in model.operations:
        if name in peer["operations"]:
            comparison.operation(name, peer["operations"][name])
    return service, list(dict.fromkeys(comparison.found))


class Models(unittest.TestCase):
    maxDiff = None

    def test_members(self):
        is_former = tuple(int(part) for part in botocore.__version__.split(".")[:2]) < (1, 43)
        known = set(KNOWN) | (FORMER if is_former else set())
        for path in sorted(glob.glob(os.path.join(MODELS, "*.model"))):
            service, found = differences(path)
            with self.subTest(service=service):
                self.assertEqual([], [item for item in found if not any(re.fullmatch(one, f"{service}: {item}") for one in known)])


if __name__ == "__main__":
    unittest.main()
