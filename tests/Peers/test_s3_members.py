"""Nothing that S3 is told is dropped: each member of each request that this boto3 knows is sent, alone, beside what a request needs.
The call fails, or something is otherwise than without the member: its answer, or what the lake answers of the bucket afterwards.
What makes no difference is listed in NO_EFFECT, with the reason.
"""
import datetime
import itertools
import json
import os
import re
import unittest

import botocore.exceptions
from botocore import xform_name

from lake import ACCOUNT, client

ANSWERED = set(json.loads(os.environ["LAKE_OPERATIONS"])["s3"])
NONSENSE = "nonsense"
PAST = datetime.datetime(2000, 1, 1)

# Members that may make no difference, by name or by operation and name.
NO_EFFECT = {
    "RequestPayer": "the owner pays, and is who asks: AWS answers the same",
    "OptionalObjectAttributes": "asks for the state of restored objects, of which there are none",
    "ChecksumAlgorithm": "what the SDK computes of the request; it is verified",
    "BucketKeyEnabled": "is about keys of KMS alone, as on AWS",
    "SSEKMSEncryptionContext": "is about keys of KMS alone, and refused without",
    "ConfirmRemoveSelfBucketAccess": "the policy of a bucket is a record, and takes nobody's access away",
    "SkipDestinationValidation": "notifications are records: no destination is looked for",
    "ContentMD5": "a digest that holds changes nothing; one that does not is refused",
    "PutBucketLifecycleConfiguration.TransitionDefaultMinimumObjectSize": "one of its two values is what is so anyway",
}


class State:
    """A bucket with something in it."""

    numbers = itertools.count()

    def __init__(self, s3):
        self.s3, self.bucket = s3, f"members-{next(self.numbers)}"
        s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
        self.etag = s3.put_object(Bucket=self.bucket, Key="ü a", Body=b"0123456789", Tagging="k=v")["ETag"]
        s3.put_object(Bucket=self.bucket, Key="folder/b", Body=b"b")
        self.upload = s3.create_multipart_upload(Bucket=self.bucket, Key="big")["UploadId"]
        self.part = s3.upload_part(Bucket=self.bucket, Key="big", UploadId=self.upload, PartNumber=1, Body=b"part")["ETag"]
        self.source = {"Bucket": self.bucket, "Key": "ü a"}

    def modified(self):
        """When the object was made, to the second."""
        return self.s3.head_object(Bucket=self.bucket, Key="ü a")["LastModified"]

    def empty(self):
        """Another bucket."""
        name = self.bucket + "-empty"
        self.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})
        return name

    def versioned(self):
        """Another bucket; both keep versions."""
        for name in (self.bucket, self.empty()):
            self.s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        return name

    def configured(self, kind):
        """The id of a configuration that the bucket has."""
        members = CONFIGURATIONS[kind]
        getattr(self.s3, f"put_bucket_{xform_name(kind)}_configuration")(Bucket=self.bucket, **members)
        return {"Id": members["Id"]}

    def in_parts(self):
        """An object with a checksum of its parts."""
        names = {"Bucket": self.bucket, "Key": "parts"}
        names["UploadId"] = self.s3.create_multipart_upload(**names, ChecksumAlgorithm="SHA256")["UploadId"]
        part = self.s3.upload_part(**names, PartNumber=1, Body=b"part", ChecksumAlgorithm="SHA256")
        self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": [
            {"PartNumber": 1, "ETag": part["ETag"], "ChecksumSHA256": part["ChecksumSHA256"]}]})
        return "parts"

    def follow(self, name, members, answer):
        """Does what shows the effect of a call."""
        if name == "CreateBucket":
            self.bucket = members["Bucket"]
        if name == "CreateMultipartUpload" and "ChecksumAlgorithm" not in members:
            names = {"Bucket": self.bucket, "Key": "new", "UploadId": answer["UploadId"]}
            part = self.s3.upload_part(**names, PartNumber=1, Body=b"part")["ETag"]
            self.s3.complete_multipart_upload(**names, MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part}]})

    def seen(self):
        """What the lake says of the bucket."""
        s3, told = self.s3, {}

        def ask(name, **members):
            try:
                told[name + str(members)] = getattr(s3, name)(Bucket=self.bucket, **members)
            except botocore.exceptions.ClientError as error:
                told[name + str(members)] = error.response["Error"]["Code"]

        for name in ("acl", "cors", "encryption", "lifecycle_configuration", "location", "logging", "notification_configuration",
                     "ownership_controls", "policy", "request_payment", "tagging", "versioning", "website"):
            ask(f"get_bucket_{name}")
        for name in ("get_public_access_block", "head_bucket", "list_objects_v2", "list_object_versions", "list_multipart_uploads"):
            ask(name)
        ask("list_parts", Key="big", UploadId=self.upload)
        for key in ("ü a", "new", "big"):
            for name in ("head_object", "get_object_tagging", "get_object_acl"):
                ask(name, Key=key)
            ask("head_object", Key=key, ChecksumMode="ENABLED")
        return told


