"""Every operation, paginator and waiter that this boto3 knows, of those that the lake answers, is used by a peer test."""
import glob
import json
import os
import re
import unittest

from botocore import xform_name

from lake import client

ANSWERED = json.loads(os.environ["LAKE_OPERATIONS"])

# Services that share names of operations are told apart by their files.
FILES = {"glue": "test_glue*.py", "secretsmanager": "test_secretsmanager.py", "athena": "test_athena.py"}


def source(service):
    files = glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), FILES.get(service, "test_*.py")))
    return "".join(open(file, encoding="utf-8").read() for file in files if not file.endswith("test_coverage.py"))


def known(service):
    """The client, and the operations that it knows and the lake answers."""
    peer = client(service)
    return peer, sorted(set(ANSWERED[service]) & set(peer.meta.service_model.operation_names))


class Coverage(unittest.TestCase):
    def test_operations(self):
        for service in ANSWERED:
            with self.subTest(service=service):
                text, (_, operations) = source(service), known(service)
                # As a method, and by its name: of boto3, or of the command line.
                self.assertEqual([], [name for name in operations if not re.search(
                    rf"\.{xform_name(name)}\b|\"{xform_name(name)}\"|\"{xform_name(name, '-')}\"", text)])

    def test_paginators(self):
        for service in ANSWERED:
            with self.subTest(service=service):
                text, (peer, operations) = source(service), known(service)
                names = [xform_name(name) for name in operations if peer.can_paginate(xform_name(name))]
                self.assertEqual([], [name for name in names if f'"{name}"' not in text])

    def test_waiters(self):
        for service in ANSWERED:
            with self.subTest(service=service):
                text, (peer, operations) = source(service), known(service)
                names = [name for name in peer.waiter_names if peer.get_waiter(name).config.operation in operations]
                self.assertEqual([], [name for name in names if f'"{name}"' not in text])


if __name__ == "__main__":
    unittest.main()
