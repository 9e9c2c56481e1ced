"""Versions, held against what AWS was recorded to answer (LocalStack, tests/aws/services/s3/test_s3_api.snapshot.json and
test_s3_list_operations.snapshot.json)."""
import unittest

import botocore.exceptions

from lake import PeerTestCase, client


class Versions(PeerTestCase):
    number = 0

    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")

    def setUp(self):
        type(self).number += 1
        self.bucket = f"versions-{self.number}"
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})

    def keep(self, status="Enabled"):
        self.s3.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": status})

    def put(self, key, body=b"x", **more):
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, **more).get("VersionId")

    def read(self, key, **more):
        return self.s3.get_object(Bucket=self.bucket, Key=key, **more)["Body"].read()

    def versions(self, **more):
        """(key, id, is latest) of versions and delete markers."""
        told = self.s3.list_object_versions(Bucket=self.bucket, **more)
        return [[(item["Key"], item["VersionId"], item["IsLatest"]) for item in told.get(kind, [])] for kind in ("Versions", "DeleteMarkers")]

    def test_a_bucket_says_whether_it_keeps_versions(self):
        self.assertNotIn("Status", self.s3.get_bucket_versioning(Bucket=self.bucket))
        for status in ("Suspended", "Enabled"):
            self.keep(status)
            self.assertEqual(status, self.s3.get_bucket_versioning(Bucket=self.bucket)["Status"])
        for status in ("enabled", "Disabled"):
            self.assert_code("MalformedXML", self.keep, status)
        self.assert_code("IllegalVersioningConfigurationException", self.s3.put_bucket_versioning,
                         Bucket=self.bucket, VersioningConfiguration={})
        self.assert_code("NotImplemented", self.s3.put_bucket_versioning, Bucket=self.bucket,
                         VersioningConfiguration={"Status": "Enabled", "MFADelete": "Enabled"})
        self.assert_code("NoSuchBucket", self.s3.get_bucket_versioning, Bucket="no-such-bucket")

    def test_an_object_that_was_there_before_is_the_version_null(self):
        self.put("a", b"first")
        self.keep()
        second = self.put("a", b"second")
        self.assertRegex(second, r"^[A-Za-z0-9._]{32}$")
        self.assertEqual((b"second", b"first"), (self.read("a"), self.read("a", VersionId="null")))
        self.assertEqual([[("a", second, True), ("a", "null", False)], []], self.versions())
        self.assertEqual("null", self.s3.head_object(Bucket=self.bucket, Key="a", VersionId="null")["VersionId"])

    def test_a_delete_leaves_a_marker(self):
        self.keep()
        version = self.put("a", b"kept")
        deleted = self.s3.delete_object(Bucket=self.bucket, Key="a")
        self.assertTrue(deleted["DeleteMarker"])
        marker = deleted["VersionId"]
        answer = self.assert_code("NoSuchKey", self.s3.get_object, Bucket=self.bucket, Key="a")
        self.assertEqual("true", answer["ResponseMetadata"]["HTTPHeaders"]["x-amz-delete-marker"])
        self.assertEqual(b"kept", self.read("a", VersionId=version))
        error = self.assert_code("MethodNotAllowed", self.s3.get_object, Bucket=self.bucket, Key="a", VersionId=marker)["Error"]
        self.assertEqual(("GET", "DeleteMarker"), (error["Method"], error["ResourceType"]))
        self.assert_code("405", self.s3.head_object, Bucket=self.bucket, Key="a", VersionId=marker)
        for call, more in ((self.s3.get_object_tagging, {}), (self.s3.put_object_tagging, {"Tagging": {"TagSet": []}}),
                           (self.s3.delete_object_tagging, {})):
            for version_id in ({}, {"VersionId": marker}):
                self.assert_code("MethodNotAllowed", call, Bucket=self.bucket, Key="a", **more, **version_id)
        second = self.s3.delete_object(Bucket=self.bucket, Key="a")["VersionId"]
        self.assertEqual([[("a", version, False)], [("a", second, True), ("a", marker, False)]], self.versions())
        self.assertNotIn("Contents", self.s3.list_objects_v2(Bucket=self.bucket))
        for deleted_marker in (marker, second):
            told = self.s3.delete_object(Bucket=self.bucket, Key="a", VersionId=deleted_marker)
            self.assertEqual((True, deleted_marker), (told["DeleteMarker"], told["VersionId"]))
        self.assertEqual(b"kept", self.read("a"))
        told = self.s3.delete_object(Bucket=self.bucket, Key="a", VersionId=version)
        self.assertEqual((None, version), (told.get("DeleteMarker"), told["VersionId"]))
        error = self.assert_code("NoSuchVersion", self.s3.get_object, Bucket=self.bucket, Key="a", VersionId=version)["Error"]
        self.assertEqual(("a", version), (error["Key"], error["VersionId"]))
        error = self.assert_code("InvalidArgument", self.s3.delete_object, Bucket=self.bucket, Key="a", VersionId="bad")["Error"]
        self.assertEqual(("versionId", "bad"), (error["ArgumentName"], error["ArgumentValue"]))
        self.assertTrue(self.s3.delete_object(Bucket=self.bucket, Key="never")["DeleteMarker"])

    def test_the_version_before_becomes_the_newest(self):
        self.keep()
        first, second = self.put("a", b"first"), self.put("a", b"second")
        self.s3.delete_object(Bucket=self.bucket, Key="a", VersionId=second)
        self.assertEqual(b"first", self.read("a"))
        self.assertEqual([[("a", first, True)], []], self.versions())

    def test_suspended_versions(self):
        self.keep()
        first = self.put("a", b"first")
        self.keep("Suspended")
        self.assertIsNone(self.put("a", b"null"))
        self.assertIsNone(self.put("a", b"null again"))
        self.assertEqual([[("a", "null", True), ("a", first, False)], []], self.versions())
        self.assertEqual("null", self.s3.get_object(Bucket=self.bucket, Key="a")["VersionId"])
        deleted = self.s3.delete_object(Bucket=self.bucket, Key="a")
        self.assertEqual((True, "null"), (deleted["DeleteMarker"], deleted["VersionId"]))
        self.assertEqual([[("a", first, False)], [("a", "null", True)]], self.versions())
        self.put("a", b"back")
        self.assertEqual([[("a", "null", True), ("a", first, False)], []], self.versions())

    def test_many_are_deleted(self):
        self.keep()
        version = self.put("a")
        told = self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": [{"Key": "a"}, {"Key": "never"}]})["Deleted"]
        self.assertEqual([("a", True, True), ("never", True, True)],
                         [(item["Key"], item["DeleteMarker"], "DeleteMarkerVersionId" in item) for item in told])
        marker = told[0]["DeleteMarkerVersionId"]
        told = self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": [{"Key": "a", "VersionId": marker}]})["Deleted"]
        self.assertEqual([{"Key": "a", "VersionId": marker, "DeleteMarker": True, "DeleteMarkerVersionId": marker}], told)
        told = self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": [
            {"Key": "a", "VersionId": version}, {"Key": "a", "VersionId": marker}]})
        self.assertEqual([{"Key": "a", "VersionId": version}], told["Deleted"])
        self.assertEqual(["NoSuchVersion"], [error["Code"] for error in told["Errors"]])

    def test_a_bucket_with_versions_is_not_empty(self):
        self.keep()
        version = self.put("a")
        marker = self.s3.delete_object(Bucket=self.bucket, Key="a")["VersionId"]
        for left in (version, marker):
            error = self.assert_code("BucketNotEmpty", self.s3.delete_bucket, Bucket=self.bucket)["Error"]
            self.assertEqual("The bucket you tried to delete is not empty. You must delete all versions in the bucket.", error["Message"])
            self.s3.delete_object(Bucket=self.bucket, Key="a", VersionId=left)
        self.s3.delete_bucket(Bucket=self.bucket)

    def test_tags_acls_and_attributes_of_a_version(self):
        self.keep()
        first, second = self.put("a", b"12", Tagging="n=1"), self.put("a", b"1234", Tagging="n=2")
        tags = self.s3.get_object_tagging(Bucket=self.bucket, Key="a", VersionId=first)
        self.assertEqual(([{"Key": "n", "Value": "1"}], first), (tags["TagSet"], tags["VersionId"]))
        told = self.s3.put_object_tagging(Bucket=self.bucket, Key="a", VersionId=first, Tagging={"TagSet": [{"Key": "m", "Value": "3"}]})
        self.assertEqual(first, told["VersionId"])
        self.assertEqual([{"Key": "n", "Value": "2"}], self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"])
        self.s3.delete_object_tagging(Bucket=self.bucket, Key="a", VersionId=first)
        self.assertEqual([], self.s3.get_object_tagging(Bucket=self.bucket, Key="a", VersionId=first)["TagSet"])
        sizes = [self.s3.get_object_attributes(Bucket=self.bucket, Key="a", VersionId=version, ObjectAttributes=["ObjectSize"])["ObjectSize"]
                 for version in (first, second)]
        self.assertEqual([2, 4], sizes)
        self.assertEqual("FULL_CONTROL", self.s3.get_object_acl(Bucket=self.bucket, Key="a", VersionId=first)["Grants"][0]["Permission"])

    def test_copies_of_versions(self):
        self.keep()
        first = self.put("a", b"first")
        self.put("a", b"second")
        copy = self.s3.copy_object(Bucket=self.bucket, Key="b", CopySource={"Bucket": self.bucket, "Key": "a", "VersionId": first})
        self.assertEqual((first, b"first"), (copy["CopySourceVersionId"], self.read("b", VersionId=copy["VersionId"])))
        # An old version becomes the newest again: a copy of the key to itself that changes something.
        self.s3.copy_object(Bucket=self.bucket, Key="a", CopySource={"Bucket": self.bucket, "Key": "a", "VersionId": first})
        self.assertEqual(b"first", self.read("a"))
        marker = self.s3.delete_object(Bucket=self.bucket, Key="a")["VersionId"]
        self.assert_code("NoSuchKey", self.s3.copy_object, Bucket=self.bucket, Key="c", CopySource={"Bucket": self.bucket, "Key": "a"})
        self.assert_code("InvalidRequest", self.s3.copy_object, Bucket=self.bucket, Key="c",
                         CopySource={"Bucket": self.bucket, "Key": "a", "VersionId": marker})
        upload = self.s3.create_multipart_upload(Bucket=self.bucket, Key="p")["UploadId"]
        part = self.s3.upload_part_copy(Bucket=self.bucket, Key="p", UploadId=upload, PartNumber=1,
                                        CopySource={"Bucket": self.bucket, "Key": "a", "VersionId": first})
        self.assertEqual(first, part["CopySourceVersionId"])
        done = self.s3.complete_multipart_upload(Bucket=self.bucket, Key="p", UploadId=upload, MultipartUpload={
            "Parts": [{"PartNumber": 1, "ETag": part["CopyPartResult"]["ETag"]}]})
        self.assertEqual(b"first", self.read("p", VersionId=done["VersionId"]))

    def test_versions_are_listed_in_pages(self):
        self.keep()
        expected = []
        for key in ("a", "folder/1", "folder/2", "z"):
            ids = [self.put(key) for _ in range(3)]
            expected += [(key, version) for version in reversed(ids)]
        for size in (1, 2, 5):
            pages = self.s3.get_paginator("list_object_versions").paginate(Bucket=self.bucket, PaginationConfig={"PageSize": size})
            self.assertEqual(expected, [(item["Key"], item["VersionId"]) for page in pages for item in page["Versions"]])
        pages = list(self.s3.get_paginator("list_object_versions").paginate(Bucket=self.bucket, Delimiter="/", PaginationConfig={"PageSize": 2}))
        self.assertEqual(["folder/"], [item["Prefix"] for page in pages for item in page.get("CommonPrefixes", [])])
        self.assertEqual(["a"] * 3 + ["z"] * 3, [item["Key"] for page in pages for item in page.get("Versions", [])])
        self.assert_code("InvalidArgument", self.s3.list_object_versions, Bucket=self.bucket, KeyMarker="a", VersionIdMarker="bad")
        self.assert_code("InvalidArgument", self.s3.list_object_versions, Bucket=self.bucket, VersionIdMarker=expected[0][1])

        # As scripts empty a bucket, page by page, while its versions go away.
        marker = {}
        while True:
            page = self.s3.list_object_versions(Bucket=self.bucket, MaxKeys=2, **marker)
            named = [{"Key": item["Key"], "VersionId": item["VersionId"]} for item in page.get("Versions", [])]
            self.assertNotIn("Errors", self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": named}))
            if not page["IsTruncated"]:
                break
            marker = {"KeyMarker": page["NextKeyMarker"], "VersionIdMarker": page["NextVersionIdMarker"]}
        self.s3.delete_bucket(Bucket=self.bucket)

    def test_a_page_after_a_version(self):
        """The order of the checks is that of answers of AWS that others recorded (2026)."""
        self.keep()
        version = self.put("a")
        for members, text in (({"VersionIdMarker": version}, "A version-id marker cannot be specified without a key marker."),
                              ({"VersionIdMarker": ""}, "A version-id marker cannot be specified without a key marker."),
                              ({"VersionIdMarker": "", "KeyMarker": "a", "EncodingType": "x"}, "A version-id marker cannot be empty."),
                              ({"VersionIdMarker": "", "KeyMarker": ""}, "A version-id marker cannot be empty."),
                              ({"VersionIdMarker": "bad", "KeyMarker": "a"}, "Invalid version id specified")):
            error = self.assert_code("InvalidArgument", self.s3.list_object_versions, Bucket=self.bucket, **members)["Error"]
            self.assertEqual((text, "version-id-marker"), (error["Message"], error["ArgumentName"]))

    def test_an_id_that_was_never_given(self):
        self.keep()
        version = self.put("a", b"kept")
        never = version[:-4] + ("ABCD" if version[-4:] != "ABCD" else "EFGH")
        for call, more in ((self.s3.get_object, {}), (self.s3.head_object, {}), (self.s3.delete_object, {}), (self.s3.get_object_tagging, {}),
                           (self.s3.get_object_acl, {}), (self.s3.get_object_attributes, {"ObjectAttributes": ["ETag"]}),
                           (self.s3.copy_object, {"CopySource": {"Bucket": self.bucket, "Key": "a", "VersionId": never}})):
            named = {"VersionId": never} if "CopySource" not in more else {}
            self.assert_code("400" if call == self.s3.head_object else "InvalidArgument", call, Bucket=self.bucket, Key="a", **named, **more)
        told = self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": [{"Key": "a", "VersionId": never}]})
        self.assertEqual([("a", never, "NoSuchVersion")], [(item["Key"], item["VersionId"], item["Code"]) for item in told["Errors"]])
        self.assertEqual(b"kept", self.read("a"))
        self.s3.delete_object(Bucket=self.bucket, Key="a", VersionId=version)
        self.assert_code("NoSuchVersion", self.s3.get_object, Bucket=self.bucket, Key="a", VersionId=version)

    def test_a_delete_marker_takes_no_list(self):
        self.keep()
        self.put("a")
        marker = self.s3.delete_object(Bucket=self.bucket, Key="a")["VersionId"]
        for named in ({}, {"VersionId": marker}):
            self.assert_code("MethodNotAllowed", self.s3.put_object_acl, Bucket=self.bucket, Key="a", ACL="private", **named)
        self.assert_code("NoSuchKey", self.s3.get_object_acl, Bucket=self.bucket, Key="a")
        self.assert_code("MethodNotAllowed", self.s3.get_object_acl, Bucket=self.bucket, Key="a", VersionId=marker)

    def test_copies_of_a_key_to_itself(self):
        """test_s3.snapshot.json, test_s3_copy_object_in_place_versioned."""
        self.keep()
        first, source = self.put("a"), {"Bucket": self.bucket, "Key": "a"}

        def copy():
            told = self.s3.copy_object(**source, CopySource=source, StorageClass="STANDARD")
            return told.get("CopySourceVersionId"), told.get("VersionId")

        before, second = copy()
        self.assertEqual(first, before)
        self.keep("Suspended")
        self.assertEqual((second, "null"), copy())
        self.keep()
        self.assertIsNone(copy()[0])

    def test_conditions_look_at_the_newest_version(self):
        self.keep()
        etag = self.s3.put_object(Bucket=self.bucket, Key="a", Body=b"x")["ETag"]
        self.s3.delete_object(Bucket=self.bucket, Key="a")
        self.assertTrue(self.raw_put("a", {"If-None-Match": "*"}))
        self.s3.delete_object(Bucket=self.bucket, Key="a")
        self.assertEqual("NoSuchKey", self.raw_put("a", {"If-Match": etag}))

    def raw_put(self, key, headers):
        """A put with headers that Debian's boto3 has no members for: True, or the error's code."""
        put = client("s3")
        put.meta.events.register("before-sign.s3.PutObject", lambda request, **_: [
            request.headers.add_header(name, value) for name, value in headers.items()])
        try:
            put.put_object(Bucket=self.bucket, Key=key, Body=b"y")
            return True
        except botocore.exceptions.ClientError as error:
            return error.response["Error"]["Code"]


if __name__ == "__main__":
    unittest.main()
