import json
import uuid

import botocore.exceptions
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.httpsession import URLLib3Session
import boto3

from lake import ACCOUNT, ANALYST, ENDPOINT, REGION, PeerTestCase, client, client_as_analyst, client_of_other, client_with

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


class Policies(PeerTestCase):
    """What a role's policy allows in a registered location: the names of the actions are those of botocore's documentation of each operation."""

    def setUp(self):
        self.s3, self.iam, self.lake = client("s3"), client("iam"), client("lakeformation")
        self.name = "peer-" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.name, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.s3.put_object(Bucket=self.name, Key="db/x", Body=b"123", Tagging="class=secret")
        self.upload = self.s3.create_multipart_upload(Bucket=self.name, Key="db/up")["UploadId"]
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}", UseServiceLinkedRole=True)
        self.addCleanup(self.lake.deregister_resource, ResourceArn=f"arn:aws:s3:::{self.name}")

    def role(self, *statements, boundary=None):
        more = {} if boundary is None else {"PermissionsBoundary": boundary}
        name = "peer" + uuid.uuid4().hex
        arn = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, **more)["Role"]["Arn"]
        self.iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": list(statements)}))
        return client_with(client("sts").assume_role(RoleArn=arn, RoleSessionName="peer")["Credentials"], "s3")

    def statement(self, effect, *actions, **more):
        return {"Effect": effect, "Action": list(actions), "Resource": [f"arn:aws:s3:::{self.name}", f"arn:aws:s3:::{self.name}/*"], **more}

    def operations(self):
        item, upload = dict(Bucket=self.name, Key="db/x"), dict(Bucket=self.name, Key="db/up", UploadId=self.upload)
        tags = {"TagSet": [{"Key": "a", "Value": "b"}]}
        copy = dict(Bucket=self.name, Key="db/copy", CopySource=f"{self.name}/db/x")
        return {
            ("s3:GetObjectTagging",): lambda s3: s3.get_object_tagging(**item),
            ("s3:PutObjectTagging",): lambda s3: s3.put_object_tagging(Tagging=tags, **item),
            ("s3:GetObject", "s3:GetObjectAttributes"): lambda s3: s3.get_object_attributes(ObjectAttributes=["ETag"], **item),
            ("s3:ListBucketMultipartUploads",): lambda s3: s3.list_multipart_uploads(Bucket=self.name, Prefix="db/"),
            ("s3:ListMultipartUploadParts",): lambda s3: s3.list_parts(**upload),
            ("s3:PutObject", "s3:PutObjectTagging"): lambda s3: s3.put_object(Body=b"1", Tagging="a=b", Bucket=self.name, Key="db/y"),
            ("s3:PutObject", "s3:PutObjectAcl"): lambda s3: s3.put_object(
                Body=b"1", ACL="bucket-owner-full-control", Bucket=self.name, Key="db/y"),
            ("s3:PutObject", "s3:GetObject", "s3:GetObjectTagging", "s3:PutObjectTagging"): lambda s3: s3.copy_object(**copy),
            ("s3:AbortMultipartUpload",): lambda s3: s3.abort_multipart_upload(**upload),
            ("s3:DeleteObjectTagging",): lambda s3: s3.delete_object_tagging(**item),
            ("s3:GetBucketLocation",): lambda s3: s3.get_bucket_location(Bucket=self.name),
            ("s3:ListBucket",): lambda s3: s3.head_bucket(Bucket=self.name),
        }

    def test_each_operation_needs_its_actions_and_no_other(self):
        for actions, call in self.operations().items():
            with self.subTest(actions):
                for action in actions:
                    with self.assertRaises(botocore.exceptions.ClientError) as raised:
                        call(self.role(self.statement("Allow", "s3:*"), self.statement("Deny", action)))
                    self.assertIn(raised.exception.response["Error"]["Code"], ("AccessDenied", "403"), action)
                call(self.role(self.statement("Allow", *actions)))

    def test_a_bucket_is_deleted_and_made_by_who_may(self):
        self.s3.abort_multipart_upload(Bucket=self.name, Key="db/up", UploadId=self.upload)
        self.s3.delete_object(Bucket=self.name, Key="db/x")
        self.assert_code("AccessDenied", self.role(self.statement("Allow", "s3:GetObject")).delete_bucket, Bucket=self.name)
        self.role(self.statement("Allow", "s3:DeleteBucket")).delete_bucket(Bucket=self.name)
        here = {"LocationConstraint": REGION}
        self.assert_code("AccessDenied", self.role(self.statement("Allow", "s3:GetObject")).create_bucket, Bucket=self.name, CreateBucketConfiguration=here)
        self.role(self.statement("Allow", "s3:CreateBucket")).create_bucket(Bucket=self.name, CreateBucketConfiguration=here)

    def test_a_session_policy_limits_buckets_too(self):
        def session(*actions):
            policy = json.dumps({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": list(actions), "Resource": "*"}})
            return client_with(client("sts").assume_role(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/LakeAdmin", RoleSessionName="peer",
                                                         Policy=policy)["Credentials"], "s3")

        new, here = "peer-" + uuid.uuid4().hex, {"LocationConstraint": REGION}
        reader = session("s3:GetObject")
        self.assert_code("AccessDenied", reader.create_bucket, Bucket=new, CreateBucketConfiguration=here)
        self.assert_code("AccessDenied", reader.list_buckets)
        session("s3:CreateBucket").create_bucket(Bucket=new, CreateBucketConfiguration=here)
        self.assert_code("AccessDenied", reader.delete_bucket, Bucket=new)
        self.assertIn(new, [bucket["Name"] for bucket in session("s3:ListAllMyBuckets").list_buckets()["Buckets"]])
        session("s3:DeleteBucket").delete_bucket(Bucket=new)

    def test_what_cannot_be_evaluated_denies_and_does_not_allow(self):
        everything, item = self.statement("Allow", "s3:*"), dict(Bucket=self.name, Key="db/x")
        own = {"Effect": "Deny", "Action": "s3:*", "Resource": f"arn:aws:s3:::{self.name}/${{aws:username}}/*"}
        self.assert_code("AccessDenied", self.role(everything, own).get_object, **item)
        self.assert_code("AccessDenied", self.role({**own, "Effect": "Allow"}).get_object, **item)
        other = {**own, "Resource": f"arn:aws:s3:::{self.name}/${{aws:username}}/elsewhere/*"}
        self.role(everything, other).get_object(**item)
        listed = self.statement("Deny", "s3:ListBucket", Condition={"StringLike": {"s3:prefix": "${aws:username}/*"}})
        self.assert_code("AccessDenied", self.role(everything, listed).list_objects_v2, Bucket=self.name, Prefix="db/")
        self.role(everything, listed).list_objects_v2(Bucket=self.name, Prefix="db")
        excluded = {"Effect": "Allow", "Action": "s3:*", "NotResource": f"arn:aws:s3:::{self.name}/${{aws:username}}/*"}
        self.assert_code("AccessDenied", self.role(excluded).get_object, **item)
        bounded = self.role(everything, boundary="arn:aws:iam::aws:policy/ReadOnlyAccess")
        self.assert_code("AccessDenied", bounded.put_object, Body=b"1", **item)
        self.role(everything, boundary="arn:aws:iam::aws:policy/AdministratorAccess").get_object(**item)

    def test_a_missing_key_is_said_to_who_may_list(self):
        reader = self.role(self.statement("Allow", "s3:GetObject", "s3:GetObjectTagging", "s3:PutObject"))
        missing = dict(Bucket=self.name, Key="db/none")
        self.assert_code("AccessDenied", reader.get_object, **missing)
        self.assert_code("403", reader.head_object, **missing)
        self.assert_code("AccessDenied", reader.get_object_tagging, **missing)
        self.assert_code("AccessDenied", reader.copy_object, Bucket=self.name, Key="db/copy", CopySource=f"{self.name}/db/none")
        lister = self.role(self.statement("Allow", "s3:GetObject", "s3:ListBucket"))
        self.assert_code("NoSuchKey", lister.get_object, **missing)
        below = self.role(self.statement("Allow", "s3:GetObject"), self.statement(
            "Allow", "s3:ListBucket", Condition={"StringLike": {"s3:prefix": "db/*"}}))
        self.assert_code("AccessDenied", below.get_object, **missing)


class HiddenTables(PeerTestCase):
    """Whether a table exists is said to who would see it, or may create it (aws-sdk-pandas issue 677, waggle-dance pull request 359)."""

    def test_a_hidden_table_and_none_are_told_the_same(self):
        glue, lake, name = client("glue"), client("lakeformation"), "d" + uuid.uuid4().hex
        glue.create_database(DatabaseInput={"Name": name, "CreateTableDefaultPermissions": []})
        self.addCleanup(glue.delete_database, Name=name)
        for table in "seen", "hidden":
            glue.create_table(DatabaseName=name, TableInput={"Name": table, "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "int"}]}})
        analyst = {"DataLakePrincipalIdentifier": ANALYST}
        lake.grant_permissions(Principal=analyst, Permissions=["SELECT"], Resource={"Table": {"DatabaseName": name, "Name": "seen"}})
        peer, athena = client_as_analyst("glue"), client_as_analyst("athena")
        peer.get_table(DatabaseName=name, Name="seen")
        calls = [lambda table: peer.get_table(DatabaseName=name, Name=table), lambda table: peer.get_table_versions(DatabaseName=name, TableName=table),
                 lambda table: peer.delete_table(DatabaseName=name, Name=table), lambda table: peer.get_partitions(DatabaseName=name, TableName=table),
                 lambda table: peer.update_table(DatabaseName=name, TableInput={"Name": table}),
                 lambda table: peer.get_partition_indexes(DatabaseName=name, TableName=table)]
        for call in calls:
            for table in "hidden", "none":
                self.assert_code("AccessDeniedException", call, table)
        failures = peer.batch_delete_table(DatabaseName=name, TablesToDelete=["hidden", "none"])["Errors"]
        self.assertEqual({"AccessDeniedException"}, {failure["ErrorDetail"]["ErrorCode"] for failure in failures})
        messages = set()
        for table in "hidden", "none":
            with self.assertRaises(botocore.exceptions.ClientError) as raised:
                athena.get_table_metadata(CatalogName="AwsDataCatalog", DatabaseName=name, TableName=table)
            messages.add(raised.exception.response["Error"]["Code"] + raised.exception.response["Error"]["Message"].replace(table, ""))
        self.assertEqual(1, len(messages), messages)
        lake.grant_permissions(Principal=analyst, Permissions=["CREATE_TABLE"], Resource={"Database": {"Name": name}})
        self.assert_code("EntityNotFoundException", calls[0], "none")
        self.assert_code("AccessDeniedException", calls[0], "hidden")
        self.assert_code("EntityNotFoundException", glue.get_table, DatabaseName=name, Name="none")


class Trails(PeerTestCase):
    """CloudTrail writes where it may, and not where the maker of the trail may not."""

    def setUp(self):
        self.trail, self.s3, self.lake = client("cloudtrail"), client("s3"), client("lakeformation")
        self.name = "peer-" + uuid.uuid4().hex
        self.here = {"LocationConstraint": REGION}

    def test_a_trail_writes_in_no_registered_location_and_no_bucket_of_another_account(self):
        self.s3.create_bucket(Bucket=self.name, CreateBucketConfiguration=self.here)
        arn = f"arn:aws:s3:::{self.name}/db"
        self.lake.register_resource(ResourceArn=arn, UseServiceLinkedRole=True)
        self.addCleanup(self.lake.deregister_resource, ResourceArn=arn)
        self.assert_code("InsufficientS3BucketPolicyException", self.trail.create_trail, Name=self.name, S3BucketName=self.name, S3KeyPrefix="db/t")
        client_of_other("s3").create_bucket(Bucket=self.name + "-x", CreateBucketConfiguration=self.here)
        self.assert_code("InsufficientS3BucketPolicyException", self.trail.create_trail, Name=self.name, S3BucketName=self.name + "-x")
        self.trail.create_trail(Name=self.name, S3BucketName=self.name, S3KeyPrefix="logs")
        self.addCleanup(self.trail.delete_trail, Name=self.name)
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}/logs", UseServiceLinkedRole=True)
        self.addCleanup(self.lake.deregister_resource, ResourceArn=f"arn:aws:s3:::{self.name}/logs")
        self.assert_code("InsufficientS3BucketPolicyException", self.trail.start_logging, Name=self.name)

    def test_what_cannot_be_delivered_is_an_error_of_the_trail(self):
        self.s3.create_bucket(Bucket=self.name, CreateBucketConfiguration=self.here)
        self.trail.create_trail(Name=self.name, S3BucketName=self.name)
        self.addCleanup(self.trail.delete_trail, Name=self.name)
        self.trail.start_logging(Name=self.name)
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}", UseServiceLinkedRole=True)
        self.addCleanup(self.lake.deregister_resource, ResourceArn=f"arn:aws:s3:::{self.name}")
        athena = client("athena")
        self.s3.create_bucket(Bucket=self.name + "-r", CreateBucketConfiguration=self.here)
        athena.start_query_execution(QueryString="select 1", ResultConfiguration={"OutputLocation": f"s3://{self.name}-r/"})
        self.assertEqual("AccessDenied", self.trail.get_trail_status(Name=self.name)["LatestDeliveryError"])
        self.assertNotIn("Contents", self.s3.list_objects_v2(Bucket=self.name))


class Requests(PeerTestCase):
    def signed(self, path):
        request = AWSRequest("GET", ENDPOINT.rstrip("/") + path)
        S3SigV4Auth(boto3.Session().get_credentials(), "s3", REGION).add_auth(request)
        return URLLib3Session().send(request.prepare())

    def test_an_empty_bucket_is_not_the_service(self):
        for path in ("//o/x.csv", "//"):
            answer = self.signed(path)
            self.assertEqual(400, answer.status_code, answer.text)
            self.assertIn("<Code>InvalidBucketName</Code>", answer.text)

    def test_ranges_have_numbers_of_any_length(self):
        s3, name = client("s3"), "peer-" + uuid.uuid4().hex
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket=name, Key="x", Body=b"12345")
        for text, bytes_ in (("bytes=1-99999999999999999999", b"2345"), ("bytes=-99999999999999999999", b"12345")):
            answer = s3.get_object(Bucket=name, Key="x", Range=text)
            self.assertEqual((206, bytes_), (answer["ResponseMetadata"]["HTTPStatusCode"], answer["Body"].read()))
        self.assert_code("InvalidRange", s3.get_object, Bucket=name, Key="x", Range="bytes=99999999999999999999-")
        self.assert_code("InvalidArgument", s3.upload_part_copy, Bucket=name, Key="y", PartNumber=1, CopySource=f"{name}/x",
                         UploadId=s3.create_multipart_upload(Bucket=name, Key="y")["UploadId"], CopySourceRange="bytes=0-99999999999999999999")
