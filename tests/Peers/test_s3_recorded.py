"""Answers of S3 that were recorded of AWS, in LocalStack's validated snapshots (tests/aws/services/s3/*.snapshot.json): codes, texts,
statuses and elements of errors, checksums, multipart uploads, copies, lists and presigned URLs."""
import base64
import datetime
import hashlib
import re
import unittest
import urllib.error
import urllib.request

import boto3
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.httpsession import URLLib3Session

from lake import ACCOUNT, ENDPOINT, REGION, PeerTestCase, client, client_with

BUCKET = "recorded-bucket"
TOO_LITTLE = "At least one of the pre-conditions you specified did not hold"


class Recorded(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        cls.http = URLLib3Session()

    def put(self, key, body=b"x", **more):
        return self.s3.put_object(Bucket=BUCKET, Key=key, Body=body, **more)

    def error(self, code, call, **members):
        """The error's elements without code and message, and its message."""
        error = dict(self.assert_code(code, call, Bucket=members.pop("Bucket", BUCKET), **members)["Error"])
        del error["Code"]
        return error.pop("Message"), error

    def raw(self, method, path, body=b"", **headers):
        """A signed request with headers that Debian's boto3 has no members for."""
        request = AWSRequest(method, ENDPOINT.rstrip("/") + path, data=body,
                             headers={name.replace("_", "-"): value for name, value in headers.items()})
        S3SigV4Auth(boto3.Session().get_credentials(), "s3", REGION).add_auth(request)
        return self.http.send(request.prepare())

    def test_elements_of_errors(self):
        self.put("a", b"12345678")
        for expected, call, members in (
                ({"BucketName": "no-such-bucket"}, self.s3.get_object, {"Bucket": "no-such-bucket", "Key": "a"}),
                ({"BucketName": "no-such-bucket"}, self.s3.delete_bucket, {"Bucket": "no-such-bucket"}),
                ({"BucketName": "no-such-bucket"}, self.s3.delete_objects,
                 {"Bucket": "no-such-bucket", "Delete": {"Objects": [{"Key": "a"}]}})):
            self.assertEqual(("The specified bucket does not exist", expected), self.error("NoSuchBucket", call, **members))
        self.assertEqual(("The specified key does not exist.", {"Key": "none"}), self.error("NoSuchKey", self.s3.get_object, Key="none"))
        self.assertEqual(("The requested range is not satisfiable", {"RangeRequested": "bytes=1024-4096", "ActualObjectSize": "8"}),
                         self.error("InvalidRange", self.s3.get_object, Key="a", Range="bytes=1024-4096"))
        self.assertEqual((TOO_LITTLE, {"Condition": "If-Match"}),
                         self.error("PreconditionFailed", self.s3.get_object, Key="a", IfMatch="none"))
        self.assertEqual((TOO_LITTLE, {"Condition": "If-Unmodified-Since"}),
                         self.error("PreconditionFailed", self.s3.get_object, Key="a", IfUnmodifiedSince=datetime.datetime(2000, 1, 1)))
        self.assertEqual(("Invalid version id specified", {"ArgumentName": "versionId", "ArgumentValue": "v" * 32}),
                         self.error("InvalidArgument", self.s3.get_object, Key="a", VersionId="v" * 32))
        text = self.raw("GET", f"/{BUCKET}/none").text
        self.assertNotIn("<Resource>", text)  # ours, of a former version

    def test_a_future_date_is_no_condition(self):
        self.put("a", b"data")
        future = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        self.assertEqual(200, self.s3.get_object(Bucket=BUCKET, Key="a", IfModifiedSince=future)["ResponseMetadata"]["HTTPStatusCode"])
        etag = self.s3.head_object(Bucket=BUCKET, Key="a")["ETag"]
        answer = self.assert_code("304", self.s3.get_object, Bucket=BUCKET, Key="a", IfNoneMatch=etag.strip('"'))
        self.assertEqual(etag, answer["ResponseMetadata"]["HTTPHeaders"]["etag"])

    def test_every_answer_tells_the_encryption(self):
        answers = [self.put("a"), self.s3.head_object(Bucket=BUCKET, Key="a"), self.s3.get_object(Bucket=BUCKET, Key="a"),
                   self.s3.copy_object(Bucket=BUCKET, Key="b", CopySource=f"{BUCKET}/a")]
        begun = self.s3.create_multipart_upload(Bucket=BUCKET, Key="c")
        names = {"Bucket": BUCKET, "Key": "c", "UploadId": begun["UploadId"]}
        part = self.s3.upload_part(**names, PartNumber=1, Body=b"x")
        copied = self.s3.upload_part_copy(**names, PartNumber=2, CopySource=f"{BUCKET}/a")
        done = self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})
        self.assertEqual({"AES256"}, {answer["ServerSideEncryption"] for answer in (*answers, begun, part, copied, done)})

    def test_digests(self):
        for given in ("__invalid__", "000", "not base64 encoded checksum", "MTIz"):
            self.assertEqual(("The Content-MD5 you specified was invalid.", {"Content-MD5": given}),
                             self.error("InvalidDigest", self.s3.put_object, Key="a", Body=b"x", ContentMD5=given))
        other = base64.b64encode(hashlib.md5(b"y").digest()).decode()
        text, elements = self.error("BadDigest", self.s3.put_object, Key="a", Body=b"x", ContentMD5=other)
        self.assertEqual("The Content-MD5 you specified did not match what we received.", text)
        self.assertEqual({"ExpectedDigest": other, "CalculatedDigest": base64.b64encode(hashlib.md5(b"x").digest()).decode()}, elements)
        self.assertEqual(("Value for x-amz-checksum-crc32 header is invalid.", {}),
                         self.error("InvalidRequest", self.s3.put_object, Key="a", Body=b"x", ChecksumCRC32="__invalid__"))
        two = self.raw("PUT", f"/{BUCKET}/a", b"x", x_amz_checksum_crc32="AAAAAA==", x_amz_checksum_sha1="A" * 27 + "=")
        self.assertIn("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.", two.text)
        lacking = self.raw("PUT", f"/{BUCKET}/a", b"x", x_amz_sdk_checksum_algorithm="CRC32")
        self.assertIn("x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-*", lacking.text)

    def test_s3_adds_a_checksum_of_its_own(self):
        """CRC-64/NVME: the check value of 123456789 is that of its definition (reveng catalogue)."""
        put = self.raw("PUT", f"/{BUCKET}/sum", b"123456789")
        check = base64.b64encode(bytes.fromhex("AE8B14860A799888")).decode()
        self.assertEqual((check, "FULL_OBJECT"), (put.headers["x-amz-checksum-crc64nvme"], put.headers["x-amz-checksum-type"]))
        head = self.raw("HEAD", f"/{BUCKET}/sum", x_amz_checksum_mode="ENABLED")
        self.assertEqual(check, head.headers["x-amz-checksum-crc64nvme"])
        # Of parts it is made of those of the parts, and is that of the whole.
        whole = b"0123456789abcdef" * (5 * 65536) + b"123456789"
        names = {"Bucket": BUCKET, "Key": "parts", "UploadId": self.s3.create_multipart_upload(Bucket=BUCKET, Key="parts")["UploadId"]}
        parts = [{"PartNumber": number, "ETag": self.s3.upload_part(**names, PartNumber=number, Body=body)["ETag"]}
                 for number, body in ((1, whole[:-9]), (2, whole[-9:]))]
        self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": parts})
        of_parts = self.raw("HEAD", f"/{BUCKET}/parts", x_amz_checksum_mode="ENABLED").headers
        of_whole = self.raw("PUT", f"/{BUCKET}/whole", whole).headers
        self.assertEqual(of_whole["x-amz-checksum-crc64nvme"], of_parts["x-amz-checksum-crc64nvme"])
        self.assertEqual("FULL_OBJECT", of_parts["x-amz-checksum-type"])

    def begin(self, key, body=b"part", **more):
        names = {"Bucket": BUCKET, "Key": key, "UploadId": self.s3.create_multipart_upload(Bucket=BUCKET, Key=key, **more)["UploadId"]}
        part = self.s3.upload_part(**names, PartNumber=1, Body=body, **{k: v for k, v in more.items() if k == "ChecksumAlgorithm"})
        return names, {"PartNumber": 1, "ETag": part["ETag"]}, part

    def test_what_cannot_be_completed(self):
        names, part, _ = self.begin("wrong")
        self.assertEqual(("You must specify at least one part", {}), self.error("InvalidRequest", self.s3.complete_multipart_upload, **names))
        for wrong in ({**part, "PartNumber": 2}, {**part, "ETag": hashlib.md5(b"").hexdigest()}):
            _, elements = self.error("InvalidPart", self.s3.complete_multipart_upload, **names, MultipartUpload={"Parts": [wrong]})
            self.assertEqual({"UploadId": names["UploadId"], "PartNumber": str(wrong["PartNumber"]), "ETag": wrong["ETag"].strip('"')},
                             elements)
        second = {"PartNumber": 2, "ETag": self.s3.upload_part(**names, PartNumber=2, Body=b"part")["ETag"]}
        _, elements = self.error("EntityTooSmall", self.s3.complete_multipart_upload, **names, MultipartUpload={"Parts": [part, second]})
        self.assertEqual({"ETag": part["ETag"].strip('"'), "MinSizeAllowed": "5242880", "PartNumber": "1", "ProposedSize": "4"}, elements)
        _, elements = self.error("NoSuchUpload", self.s3.list_parts, **{**names, "Key": "other"})
        self.assertEqual({"UploadId": names["UploadId"]}, elements)
        self.s3.abort_multipart_upload(**names)

    def complete(self, names, part, **headers):
        body = f"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part['ETag']}</ETag></Part></CompleteMultipartUpload>"
        return self.raw("POST", f"/{BUCKET}/{names['Key']}?uploadId={names['UploadId']}", body.encode(), **headers)

    def test_the_size_of_an_upload_is_checked(self):
        names, part, _ = self.begin("sized")
        answer = self.complete(names, part, x_amz_mp_object_size="5")
        self.assertIn("The provided 'x-amz-mp-object-size' header value 5 does not match what was computed: 4", answer.text)
        self.assertEqual(200, self.complete(names, part, x_amz_mp_object_size="4").status_code)

    def test_checksums_of_parts_are_checked(self):
        names, part, sent = self.begin("summed", ChecksumAlgorithm="SHA256")
        text, _ = self.error("InvalidRequest", self.s3.complete_multipart_upload, **names, MultipartUpload={"Parts": [part]})
        self.assertEqual("The upload was created using a sha256 checksum. The complete request must include the checksum for each part. "
                         "It was missing for part 1 in the request.", text)
        wrong = {**part, "ChecksumSHA256": base64.b64encode(hashlib.sha256(b"other").digest()).decode()}
        self.error("InvalidPart", self.s3.complete_multipart_upload, **names, MultipartUpload={"Parts": [wrong]})
        text, _ = self.error("InvalidRequest", self.s3.upload_part, **names, PartNumber=2, Body=b"x", ChecksumAlgorithm="CRC32")
        self.assertEqual("Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32", text)
        self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": [{**part, "ChecksumSHA256": sent["ChecksumSHA256"]}]})
        told = self.s3.get_object_attributes(Bucket=BUCKET, Key="summed", ObjectAttributes=["ObjectParts"])["ObjectParts"]["Parts"]
        self.assertEqual([sent["ChecksumSHA256"]], [item["ChecksumSHA256"] for item in told])

    def test_a_completed_upload_answers_again(self):
        names, part, _ = self.begin("twice")
        done = [self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": [part]}) for _ in range(2)]
        self.assertEqual(done[0]["ETag"], done[1]["ETag"])
        self.error("NoSuchUpload", self.s3.upload_part, **names, PartNumber=1, Body=b"x")

    def test_conditions_on_uploads(self):
        etag = self.put("raced", b"test")["ETag"]
        names, part, _ = self.begin("raced")
        for expected, headers in ((412, {"If_None_Match": "*"}), (412, {"If_Match": "none"})):
            self.assertEqual(expected, self.complete(names, part, **headers).status_code)
        self.s3.delete_object(Bucket=BUCKET, Key="raced")
        conflict = self.complete(names, part, If_None_Match="*")
        self.assertEqual(409, conflict.status_code)
        for element in ("<Code>ConditionalRequestConflict</Code>", "<Condition>If-None-Match</Condition>", "<Key>raced</Key>"):
            self.assertIn(element, conflict.text)
        self.assertIn("NoSuchKey", self.complete(names, part, If_Match=etag).text)
        self.put("raced", b"test")
        self.assertIn("<Condition>If-Match</Condition>", self.complete(names, part, If_Match=etag).text)
        again, part, _ = self.begin("raced")
        self.assertEqual(200, self.complete(again, part, If_Match=etag).status_code)

    def test_conditions_that_are_not_taken(self):
        for header, headers in (("If-Match", {"If_Match": "*"}), ("If-None-Match", {"If_None_Match": "x"}),
                                ("If-Match,If-None-Match", {"If_Match": "x", "If_None_Match": "*"})):
            answer = self.raw("PUT", f"/{BUCKET}/a", b"x", **headers)
            self.assertEqual(501, answer.status_code)
            self.assertIn(f"<Header>{header}</Header>", answer.text)

    def test_ranges_of_copied_parts(self):
        self.put("source", b"0123456789")
        names, _, _ = self.begin("copied")
        copy = {**names, "PartNumber": 1, "CopySource": f"{BUCKET}/source"}
        self.assertEqual(hashlib.md5(b"012345678").hexdigest(),
                         self.s3.upload_part_copy(**copy, CopySourceRange="bytes=0-8")["CopyPartResult"]["ETag"].strip('"'))
        for given in ("0-8", "bytes=1-0", "bytes=-1-", "bytes=0--1", "bytes=0-1,3-4,7-9", "bytes=-", "bytes=-0", "bytes=1-", "bytes=-2"):
            text, elements = self.error("InvalidArgument", self.s3.upload_part_copy, **copy, CopySourceRange=given)
            self.assertEqual({"ArgumentName": "x-amz-copy-source-range", "ArgumentValue": given}, elements)
            self.assertTrue(text.startswith("The x-amz-copy-source-range value must be of the form bytes=first-last"))
        text, _ = self.error("InvalidArgument", self.s3.upload_part_copy, **copy, CopySourceRange="bytes=0-100")
        self.assertEqual("Range specified is not valid for source object of size: 10", text)
        text, _ = self.error("InvalidRequest", self.s3.upload_part_copy, **copy, CopySourceRange="bytes=100-200")
        self.assertEqual("The specified copy range is invalid for the source object size", text)
        self.s3.abort_multipart_upload(**names)

    def test_parts_of_objects(self):
        self.put("plain", b"test-123")
        self.assertEqual(206, self.s3.get_object(Bucket=BUCKET, Key="plain", PartNumber=1)["ResponseMetadata"]["HTTPStatusCode"])
        self.assertEqual(("The requested partnumber is not satisfiable", {"ActualPartCount": "1", "PartNumberRequested": "2"}),
                         self.error("InvalidPartNumber", self.s3.get_object, Key="plain", PartNumber=2))
        self.assertEqual(("Cannot specify both Range header and partNumber query parameter", {}),
                         self.error("InvalidRequest", self.s3.get_object, Key="plain", PartNumber=1, Range="bytes=0-1"))

    def test_conditions_of_copies(self):
        etag = self.put("source", b"data")["ETag"]
        past = datetime.datetime(2000, 1, 1)
        now = datetime.datetime.now(datetime.timezone.utc)
        for condition, members in (("If-Match", {"CopySourceIfMatch": "none"}), ("If-Unmodified-Since", {"CopySourceIfUnmodifiedSince": past}),
                                   ("If-None-Match", {"CopySourceIfNoneMatch": etag.strip('"')}),
                                   ("If-Modified-Since", {"CopySourceIfModifiedSince": now})):
            self.assertEqual((TOO_LITTLE, {"Condition": "x-amz-copy-source-" + condition}), self.error(
                "PreconditionFailed", self.s3.copy_object, Key="copy", CopySource=f"{BUCKET}/source", **members))
        for members in ({"CopySourceIfModifiedSince": now + datetime.timedelta(days=1)},
                        {"CopySourceIfMatch": etag, "CopySourceIfUnmodifiedSince": past}):  # the first one decides (API reference)
            self.s3.copy_object(Bucket=BUCKET, Key="copy", CopySource=f"{BUCKET}/source", **members)

    def test_copies_in_place(self):
        self.put("place", b"x", Metadata={"a": "1"})
        copy = {"Bucket": BUCKET, "Key": "place", "CopySource": f"{BUCKET}/place"}
        self.assert_code("InvalidRequest", self.s3.copy_object, **copy)
        self.s3.copy_object(**copy, StorageClass="STANDARD_IA")
        head = self.s3.head_object(Bucket=BUCKET, Key="place")
        self.assertEqual(("STANDARD_IA", {"a": "1"}), (head["StorageClass"], head["Metadata"]))
        self.s3.copy_object(**copy, WebsiteRedirectLocation="/there")
        head = self.s3.head_object(Bucket=BUCKET, Key="place")
        self.assertEqual(("/there", None), (head["WebsiteRedirectLocation"], head.get("StorageClass")))  # which a copy does not keep

    def test_storage_classes(self):
        self.error("InvalidStorageClass", self.s3.put_object, Key="class", StorageClass="nonsense")
        self.put("class", b"x", StorageClass="GLACIER")
        self.assertEqual("GLACIER", self.s3.head_object(Bucket=BUCKET, Key="class")["StorageClass"])
        listed = self.s3.list_objects_v2(Bucket=BUCKET, Prefix="class")["Contents"][0]["StorageClass"]
        told = self.s3.get_object_attributes(Bucket=BUCKET, Key="class", ObjectAttributes=["StorageClass"])["StorageClass"]
        self.assertEqual(["GLACIER"] * 2, [listed, told])
        _, elements = self.error("InvalidObjectState", self.s3.get_object, Key="class")
        self.assertEqual("GLACIER", elements["StorageClass"])
        self.error("InvalidObjectState", self.s3.copy_object, Key="copy", CopySource=f"{BUCKET}/class")

    def test_owners_that_are_expected(self):
        self.put("a")
        for call in (self.s3.get_object, self.s3.put_object, self.s3.delete_object, self.s3.get_object_tagging):
            self.assertEqual(("Access Denied", {}), self.error("AccessDenied", call, Key="a", ExpectedBucketOwner="999999999999"))
            self.error("InvalidBucketOwnerAWSAccountID", call, Key="a", ExpectedBucketOwner="nobody")
        self.assertEqual(1, self.s3.head_object(Bucket=BUCKET, Key="a", ExpectedBucketOwner=ACCOUNT)["ContentLength"])
        self.error("AccessDenied", self.s3.copy_object, Key="b", CopySource=f"{BUCKET}/a", ExpectedSourceBucketOwner="999999999999")
        self.error("NoSuchBucket", self.s3.list_objects_v2, Bucket="no-such-bucket", ExpectedBucketOwner=ACCOUNT)

    def test_what_is_not_there_is_refused(self):
        key = base64.b64encode(b"k" * 32).decode()
        for members in ({"ObjectLockLegalHoldStatus": "ON"},
                        {"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": datetime.datetime(2100, 1, 1)}):
            self.assert_code("NotImplemented", self.s3.put_object, Bucket=BUCKET, Key="a", Body=b"x", **members)
        key = base64.b64encode(b"k" * 32).decode()
        of_customer = "x_amz_server_side_encryption_customer_"
        for method in ("PUT", "GET"):
            self.assertEqual(501, self.raw(method, f"/{BUCKET}/a", b"", **{
                of_customer + "algorithm": "AES256", of_customer + "key": key,
                of_customer + "key_MD5": base64.b64encode(hashlib.md5(b"k" * 32).digest()).decode()}).status_code)
        self.assertEqual(501, self.raw("PUT", f"/{BUCKET}/a", b"x", x_amz_write_offset_bytes="1").status_code)
        for call, more in ((self.s3.put_object_legal_hold, {"LegalHold": {"Status": "ON"}}),
                           (self.s3.put_object_retention, {"Retention": {"Mode": "GOVERNANCE"}})):
            self.assert_code("NotImplemented", call, Bucket=BUCKET, Key="a", **more)
        text, elements = self.error("InvalidArgument", self.s3.delete_object, Key="a", BypassGovernanceRetention=True)
        self.assertEqual("x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.", text)
        self.assertEqual({"ArgumentName": "x-amz-bypass-governance-retention"}, elements)

    def test_buckets(self):
        self.assertEqual(("Invalid x-amz-object-ownership header: RandomValue", {"ArgumentName": "x-amz-object-ownership"}),
                         self.error("InvalidArgument", self.s3.create_bucket, Bucket="never-made", ObjectOwnership="RandomValue"))
        self.error("InvalidLocationConstraint", self.s3.create_bucket, Bucket="never-made",
                   CreateBucketConfiguration={"LocationConstraint": "us-east-1"})
        text, _ = self.error("IllegalLocationConstraintException", self.s3.create_bucket, Bucket="never-made",
                             CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
        self.assertEqual("The us-west-2 location constraint is incompatible for the region specific endpoint this request was sent to.", text)
        elsewhere = boto3.client("s3", endpoint_url=ENDPOINT, region_name="us-east-1")
        elsewhere.create_bucket(Bucket="recorded-classic")
        self.assertIsNone(elsewhere.get_bucket_location(Bucket="recorded-classic")["LocationConstraint"])
        headers = elsewhere.head_bucket(Bucket="recorded-classic")["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual(("us-east-1", "false"), (headers["x-amz-bucket-region"], headers["x-amz-access-point-alias"]))
        text = self.raw("GET", "/?prefix=recorded-&bucket-region=us-east-1").text
        self.assertIn("<BucketRegion>us-east-1</BucketRegion><BucketArn>arn:aws:s3:::recorded-classic</BucketArn>", text)
        self.assertIn("<Prefix>recorded-</Prefix>", text)
        self.assertNotIn(BUCKET, text)
        self.assertRegex(text, r"<CreationDate>[^<]*\.000Z</CreationDate>")
        self.assertIn("<ArgumentName>continuation-token</ArgumentName>", self.raw("GET", "/?continuation-token=").text)

    def test_lists(self):
        for key in ("list/1", "list/2"):
            self.put(key)
        first = self.s3.list_objects_v2(Bucket=BUCKET, Prefix="list/", MaxKeys=1)
        rest = self.s3.list_objects_v2(Bucket=BUCKET, Prefix="list/", ContinuationToken=first["NextContinuationToken"], StartAfter="list/2")
        self.assertEqual(["list/2"], [item["Key"] for item in rest["Contents"]])
        self.assertNotIn("StartAfter", rest)
        self.assertRegex(self.raw("GET", f"/{BUCKET}?list-type=2&prefix=list").text, r"<LastModified>[^<]*\.000Z</LastModified>")
        for given in ("", "unknown"):
            text, elements = self.error("InvalidArgument", self.s3.list_objects_v2, ContinuationToken=given)
            self.assertEqual(("The continuation token provided is incorrect", {"ArgumentName": "continuation-token"}), (text, elements))
        self.assertIn("<ArgumentName>encoding-type</ArgumentName>", self.raw("GET", f"/{BUCKET}?encoding-type=&list-type=2").text)

    def test_uploads_are_listed(self):
        bucket = "recorded-uploads"
        self.s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        ids = {key: [self.s3.create_multipart_upload(Bucket=bucket, Key=key)["UploadId"] for _ in range(count)]
               for key, count in (("test/bar/1", 1), ("test/file", 2), ("test/foo/1", 1))}
        told = self.s3.list_multipart_uploads(Bucket=bucket, Prefix="test/", Delimiter="/")
        self.assertEqual((["test/bar/", "test/foo/"], ["test/file"] * 2),
                         ([item["Prefix"] for item in told["CommonPrefixes"]], [item["Key"] for item in told["Uploads"]]))
        self.assertEqual(ids["test/file"], [item["UploadId"] for item in told["Uploads"]])  # in the order of their beginning
        # Common prefixes are no markers, and a marker within one leaves the whole of it out.
        prefix = self.s3.list_multipart_uploads(Bucket=bucket, Prefix="test/", Delimiter="/", MaxUploads=1)
        self.assertEqual((True, "", ""), (prefix["IsTruncated"], prefix["NextKeyMarker"], prefix["NextUploadIdMarker"]))
        after = self.s3.list_multipart_uploads(Bucket=bucket, Prefix="test/", Delimiter="/", MaxUploads=1, KeyMarker="test/bar/0")
        self.assertEqual((True, "test/file", ids["test/file"][0]), (after["IsTruncated"], after["NextKeyMarker"], after["NextUploadIdMarker"]))
        self.assertNotIn("CommonPrefixes", after)
        one = self.s3.list_multipart_uploads(Bucket=bucket, MaxUploads=1)
        self.assertEqual((True, "test/bar/1", ids["test/bar/1"][0]), (one["IsTruncated"], one["NextKeyMarker"], one["NextUploadIdMarker"]))
        rest = self.s3.list_multipart_uploads(Bucket=bucket, KeyMarker="test/file", UploadIdMarker=ids["test/file"][0])
        self.assertEqual([ids["test/file"][1], ids["test/foo/1"][0]], [item["UploadId"] for item in rest["Uploads"]])
        after = self.s3.list_multipart_uploads(Bucket=bucket, KeyMarker="test/file")
        self.assertEqual(ids["test/foo/1"], [item["UploadId"] for item in after["Uploads"]])
        text, elements = self.error("InvalidArgument", self.s3.list_multipart_uploads, Bucket=bucket, KeyMarker="test/file",
                                    UploadIdMarker=ids["test/foo/1"][0])
        self.assertEqual(("Invalid uploadId marker", "upload-id-marker"), (text, elements["ArgumentName"]))
        parts = self.s3.list_parts(Bucket=bucket, Key="test/file", UploadId=ids["test/file"][0])
        self.assertEqual((0, 0, ACCOUNT), (parts["PartNumberMarker"], parts["NextPartNumberMarker"], parts["Owner"]["ID"]))

    def fetch(self, url, method="GET", data=None, **headers):
        request = urllib.request.Request(url, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read()

    def test_urls_that_are_presigned_by_version_2(self):
        """As boto3 makes them where it is told nothing."""
        two = boto3.client("s3", endpoint_url=ENDPOINT, config=Config(signature_version="s3"))
        def url(name, **members):
            return two.generate_presigned_url(name, Params={"Bucket": BUCKET, **members}, ExpiresIn=60)
        put = url("put_object", Key="by url", ContentType="text/csv", Metadata={"a": "1"})
        self.assertIn("AWSAccessKeyId=", put)
        self.assertEqual(200, self.fetch(put, "PUT", b"a,b\n", **{"Content-Type": "text/csv", "x-amz-meta-a": "1"})[0])
        head = self.s3.head_object(Bucket=BUCKET, Key="by url")
        self.assertEqual(("text/csv", {"a": "1"}), (head["ContentType"], head["Metadata"]))
        get = url("get_object", Key="by url", ResponseContentType="text/plain")
        self.assertEqual((200, b"a,b\n"), self.fetch(get))
        for changed in (get.replace("by%20url", "other"), re.sub("Expires=\\d+", "Expires=4000000000", get), get + "&acl",
                        get.replace("text%2Fplain", "text%2Fhtml"), get + "&attributes"):
            self.assertEqual(403, self.fetch(changed)[0], changed)
        self.assertEqual(403, self.fetch(get, "DELETE")[0])
        expired = two.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "by url"}, ExpiresIn=-1)
        status, body = self.fetch(expired)
        self.assertEqual((403, True), (status, b"Request has expired" in body and b"<ServerTime>" in body))
        self.assertIn(b"<StringToSign>GET", self.fetch(get.replace("Signature=", "Signature=x"))[1])
        role = client("sts").assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/LakeAdmin", RoleSessionName="two")["Credentials"]
        session = client_with(role, "s3", signature_version="s3")
        temporary = session.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "by url"}, ExpiresIn=60)
        self.assertEqual((200, b"a,b\n"), self.fetch(temporary))

    def test_urls_that_lack_something(self):
        four = boto3.client("s3", endpoint_url=ENDPOINT, config=Config(signature_version="s3v4"))
        two = boto3.client("s3", endpoint_url=ENDPOINT, config=Config(signature_version="s3"))
        for peer, names, status, code, text in (
                (four, ("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Date", "X-Amz-SignedHeaders", "X-Amz-Expires"), 400,
                 b"AuthorizationQueryParametersError", b"Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                 b"X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."),
                (two, ("Signature", "Expires", "AWSAccessKeyId"), 403, b"AccessDenied",
                 b"Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters")):
            for name in names:
                url = peer.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "a"}, ExpiresIn=60)
                answer = self.fetch(re.sub(f"(?<=[?&]){name}=[^&]*&?", "", url))
                self.assertEqual((status, True, True), (answer[0], b"<Code>" + code in answer[1], text in answer[1]), (name, answer))
        url = four.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "a"}, ExpiresIn=60)
        for expires in ("604801", "-1", "soon"):
            answer = self.fetch(re.sub(r"X-Amz-Expires=\d+", f"X-Amz-Expires={expires}", url))
            self.assertEqual((400, True), (answer[0], b"AuthorizationQueryParametersError" in answer[1]))
        wrong = two.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "a", "ContentType": "text/plain"}, ExpiresIn=60)
        self.assertEqual(403, self.fetch(wrong, "PUT", b"x", **{"Content-Type": "text/xml"})[0])

    def test_headers_that_a_url_does_not_sign(self):
        url = self.s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "a"}, ExpiresIn=60)
        status, body = self.fetch(url, "PUT", b"x", **{"x-amz-meta-b": "2", "x-amz-decoded-content-length": "1", "Content-Type": ""})
        self.assertEqual(403, status)
        for element in (b"<Code>AccessDenied<", b"<Message>There were headers present in the request which were not signed<",
                        b"<HeadersNotSigned>x-amz-decoded-content-length, x-amz-meta-b<"):
            self.assertIn(element, body)

    def test_smaller_answers(self):
        self.put("a")
        for call in (self.s3.list_objects, self.s3.list_objects_v2):
            self.assertEqual(REGION, call(Bucket=BUCKET)["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"])
        self.assertEqual(("The specified key does not exist.", {"Key": f"{BUCKET}/none"}),
                         self.error("NoSuchKey", self.s3.get_object_tagging, Key="none"))
        self.assertEqual(("Invalid copy source object key", {"ArgumentName": "x-amz-copy-source", "ArgumentValue": "x-amz-copy-source"}),
                         self.error("InvalidArgument", self.s3.copy_object, Key="b", CopySource="wrongformat"))
        names, part, _ = self.begin("small")
        for number in (0, -1, 10001):
            self.assertEqual(("Part number must be an integer between 1 and 10000, inclusive",
                              {"ArgumentName": "partNumber", "ArgumentValue": str(number)}),
                             self.error("InvalidArgument", self.s3.upload_part, **names, PartNumber=number, Body=b"x"))
        self.error("MalformedXML", self.s3.complete_multipart_upload, **names, MultipartUpload={"Parts": []})
        self.s3.abort_multipart_upload(**names)
        for query, name in (("bucket-region=eu-east-1", "bucket-region"), ("max-buckets=10001", "max-buckets"), ("max-buckets=0", "max-buckets")):
            answer = self.raw("GET", "/?" + query)
            self.assertEqual((400, True), (answer.status_code, f"<ArgumentName>{name}<" in answer.text), query)

    def test_headers_in_the_query_of_a_url(self):
        put = self.s3.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "in query", "StorageClass": "STANDARD_IA"}, ExpiresIn=60)
        self.assertEqual(200, self.fetch(put, "PUT", b"x", **{"x-amz-storage-class": "STANDARD_IA"})[0])
        self.assertEqual("STANDARD_IA", self.s3.head_object(Bucket=BUCKET, Key="in query")["StorageClass"])


if __name__ == "__main__":
    unittest.main()
