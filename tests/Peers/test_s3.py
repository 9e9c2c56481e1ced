import hashlib
import io
import os
import tempfile
import unittest
import urllib.error
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config

from lake import ENDPOINT, PeerTestCase, aws, client

BUCKET = "peer-bucket"


class S3(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": cls.s3.meta.region_name})

    def tearDown(self):
        for page in self.s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET):
            keys = [{"Key": item["Key"]} for item in page.get("Contents", [])]
            if keys:
                self.s3.delete_objects(Bucket=BUCKET, Delete={"Objects": keys})

    def put(self, key, body=b"x", **more):
        return self.s3.put_object(Bucket=BUCKET, Key=key, Body=body, **more)

    def test_object_round_trip(self):
        self.put("a/ü b+c.csv", b"rain", ContentType="text/csv", Metadata={"station": "Seattle"})
        got = self.s3.get_object(Bucket=BUCKET, Key="a/ü b+c.csv")
        self.assertEqual(b"rain", got["Body"].read())
        self.assertEqual("text/csv", got["ContentType"])
        self.assertEqual({"station": "Seattle"}, got["Metadata"])
        self.assertEqual('"%s"' % hashlib.md5(b"rain").hexdigest(), got["ETag"])

    def test_ranges_and_conditions(self):
        etag = self.put("a", b"0123456789")["ETag"]
        self.assertEqual(b"789", self.s3.get_object(Bucket=BUCKET, Key="a", Range="bytes=-3")["Body"].read())
        self.assert_code("InvalidRange", self.s3.get_object, Bucket=BUCKET, Key="a", Range="bytes=10-")
        self.assert_code("304", self.s3.get_object, Bucket=BUCKET, Key="a", IfNoneMatch=etag)
        self.assert_code("PreconditionFailed", self.s3.get_object, Bucket=BUCKET, Key="a", IfMatch='"0"')

    def test_errors(self):
        self.assert_code("NoSuchKey", self.s3.get_object, Bucket=BUCKET, Key="none")
        self.assert_code("404", self.s3.head_object, Bucket=BUCKET, Key="none")
        self.assert_code("NoSuchBucket", self.s3.list_objects_v2, Bucket="no-such-bucket")
        self.put("a")
        self.assert_code("BucketNotEmpty", self.s3.delete_bucket, Bucket=BUCKET)

    def test_lists_in_pages_and_folders(self):
        keys = [f"{folder}/{number:02}" for folder in ("a", "b") for number in range(12)] + ["top", "ü"]
        for key in keys:
            self.put(key)
        for operation in ("list_objects_v2", "list_objects"):
            pages = self.s3.get_paginator(operation).paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 5})
            self.assertEqual(sorted(keys), [item["Key"] for page in pages for item in page["Contents"]])
            pages = self.s3.get_paginator(operation).paginate(Bucket=BUCKET, Delimiter="/", PaginationConfig={"PageSize": 1})
            found = [(item.get("Key") or item.get("Prefix")) for page in pages
                     for item in page.get("Contents", []) + page.get("CommonPrefixes", [])]
            self.assertEqual(["a/", "b/", "top", "ü"], found)

    def test_multipart_by_the_transfer_manager(self):
        data = os.urandom(11 * 1024 * 1024 + 17)
        small = TransferConfig(multipart_threshold=5 * 1024 * 1024, multipart_chunksize=5 * 1024 * 1024, max_concurrency=3)
        self.s3.upload_fileobj(io.BytesIO(data), BUCKET, "big", Config=small)
        self.assertTrue(self.s3.head_object(Bucket=BUCKET, Key="big")["ETag"].endswith('-3"'))
        back = io.BytesIO()
        self.s3.download_fileobj(BUCKET, "big", back, Config=small)
        self.assertEqual(data, back.getvalue())
        self.s3.copy({"Bucket": BUCKET, "Key": "big"}, BUCKET, "copy", Config=small)
        self.assertEqual(data, self.s3.get_object(Bucket=BUCKET, Key="copy")["Body"].read())

    def test_uploads_are_listed_and_aborted(self):
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="begun")["UploadId"]
        self.s3.upload_part(Bucket=BUCKET, Key="begun", UploadId=upload, PartNumber=2, Body=b"part")
        parts = self.s3.list_parts(Bucket=BUCKET, Key="begun", UploadId=upload)["Parts"]
        self.assertEqual([(2, 4)], [(part["PartNumber"], part["Size"]) for part in parts])
        self.assertEqual(["begun"], [item["Key"] for item in self.s3.list_multipart_uploads(Bucket=BUCKET)["Uploads"]])
        self.s3.abort_multipart_upload(Bucket=BUCKET, Key="begun", UploadId=upload)
        self.assertNotIn("Uploads", self.s3.list_multipart_uploads(Bucket=BUCKET))
        self.assert_code("NoSuchUpload", self.s3.list_parts, Bucket=BUCKET, Key="begun", UploadId=upload)

    def test_parts_out_of_order(self):
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="begun")["UploadId"]
        parts = [{"PartNumber": number, "ETag": self.s3.upload_part(
            Bucket=BUCKET, Key="begun", UploadId=upload, PartNumber=number, Body=b"part")["ETag"]} for number in (2, 1)]
        self.assert_code("InvalidPartOrder", self.s3.complete_multipart_upload,
                         Bucket=BUCKET, Key="begun", UploadId=upload, MultipartUpload={"Parts": parts})
        self.s3.abort_multipart_upload(Bucket=BUCKET, Key="begun", UploadId=upload)

    def test_presigned_urls(self):
        put = self.s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "p q"}, ExpiresIn=60)
        request = urllib.request.Request(put, data=b"by url", method="PUT")
        self.assertEqual(200, urllib.request.urlopen(request).status)
        get = self.s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "p q"}, ExpiresIn=60)
        self.assertEqual(b"by url", urllib.request.urlopen(get).read())
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(get.replace("p%20q", "other"))
        self.assertEqual(403, refused.exception.code)

    def test_virtual_host_style(self):
        # Signed for bucket.localhost and sent to the lake's address: no resolver need know the name.
        port = ENDPOINT.rstrip("/").rsplit(":", 1)[1]
        named = boto3.client("s3", endpoint_url=f"http://localhost:{port}", config=Config(
            signature_version="s3v4", s3={"addressing_style": "virtual"}))
        self.put("v", b"virtual")
        url = named.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "v"}, ExpiresIn=60)
        host = f"{BUCKET}.localhost:{port}"
        self.assertIn(host, url)
        request = urllib.request.Request(url.replace(host, f"127.0.0.1:{port}"), headers={"Host": host})
        self.assertEqual(b"virtual", urllib.request.urlopen(request).read())

    def test_tags(self):
        self.put("t", Tagging="a=1&b=two%20words")
        tags = self.s3.get_object_tagging(Bucket=BUCKET, Key="t")["TagSet"]
        self.assertEqual({"a": "1", "b": "two words"}, {tag["Key"]: tag["Value"] for tag in tags})

    def test_command_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "file.csv")
            with open(path, "wb") as file:
                file.write(b"a,b\n1,2\n")
            aws("s3", "cp", path, f"s3://{BUCKET}/in/file.csv")
            self.assertIn("in/", aws("s3", "ls", f"s3://{BUCKET}"))
            aws("s3", "sync", f"s3://{BUCKET}/in", os.path.join(folder, "back"))
            with open(os.path.join(folder, "back", "file.csv"), "rb") as file:
                self.assertEqual(b"a,b\n1,2\n", file.read())
        aws("s3api", "put-object-tagging", "--bucket", BUCKET, "--key", "in/file.csv", "--tagging", "TagSet=[{Key=k,Value=v}]")
        aws("s3", "rm", f"s3://{BUCKET}/in", "--recursive")
        self.assertIn("NoSuchBucket", aws("s3api", "list-objects-v2", "--bucket", "no-such-bucket", fails=True))


if __name__ == "__main__":
    unittest.main()
