import os
import shutil
import subprocess
import tempfile
import time
import unittest

from lake import PeerTestCase, aws, client

BUCKET = "peer-tools"
MANY = 9 * 1024 * 1024  # above the command line's threshold of 8 MiB, so that it goes in parts


class Tools(PeerTestCase):
    """The AWS CLI's commands for files, and curl with presigned addresses."""

    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": cls.s3.meta.region_name})

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        # S3 states whole seconds: of a file written in the second of its upload, sync takes the local one for the newer.
        past = time.time() - 3600
        os.utime(path, (past, past))
        return path

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def keys(self, prefix):
        return [item["Key"] for item in self.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])]

    def test_sync_both_ways(self):
        self.write("up/a.csv", b"a")
        self.write("up/deep/b c+ü.csv", b"b")
        up, there = os.path.join(self.folder, "up"), f"s3://{BUCKET}/sync"
        aws("s3", "sync", up, there)
        self.assertEqual(["sync/a.csv", "sync/deep/b c+ü.csv"], self.keys("sync/"))
        self.assertEqual("", aws("s3", "sync", up, there))
        os.remove(os.path.join(up, "a.csv"))
        self.write("up/c.csv", b"c")
        aws("s3", "sync", up, there, "--delete")
        self.assertEqual(["sync/c.csv", "sync/deep/b c+ü.csv"], self.keys("sync/"))
        down = os.path.join(self.folder, "down")
        aws("s3", "sync", there, down)
        self.assertEqual((b"c", b"b"), (self.read("down/c.csv"), self.read("down/deep/b c+ü.csv")))
        self.assertEqual("", aws("s3", "sync", there, down))
        aws("s3", "sync", there, f"s3://{BUCKET}/twin")
        self.assertEqual(["twin/c.csv", "twin/deep/b c+ü.csv"], self.keys("twin/"))

    def test_a_large_file_goes_in_parts_and_comes_back(self):
        data = os.urandom(MANY)
        aws("s3", "cp", self.write("large.bin", data), f"s3://{BUCKET}/large.bin")
        self.assertTrue(self.s3.head_object(Bucket=BUCKET, Key="large.bin")["ETag"].endswith('-2"'))
        aws("s3", "cp", f"s3://{BUCKET}/large.bin", os.path.join(self.folder, "back.bin"))
        self.assertEqual(data, self.read("back.bin"))
        aws("s3", "mv", f"s3://{BUCKET}/large.bin", f"s3://{BUCKET}/moved.bin")
        self.assertEqual(([], MANY), (self.keys("large"), self.s3.head_object(Bucket=BUCKET, Key="moved.bin")["ContentLength"]))

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_presigned_addresses_by_curl(self):
        def presigned(operation, **more):
            return self.s3.generate_presigned_url(operation, Params=dict({"Bucket": BUCKET, "Key": "by curl"}, **more), ExpiresIn=60)

        def curl(*arguments):
            return subprocess.run(["curl", "-sS", "--max-time", "30", "-w", "%{http_code}", *arguments], capture_output=True, check=True).stdout

        # Above a kilobyte curl asks with Expect: 100-continue.
        file = self.write("content", b"0123456789" * 200000)
        self.assertEqual(b"200", curl("-T", file, presigned("put_object")))
        self.assertEqual(self.read("content") + b"200", curl(presigned("get_object")))
        self.assertEqual(b"234206", curl("-H", "Range: bytes=2-4", presigned("get_object")))
        self.assertTrue(curl("-X", "DELETE", presigned("get_object")).endswith(b"403"))
        self.assertTrue(curl(presigned("get_object").replace("X-Amz-Expires=60", "X-Amz-Expires=61")).endswith(b"403"))


if __name__ == "__main__":
    unittest.main()