def plain(answer, state):
    """An answer as a text without what is another one each time."""
    if isinstance(answer, dict) and hasattr(answer.get("Body"), "read"):
        answer = dict(answer, Body=answer["Body"].read().decode())
    text = json.dumps(answer, default=str, sort_keys=True)
    for name in (state.bucket, state.upload):
        text = text.replace(name, "*")
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{44}", "*", text)
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S*|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", "*", text)


# What configurations with an id are made of.
CONFIGURATIONS = {kind: {"Id": "one", kind + "Configuration": {"Id": "one", **members}} for kind, members in {
    "Analytics": {"StorageClassAnalysis": {}},
    "IntelligentTiering": {"Status": "Enabled", "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]},
    "Inventory": {"IsEnabled": True, "IncludedObjectVersions": "All", "Schedule": {"Frequency": "Daily"},
                  "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::a-bucket", "Format": "CSV"}}},
    "Metrics": {},
}.items()}

# What each operation is called with.
RULES = {"Rules": [{"ID": "r", "Status": "Enabled", "Filter": {"Prefix": "x"}, "Expiration": {"Days": 1}}]}
BASE = {
    "AbortMultipartUpload": lambda s: {"Key": "big", "UploadId": s.upload},
    "CompleteMultipartUpload": lambda s: {"Key": "big", "UploadId": s.upload,
                                          "MultipartUpload": {"Parts": [{"PartNumber": 1, "ETag": s.part}]}},
    "CopyObject": lambda s: {"Key": "new", "CopySource": s.source, "MetadataDirective": "REPLACE", "TaggingDirective": "REPLACE"},
    "CreateBucket": lambda s: {"Bucket": s.bucket + "-new"},
    "CreateMultipartUpload": lambda s: {"Key": "new"},
    "DeleteBucket": lambda s: {"Bucket": s.empty()},
    "DeleteObject": lambda s: {"Key": "ü a"},
    "DeleteObjects": lambda s: {"Delete": {"Objects": [{"Key": "ü a"}]}},
    "GetObjectAttributes": lambda s: {"Key": s.in_parts(), "ObjectAttributes": ["ObjectParts"]},
    "ListBuckets": lambda s: {},
    "ListMultipartUploads": lambda s: {"KeyMarker": "a"},
    "ListParts": lambda s: {"Key": "big", "UploadId": s.upload},
    "PutBucketAccelerateConfiguration": lambda s: {"AccelerateConfiguration": {"Status": "Enabled"}},
    "PutBucketAcl": lambda s: {"ACL": "private"},
    "PutBucketCors": lambda s: {"CORSConfiguration": {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}},
    "PutBucketEncryption": lambda s: {"ServerSideEncryptionConfiguration": {"Rules": [
        {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}},
    "PutBucketLifecycleConfiguration": lambda s: {"LifecycleConfiguration": RULES},
    "PutBucketLogging": lambda s: {"BucketLoggingStatus": {"LoggingEnabled": {"TargetBucket": s.bucket, "TargetPrefix": "l/"}}},
    "PutBucketNotificationConfiguration": lambda s: {"NotificationConfiguration": {"EventBridgeConfiguration": {}}},
    "PutBucketOwnershipControls": lambda s: {"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}},
    "PutBucketPolicy": lambda s: {"Policy": json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/Analyst"}, "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{s.bucket}/*"}]})},
    "PutBucketReplication": lambda s: {"ReplicationConfiguration": {"Role": "r", "Rules": [
        {"Status": "Enabled", "Destination": {"Bucket": f"arn:aws:s3:::{s.versioned()}"}}]}},
    "PutBucketRequestPayment": lambda s: {"RequestPaymentConfiguration": {"Payer": "Requester"}},
    "PutBucketTagging": lambda s: {"Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}},
    "PutBucketVersioning": lambda s: {"VersioningConfiguration": {"Status": "Enabled"}},
    "PutBucketWebsite": lambda s: {"WebsiteConfiguration": {"IndexDocument": {"Suffix": "index.html"}}},
    "PutObject": lambda s: {"Key": "new", "Body": b"new"},
    "PutObjectAcl": lambda s: {"Key": "ü a", "ACL": "private"},
    "PutObjectTagging": lambda s: {"Key": "ü a", "Tagging": {"TagSet": [{"Key": "a", "Value": "b"}]}},
    "PutPublicAccessBlock": lambda s: {"PublicAccessBlockConfiguration": {"BlockPublicAcls": False}},
    "SelectObjectContent": None,  # refused whatever it is told
    **{f"PutBucket{kind}Configuration": lambda s, kind=kind: dict(CONFIGURATIONS[kind]) for kind in CONFIGURATIONS},
    **{f"{verb}Bucket{kind}Configuration": lambda s, kind=kind: s.configured(kind) for kind in CONFIGURATIONS for verb in ("Get", "Delete")},
    "UploadPart": lambda s: {"Key": "big", "UploadId": s.upload, "PartNumber": 2, "Body": b"new"},
    "UploadPartCopy": lambda s: {"Key": "big", "UploadId": s.upload, "PartNumber": 2, "CopySource": s.source},
}

# Values that say what is so anyway.
DEFAULTS = {"STANDARD", "private", "COPY", "bucket-owner-full-control", "bucket-owner-read", "ENABLED", "BucketOwnerEnforced", "url"}

# Values that make a difference where any of their kind would not.
VALUES = {
    "ExpectedBucketOwner": ["999999999999", NONSENSE],
    "ExpectedSourceBucketOwner": ["999999999999", NONSENSE],
    "IfNoneMatch": lambda s: [s.etag],
    "CopySourceIfNoneMatch": lambda s: [s.etag],
    "IfModifiedSince": [State.modified],
    "CopySourceIfModifiedSince": [State.modified],
    "Range": ["bytes=0-1"],
    "CopySourceRange": ["bytes=0-1", "bytes=0-"],
    "Prefix": ["folder"],
    "Delimiter": ["/"],
    "StartAfter": ["folder/b"],
    "Marker": ["folder/b"],
    "KeyMarker": ["z"],
    "ObjectAttributes": [["ObjectSize"]],
    "ContentLength": [],  # the frame of the request
    "MaxParts": [0],
    "PartNumberMarker": [1],
    "Expires": [PAST],
    "Tagging": ["a=b"],
    "WebsiteRedirectLocation": ["/there", NONSENSE],
    "ServerSideEncryption": ["aws:kms", NONSENSE],
    "ObjectOwnership": ["ObjectWriter", NONSENSE],
    "ObjectLockEnabledForBucket": [True],
    "CreateBucketConfiguration": [{"LocationConstraint": "us-west-2"}, {"LocationConstraint": NONSENSE}],
    "AccessControlPolicy": [{"Owner": {"ID": ACCOUNT}, "Grants": []}],
    "BucketRegion": ["us-west-2"],
    "MaxBuckets": [1],
    "MaxUploads": [0],
    "MaxKeys": [1],
    "UploadIdMarker": [NONSENSE],
}


def values(state, name, shape):
    given = VALUES.get(name)
    if callable(given):
        return given(state)
    if given is not None:
        return given
    kind = shape.type_name
    if kind == "string":
        return [NONSENSE, *getattr(shape, "enum", [])]
    return {"boolean": [True], "integer": [1], "long": [1], "timestamp": [PAST], "map": [{"a": "b"}],
            "list": [[NONSENSE]], "blob": [b"blob"]}[kind]


class Members(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3", parameter_validation=False)
        cls.model = cls.s3.meta.service_model

    def test_every_member_makes_a_difference_or_is_refused(self):
        known = sorted(ANSWERED & set(self.model.operation_names))
        self.assertGreater(len(known), 60)
        for name in known:
            if name in BASE and BASE[name] is None:
                continue
            with self.subTest(operation=name):
                self.assertEqual([], self.dropped(name))

    def dropped(self, name):
        shape = self.model.operation_model(name).input_shape
        if shape is None:
            return []
        (fails, without), found = self.send(name, {}), []
        self.assertFalse(fails, without)
        base = self.parameters(name, State(self.s3))
        for member, member_shape in shape.members.items():
            if member in base:
                continue  # what it makes is seen by other tests
            for value in values(State(self.s3), member, member_shape):
                fails, with_it = self.send(name, {member: value})
                if not fails and with_it == without and not self.makes_none(name, member, value):
                    found.append(f"{name}.{member}={value}")
        return found

    @staticmethod
    def makes_none(name, member, value):
        return member in NO_EFFECT or f"{name}.{member}" in NO_EFFECT or str(value) in DEFAULTS

    def parameters(self, name, state):
        base = BASE[name](state) if name in BASE else {}
        takes = self.model.operation_model(name).input_shape.members
        if "Bucket" in takes:
            base.setdefault("Bucket", state.bucket)
        if "Key" in takes:
            base.setdefault("Key", "ü a")
        return base

    def send(self, name, members):
        """Whether the call failed; and its answer with what is seen afterwards."""
        state = State(self.s3)
        members = {**self.parameters(name, state),
                   **{member: value(state) if callable(value) else value for member, value in members.items()}}
        try:
            answer = getattr(self.s3, xform_name(name))(**members)
        except botocore.exceptions.ClientError as error:
            # What was never set is an error of its own, with and without the member.
            code = error.response["Error"]["Code"]
            return not code.startswith(("NoSuch", "ObjectLockConf", "Replication", "InvalidRequest")), code
        except (botocore.exceptions.BotoCoreError, ValueError, TypeError) as error:
            return True, str(error)  # the client itself refuses it
        if name.startswith(("Get", "List", "Head")):
            return False, plain(answer, state)
        state.follow(name, members, answer)
        return False, plain(answer, state) + plain(state.seen(), state)


if __name__ == "__main__":
    unittest.main()
