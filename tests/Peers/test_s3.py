import base64
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

    def test_uploads_and_parts_are_paged(self):
        uploads = {}
        for key in ("p1", "p2", "p3"):
            uploads[key] = self.s3.create_multipart_upload(Bucket=BUCKET, Key=key)["UploadId"]
            for number in (1, 2, 3):
                self.s3.upload_part(Bucket=BUCKET, Key=key, UploadId=uploads[key], PartNumber=number, Body=b"part")
        pages = list(self.s3.get_paginator("list_multipart_uploads").paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 2}))
        self.assertEqual([["p1", "p2"], ["p3"]], [[item["Key"] for item in page["Uploads"]] for page in pages])
        pages = self.s3.get_paginator("list_parts").paginate(Bucket=BUCKET, Key="p1", UploadId=uploads["p1"], PaginationConfig={"PageSize": 2})
        self.assertEqual([1, 2, 3], [part["PartNumber"] for page in pages for part in page["Parts"]])
        for key, upload in uploads.items():
            self.s3.abort_multipart_upload(Bucket=BUCKET, Key=key, UploadId=upload)

    def test_parts_are_copied(self):
        self.put("source", b"0123456789")
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="copied")["UploadId"]
        part = self.s3.upload_part_copy(Bucket=BUCKET, Key="copied", UploadId=upload, PartNumber=1,
                                        CopySource={"Bucket": BUCKET, "Key": "source"}, CopySourceRange="bytes=2-5")["CopyPartResult"]
        self.s3.complete_multipart_upload(Bucket=BUCKET, Key="copied", UploadId=upload,
                                          MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})
        self.assertEqual(b"2345", self.s3.get_object(Bucket=BUCKET, Key="copied")["Body"].read())

    def test_copies_keep_or_replace_what_describes_them(self):
        etag = self.put("source", b"x", Metadata={"a": "1"}, ContentType="text/csv", Tagging="k=v")["ETag"]
        source = {"Bucket": BUCKET, "Key": "source"}
        self.s3.copy_object(Bucket=BUCKET, Key="kept", CopySource=source)
        self.s3.copy_object(Bucket=BUCKET, Key="replaced", CopySource=source, MetadataDirective="REPLACE", Metadata={"b": "2"}, TaggingDirective="REPLACE")
        facts = [self.s3.head_object(Bucket=BUCKET, Key=key)["Metadata"] for key in ("kept", "replaced")]
        self.assertEqual([{"a": "1"}, {"b": "2"}], facts)
        tags = [len(self.s3.get_object_tagging(Bucket=BUCKET, Key=key)["TagSet"]) for key in ("kept", "replaced")]
        self.assertEqual([1, 0], tags)
        self.assert_code("PreconditionFailed", self.s3.copy_object, Bucket=BUCKET, Key="no", CopySource=source, CopySourceIfNoneMatch=etag)
        self.assert_code("InvalidRequest", self.s3.copy_object, Bucket=BUCKET, Key="source", CopySource=source)

    def test_buckets(self):
        name = "peer-other-bucket"
        self.s3.get_waiter("bucket_not_exists").wait(Bucket=name, WaiterConfig={"Delay": 0, "MaxAttempts": 1})
        self.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})
        self.s3.get_waiter("bucket_exists").wait(Bucket=name, WaiterConfig={"Delay": 0, "MaxAttempts": 1})
        self.assertEqual(200, self.s3.head_bucket(Bucket=name)["ResponseMetadata"]["HTTPStatusCode"])
        self.assertLessEqual({BUCKET, name}, {item["Name"] for item in self.s3.list_buckets()["Buckets"]})
        self.assertIn("LocationConstraint", self.s3.get_bucket_location(Bucket=name))
        self.assertNotIn("Status", self.s3.get_bucket_versioning(Bucket=name))
        self.s3.delete_bucket(Bucket=name)
        self.assert_code("404", self.s3.head_bucket, Bucket=name)

    def test_a_bucket_says_what_a_new_one_says(self):
        self.assertNotIn("Status", self.s3.get_bucket_versioning(Bucket=BUCKET))
        self.assertNotIn("Status", self.s3.get_bucket_accelerate_configuration(Bucket=BUCKET))
        self.assertNotIn("LoggingEnabled", self.s3.get_bucket_logging(Bucket=BUCKET))
        self.assertEqual("BucketOwner", self.s3.get_bucket_request_payment(Bucket=BUCKET)["Payer"])
        self.assertEqual({"ResponseMetadata"}, set(self.s3.get_bucket_notification_configuration(Bucket=BUCKET)))
        rule = self.s3.get_bucket_encryption(Bucket=BUCKET)["ServerSideEncryptionConfiguration"]["Rules"][0]
        self.assertEqual("AES256", rule["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"])
        rules = self.s3.get_bucket_ownership_controls(Bucket=BUCKET)["OwnershipControls"]["Rules"]
        self.assertEqual([{"ObjectOwnership": "BucketOwnerEnforced"}], rules)
        self.assertEqual({True}, set(self.s3.get_public_access_block(Bucket=BUCKET)["PublicAccessBlockConfiguration"].values()))
        self.put("a")
        for acl in (self.s3.get_bucket_acl(Bucket=BUCKET), self.s3.get_object_acl(Bucket=BUCKET, Key="a")):
            grant = {"Grantee": {"ID": acl["Owner"]["ID"], "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}
            self.assertEqual([grant], acl["Grants"])

    def test_what_is_not_set_has_an_error_of_its_own(self):
        self.put("a")
        for code, call in (("NoSuchTagSet", self.s3.get_bucket_tagging), ("NoSuchBucketPolicy", self.s3.get_bucket_policy),
                           ("NoSuchBucketPolicy", self.s3.get_bucket_policy_status), ("NoSuchCORSConfiguration", self.s3.get_bucket_cors),
                           ("NoSuchLifecycleConfiguration", self.s3.get_bucket_lifecycle_configuration),
                           ("ReplicationConfigurationNotFoundError", self.s3.get_bucket_replication),
                           ("NoSuchWebsiteConfiguration", self.s3.get_bucket_website),
                           ("ObjectLockConfigurationNotFoundError", self.s3.get_object_lock_configuration)):
            with self.subTest(code=code):
                self.assertEqual(404, self.assert_code(code, call, Bucket=BUCKET)["ResponseMetadata"]["HTTPStatusCode"])
                self.assert_code("NoSuchBucket", call, Bucket="no-such-bucket")
        self.assert_code("InvalidRequest", self.s3.get_object_retention, Bucket=BUCKET, Key="a")
        self.assert_code("InvalidRequest", self.s3.get_object_legal_hold, Bucket=BUCKET, Key="a")

    def test_versions(self):
        for key in ("v/1", "v/2", "v/3"):
            self.put(key)
        pages = self.s3.get_paginator("list_object_versions").paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 2})
        found = [item for page in pages for item in page["Versions"]]
        self.assertEqual([("v/1", "null"), ("v/2", "null"), ("v/3", "null")], [(item["Key"], item["VersionId"]) for item in found])
        self.assert_code("InvalidArgument", self.s3.get_object, Bucket=BUCKET, Key="v/1", VersionId="a" * 32)
        self.assertEqual(1, self.s3.head_object(Bucket=BUCKET, Key="v/1", VersionId="null")["ContentLength"])

        # As scripts empty a bucket.
        named = [{"Key": item["Key"], "VersionId": item["VersionId"]} for item in found]
        self.assertEqual(named, self.s3.delete_objects(Bucket=BUCKET, Delete={"Objects": named})["Deleted"])
        self.assertNotIn("Versions", self.s3.list_object_versions(Bucket=BUCKET))

    def test_attributes(self):
        self.put("a", b"rain", ChecksumAlgorithm="SHA256")
        told = self.s3.get_object_attributes(Bucket=BUCKET, Key="a", ObjectAttributes=["ETag", "Checksum", "ObjectSize", "StorageClass", "ObjectParts"])
        self.assertEqual((hashlib.md5(b"rain").hexdigest(), 4, "STANDARD"), (told["ETag"], told["ObjectSize"], told["StorageClass"]))
        self.assertIn("ChecksumSHA256", told["Checksum"])
        self.assertNotIn("ObjectParts", told)
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="parts", ChecksumAlgorithm="SHA256")["UploadId"]
        part = self.s3.upload_part(Bucket=BUCKET, Key="parts", UploadId=upload, PartNumber=1, Body=b"rain", ChecksumAlgorithm="SHA256")
        self.s3.complete_multipart_upload(Bucket=BUCKET, Key="parts", UploadId=upload, MultipartUpload={"Parts": [
            {"PartNumber": 1, "ETag": part["ETag"], "ChecksumSHA256": part["ChecksumSHA256"]}]})
        parts = self.s3.get_object_attributes(Bucket=BUCKET, Key="parts", ObjectAttributes=["ObjectParts"])["ObjectParts"]
        self.assertEqual((1, [(1, 4)]), (parts["TotalPartsCount"], [(item["PartNumber"], item["Size"]) for item in parts["Parts"]]))

    # The answers are those that S3's user guide describes for reads of parts, and that clients and other servers recorded.
    def test_checksums_of_parts(self):
        bodies = [b"a" * 5 * 1024 * 1024, b"rain"]
        upload = self.s3.create_multipart_upload(Bucket=BUCKET, Key="sums", ChecksumAlgorithm="SHA256")["UploadId"]
        parts = [self.s3.upload_part(Bucket=BUCKET, Key="sums", UploadId=upload, PartNumber=number, Body=body, ChecksumAlgorithm="SHA256")
                 for number, body in enumerate(bodies, 1)]
        whole = self.s3.complete_multipart_upload(Bucket=BUCKET, Key="sums", UploadId=upload, MultipartUpload={"Parts": [
            {"PartNumber": number, "ETag": part["ETag"], "ChecksumSHA256": part["ChecksumSHA256"]} for number, part in enumerate(parts, 1)]})
        self.assertTrue(whole["ChecksumSHA256"].endswith("-2"))
        told = self.s3.get_object_attributes(Bucket=BUCKET, Key="sums", ObjectAttributes=["Checksum"])["Checksum"]
        self.assertEqual(whole["ChecksumSHA256"][:-2], told["ChecksumSHA256"])
        self.assertEqual(whole["ChecksumSHA256"], self.s3.head_object(Bucket=BUCKET, Key="sums", ChecksumMode="ENABLED")["ChecksumSHA256"])
        for number, part in enumerate(parts, 1):
            for read in (self.s3.head_object, self.s3.get_object):
                self.assertEqual(part["ChecksumSHA256"], read(
                    Bucket=BUCKET, Key="sums", PartNumber=number, ChecksumMode="ENABLED")["ChecksumSHA256"])
        first = len(bodies[0])
        for asked, expected in ((f"bytes={first}-{first + 3}", parts[1]["ChecksumSHA256"]), (f"bytes={first}-{first + 2}", None), ("bytes=1-4", None)):
            self.assertEqual(expected, self.s3.get_object(Bucket=BUCKET, Key="sums", Range=asked, ChecksumMode="ENABLED").get("ChecksumSHA256"))
        copy = self.s3.copy_object(Bucket=BUCKET, Key="copy", CopySource={"Bucket": BUCKET, "Key": "sums"})["CopyObjectResult"]
        self.assertEqual(base64.b64encode(hashlib.sha256(b"".join(bodies)).digest()).decode(), copy["ChecksumSHA256"])

    def test_a_part_without_the_checksum_of_its_upload(self):
        for kind, code in (("COMPOSITE", "InvalidRequest"), ("FULL_OBJECT", None)):
            plain = client("s3")
            plain.meta.events.register("before-call.s3.CreateMultipartUpload",
                                       lambda params, kind=kind, **_: params["headers"].update({"x-amz-checksum-type": kind}))
            upload = plain.create_multipart_upload(Bucket=BUCKET, Key="bare", ChecksumAlgorithm="CRC32")["UploadId"]
            part = dict(Bucket=BUCKET, Key="bare", UploadId=upload, PartNumber=1, Body=b"x")
            if code:
                self.assert_code(code, plain.upload_part, **part)
                self.assertNotIn("Parts", plain.list_parts(Bucket=BUCKET, Key="bare", UploadId=upload))
            else:
                plain.upload_part(**part)
            plain.abort_multipart_upload(Bucket=BUCKET, Key="bare", UploadId=upload)

    def test_the_only_part_of_an_empty_object(self):
        self.put("empty", b"")
        for read in (self.s3.get_object, self.s3.head_object):
            got = read(Bucket=BUCKET, Key="empty", PartNumber=1)
            self.assertEqual((200, 0), (got["ResponseMetadata"]["HTTPStatusCode"], got["ContentLength"]))
            self.assertNotIn("ContentRange", got)

    def test_an_object_comes_and_goes(self):
        self.s3.get_waiter("object_not_exists").wait(Bucket=BUCKET, Key="w", WaiterConfig={"Delay": 0, "MaxAttempts": 1})
        self.put("w")
        self.s3.get_waiter("object_exists").wait(Bucket=BUCKET, Key="w", WaiterConfig={"Delay": 0, "MaxAttempts": 1})
        for _ in range(2):
            self.assertEqual(204, self.s3.delete_object(Bucket=BUCKET, Key="w")["ResponseMetadata"]["HTTPStatusCode"])
        self.assert_code("NoSuchKey", self.s3.get_object, Bucket=BUCKET, Key="w")

    def test_checksums(self):
        for algorithm, member in (("CRC32", "ChecksumCRC32"), ("SHA1", "ChecksumSHA1"), ("SHA256", "ChecksumSHA256")):
            with self.subTest(algorithm=algorithm):
                given = self.put("sum", b"content", ChecksumAlgorithm=algorithm)[member]
                self.assertEqual(given, self.s3.head_object(Bucket=BUCKET, Key="sum", ChecksumMode="ENABLED")[member])
        self.assert_code("BadDigest", self.put, "bad", b"content", ChecksumSHA256="A" * 43 + "=")
        self.assert_code("InvalidDigest", self.put, "bad", b"content", ContentMD5="no digest")

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
        self.s3.put_object_tagging(Bucket=BUCKET, Key="t", Tagging={"TagSet": [{"Key": "c", "Value": "3"}]})
        self.assertEqual([{"Key": "c", "Value": "3"}], self.s3.get_object_tagging(Bucket=BUCKET, Key="t")["TagSet"])
        self.s3.delete_object_tagging(Bucket=BUCKET, Key="t")
        self.assertEqual([], self.s3.get_object_tagging(Bucket=BUCKET, Key="t")["TagSet"])

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
