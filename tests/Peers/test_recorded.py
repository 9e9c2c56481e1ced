"""What Secrets Manager, STS, IAM, Glue and Lake Formation answered where others recorded them:
docs/embedded-lake/recordings.md."""
import json
import unittest
import uuid

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.httpsession import URLLib3Session
import boto3

from lake import ACCOUNT, ANALYST, ENDPOINT, REGION, PeerTestCase, client, client_with

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


def ask_secrets(operation, members):
    """A request that no SDK filled in."""
    request = AWSRequest("POST", ENDPOINT, data=json.dumps(members), headers={
        "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "secretsmanager." + operation})
    SigV4Auth(boto3.Session().get_credentials(), "secretsmanager", REGION).add_auth(request)
    answer = URLLib3Session().send(request.prepare())
    return answer.status_code, json.loads(answer.text)


class Secrets(PeerTestCase):
    def setUp(self):
        self.secrets = client("secretsmanager")
        self.name = "recorded/" + uuid.uuid4().hex

    def test_lists_begin_with_the_oldest(self):
        names = [f"{self.name}-{number}" for number in (3, 1, 2)]
        for name in names:
            self.secrets.create_secret(Name=name, SecretString="x")
        mine = [{"Key": "name", "Values": [self.name]}]
        self.assertEqual(names, [item["Name"] for item in self.secrets.list_secrets(Filters=mine)["SecretList"]])
        self.assertEqual(names[::-1], [item["Name"] for item in self.secrets.list_secrets(Filters=mine, SortOrder="desc")["SecretList"]])

    def test_descriptions_match_by_the_beginnings_of_their_words(self):
        word = uuid.uuid4().hex
        self.secrets.create_secret(Name=self.name, SecretString="x", Description=f"a Very{word} long text")
        for value, found in ((f"very{word}", 1), (f"lon very{word}", 1), (f"very{word[:-1]}", 1), (f"{word}", 0), (f"very{word} ext", 0)):
            given = self.secrets.list_secrets(Filters=[{"Key": "description", "Values": [value]}])["SecretList"]
            self.assertEqual(found, len(given), value)

    def test_the_version_that_was_current_is_pending_no_more(self):
        first = self.secrets.create_secret(Name=self.name, SecretString="one")["VersionId"]
        second = self.secrets.put_secret_value(SecretId=self.name, SecretString="two", VersionStages=["AWSPENDING"])["VersionId"]
        self.secrets.update_secret_version_stage(SecretId=self.name, VersionStage="AWSCURRENT", MoveToVersionId=second, RemoveFromVersionId=first)
        stages = self.secrets.describe_secret(SecretId=self.name)["VersionIdsToStages"]
        self.assertEqual({first: ["AWSPREVIOUS"], second: ["AWSCURRENT", "AWSPENDING"]}, {key: sorted(value) for key, value in stages.items()})
        third = self.secrets.put_secret_value(SecretId=self.name, SecretString="three")["VersionId"]
        stages = self.secrets.describe_secret(SecretId=self.name)["VersionIdsToStages"]
        self.assertEqual({second: ["AWSPREVIOUS"], third: ["AWSCURRENT"]}, stages)

    def test_malformed_ids(self):
        for call in (self.secrets.get_secret_value, self.secrets.describe_secret, self.secrets.delete_secret, self.secrets.restore_secret,
                     self.secrets.list_secret_version_ids, self.secrets.get_resource_policy, self.secrets.rotate_secret):
            error = self.assert_code("ValidationException", call, SecretId="not a name")["Error"]
            self.assertEqual("Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!", error["Message"])
        self.assert_code("ValidationException", self.secrets.put_secret_value, SecretId="what?", SecretString="x")
        self.assert_code("ValidationException", self.secrets.tag_resource, SecretId="what?", Tags=[{"Key": "a", "Value": "b"}])

    def test_an_arn_without_its_end(self):
        """test_secretsmanager.snapshot.json, test_create_and_update_secret."""
        for name in (self.name, self.name + "-a1b2", self.name + "-a1b2c3-"):
            arn = self.secrets.create_secret(Name=name, SecretString="x")["ARN"]
            self.assertEqual("x", self.secrets.get_secret_value(SecretId=arn[:-7])["SecretString"])
        arn = self.secrets.create_secret(Name=self.name + "-a1b2c3", SecretString="x")["ARN"]
        self.assert_code("ResourceNotFoundException", self.secrets.get_secret_value, SecretId=arn[:-7])  # which ends as a whole one
        self.assertEqual("x", self.secrets.get_secret_value(SecretId=arn)["SecretString"])

    def test_raw_requests_need_a_token(self):
        text = "You must provide a ClientRequestToken value. We recommend a UUID-type value."
        status, answer = ask_secrets("CreateSecret", {"Name": self.name, "SecretString": "x"})
        self.assertEqual((400, "InvalidRequestException", text), (status, answer["__type"].split("#")[-1], answer.get("Message") or answer["message"]))
        self.assert_code("ResourceNotFoundException", self.secrets.describe_secret, SecretId=self.name)
        self.secrets.create_secret(Name=self.name, SecretString="x")
        for operation, code in (("PutSecretValue", "InvalidRequestException"), ("UpdateSecret", "InvalidRequestException"),
                                ("RotateSecret", "InvalidParameterException")):
            members = {"SecretId": self.name} if operation == "RotateSecret" else {"SecretId": self.name, "SecretString": "y"}
            status, answer = ask_secrets(operation, members)
            self.assertEqual((400, code), (status, answer["__type"].split("#")[-1]), operation)
        self.assertEqual("x", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])

    def test_pages_of_a_batch_need_filters(self):
        # Debian's boto3 does not know BatchGetSecretValue.
        status, answer = ask_secrets("BatchGetSecretValue", {"SecretIdList": [self.name], "MaxResults": 1})
        self.assertEqual((400, "InvalidParameterException"), (status, answer["__type"].split("#")[-1]))
        self.assertIn("'Filters' not specified.", answer.get("Message") or answer["message"])


    def test_a_function_that_is_not_there(self):
        self.secrets.create_secret(Name=self.name, SecretString="init")
        arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:rotate_secret_invalid_lambda_arn"
        error = self.assert_code("AccessDeniedException", self.secrets.rotate_secret, SecretId=self.name, RotationLambdaARN=arn,
                                 RotationRules={"AutomaticallyAfterDays": 1})
        self.assertEqual("Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to "
                         "the principal secretsmanager.amazonaws.com.", error["Error"]["Message"])
        self.assertEqual(400, error["ResponseMetadata"]["HTTPStatusCode"])
        told = self.secrets.describe_secret(SecretId=self.name)
        self.assertEqual([], [name for name in ("RotationEnabled", "RotationRules", "RotationLambdaARN") if name in told])
        error = self.assert_code("InvalidRequestException", self.secrets.rotate_secret, SecretId=self.name, RotationRules={"AutomaticallyAfterDays": 1})
        self.assertEqual("No Lambda rotation function ARN is associated with this secret.", error["Error"]["Message"])

    def test_tags_that_there_never_were(self):
        self.secrets.create_secret(Name=self.name, Description="")
        told = self.secrets.describe_secret(SecretId=self.name)
        self.assertEqual({"ARN", "Name", "CreatedDate", "LastChangedDate"}, set(told) - {"ResponseMetadata"})
        self.secrets.tag_resource(SecretId=self.name, Tags=[{"Key": "tag3", "Value": "value3"}, {"Key": "tag4", "Value": "value4"}])
        self.secrets.untag_resource(SecretId=self.name, TagKeys=["tag3", "tag4"])
        self.assertEqual([], self.secrets.describe_secret(SecretId=self.name)["Tags"])

    def test_the_day_of_the_last_access(self):
        self.secrets.create_secret(Name=self.name, SecretString="x")
        self.assertNotIn("LastAccessedDate", self.secrets.describe_secret(SecretId=self.name))
        self.secrets.get_secret_value(SecretId=self.name)
        first = self.secrets.describe_secret(SecretId=self.name)["LastAccessedDate"]
        self.assertEqual(0, first.timestamp() % 86400)

    def test_a_token_that_is_in_use(self):
        token = str(uuid.uuid4())
        arn = self.secrets.create_secret(Name=self.name, SecretString="Hello", ClientRequestToken=token)["ARN"]
        self.assertEqual(token, self.secrets.create_secret(Name=self.name, SecretString="Hello", ClientRequestToken=token)["VersionId"])
        text = f"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {arn}."
        for call, name in ((self.secrets.create_secret, "Name"), (self.secrets.put_secret_value, "SecretId"), (self.secrets.update_secret, "SecretId")):
            error = self.assert_code("ResourceExistsException", call, **{name: self.name}, SecretString="Hi", ClientRequestToken=token)
            self.assertEqual(text, error["Error"]["Message"])

    def test_replicas(self):
        """As the tests of getmoto/moto have it (test_secrets_duplication.py), and issues that quote AWS."""
        east = client("secretsmanager", region_name="us-east-2")
        arn = self.secrets.create_secret(Name=self.name, SecretString="s1", AddReplicaRegions=[{"Region": "us-east-2"}])["ARN"]
        replica = self.secrets.describe_secret(SecretId=arn)["ReplicationStatus"][0]
        self.assertEqual(("InSync", "Replication succeeded"), (replica["Status"], replica["StatusMessage"]))
        text = "Operation not permitted on a replica secret. Call must be made in primary secret's region."
        for call, more in ((east.update_secret, {"SecretString": "x"}), (east.put_secret_value, {"SecretString": "x"}), (east.restore_secret, {}),
                           (east.tag_resource, {"Tags": [{"Key": "k", "Value": "v"}]}), (east.untag_resource, {"TagKeys": ["k"]}),
                           (east.put_resource_policy, {"ResourcePolicy": "{}"}), (east.delete_resource_policy, {}), (east.delete_secret, {}),
                           (east.cancel_rotate_secret, {}), (east.rotate_secret, {}), (east.remove_regions_from_replication, {"RemoveReplicaRegions": ["a-1"]}),
                           (east.replicate_secret_to_regions, {"AddReplicaRegions": [{"Region": "us-west-1"}]})):
            self.assertEqual(text, self.assert_code("InvalidParameterException", call, SecretId=self.name, **more)["Error"]["Message"])
        error = self.assert_code("InvalidParameterException", self.secrets.delete_secret, SecretId=self.name)
        self.assertEqual(f"You can't delete secret {arn} that still has replica regions [us-east-2].", error["Error"]["Message"])
        self.secrets.remove_regions_from_replication(SecretId=self.name, RemoveReplicaRegions=["us-east-2"])
        self.secrets.remove_regions_from_replication(SecretId=self.name, RemoveReplicaRegions=["us-east-2"])
        self.assert_code("ResourceNotFoundException", east.describe_secret, SecretId=self.name)
        other = east.create_secret(Name=self.name, SecretString="s2")["ARN"]
        failed = self.secrets.replicate_secret_to_regions(SecretId=self.name, AddReplicaRegions=[{"Region": "us-east-2"}])["ReplicationStatus"][0]
        self.assertEqual(("Failed", f"Replication failed: Secret name {self.name} already exists in region us-east-2."), (failed["Status"], failed["StatusMessage"]))
        self.assertEqual("s2", east.get_secret_value(SecretId=other)["SecretString"])
        self.secrets.replicate_secret_to_regions(SecretId=self.name, AddReplicaRegions=[{"Region": "us-east-2"}], ForceOverwriteReplicaSecret=True)
        self.assert_code("ResourceNotFoundException", east.get_secret_value, SecretId=other)
        self.assertEqual("s1", east.get_secret_value(SecretId=self.name)["SecretString"])


class Identity(PeerTestCase):
    def test_malformed_roles(self):
        for arn in ("x" * 20, "arn:aws:iam::" + ACCOUNT, "arn::iam::111122223333:role/Loader"):
            error = self.assert_code("ValidationError", client("sts").assume_role, RoleArn=arn, RoleSessionName="peer")
            self.assertEqual(f"{arn} is invalid", error["Error"]["Message"])
            self.assertEqual(400, error["ResponseMetadata"]["HTTPStatusCode"])

    def test_session_tags_that_meet(self):
        def refused(sts, text, tags, **more):
            error = self.assert_code("InvalidParameterValue", sts.assume_role, RoleArn=ANALYST, RoleSessionName="peer", **more,
                                     Tags=[{"Key": key, "Value": value} for key, value in tags])
            self.assertEqual(text, error["Error"]["Message"])

        sts = client("sts")
        refused(sts, "Duplicate tag keys found. Please note that Tag keys are case insensitive.", [("team", "a"), ("Team", "b")])
        refused(sts, "The specified transitive tag key must be included in the requested tags.", [("team", "a")], TransitiveTagKeys=["other"])
        three = sts.assume_role(RoleArn=ANALYST, RoleSessionName="peer", Tags=[{"Key": key, "Value": "b"} for key in "bcd"])
        self.assertEqual(3, three["PackedPolicySize"])  # as seen in a trail of AWS
        self.assertNotIn("PackedPolicySize", sts.assume_role(RoleArn=ANALYST, RoleSessionName="peer"))
        self.assert_code("PackedPolicyTooLarge", sts.assume_role, RoleArn=ANALYST, RoleSessionName="peer",
                         Tags=[{"Key": f"k{number}", "Value": "v" * 256} for number in range(50)])
        keys = sts.assume_role(RoleArn=ANALYST, RoleSessionName="peer", Tags=[{"Key": "team", "Value": "a"}], TransitiveTagKeys=["team"])
        refused(client_with(keys["Credentials"], "sts"), "One of the specified transitive tag keys can't be set because it conflicts with a "
                "transitive tag key from the calling session.", [("Team", "b")])

    def test_a_user_and_its_federation(self):
        iam, name = client("iam"), "peer-" + uuid.uuid4().hex
        made = iam.create_user(UserName=name)["User"]
        self.assertEqual({"Arn", "CreateDate", "Path", "UserId", "UserName"}, set(made))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        sts = client_with(dict(key, SessionToken=None), "sts")
        told = sts.get_caller_identity()
        self.assertEqual((ACCOUNT, made["Arn"], made["UserId"]), (told["Account"], told["Arn"], told["UserId"]))
        given = sts.get_federation_token(Name="TestName", DurationSeconds=900)
        self.assertEqual(({"Arn": f"arn:aws:sts::{ACCOUNT}:federated-user/TestName", "FederatedUserId": f"{ACCOUNT}:TestName"}, 0),
                         (given["FederatedUser"], given["PackedPolicySize"]))
        iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
        iam.delete_user(UserName=name)

    def test_the_longest_session_is_told_at_once_where_it_was_given(self):
        iam, name = client("iam"), "peer-" + uuid.uuid4().hex
        made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]
        self.assertNotIn("MaxSessionDuration", made)
        self.assertEqual(3600, iam.get_role(RoleName=name)["Role"]["MaxSessionDuration"])
        iam.delete_role(RoleName=name)
        self.assertEqual(7200, iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, MaxSessionDuration=7200)["Role"]["MaxSessionDuration"])
        iam.delete_role(RoleName=name)


class Catalog(PeerTestCase):
    def setUp(self):
        self.glue, self.name = client("glue"), "peer_" + uuid.uuid4().hex

    def job(self, **more):
        self.glue.create_job(Name=self.name, Role="r", Command={"Name": "glueetl", "ScriptLocation": "s3://peer-none/x.py"}, **more)
        self.addCleanup(self.glue.delete_job, JobName=self.name)

    def test_what_every_table_tells(self):
        self.glue.create_database(DatabaseInput={"Name": self.name})
        self.addCleanup(self.glue.delete_database, Name=self.name)
        self.glue.create_table(DatabaseName=self.name, TableInput={"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "int"}]}})
        for table in (self.glue.get_table(DatabaseName=self.name, Name="t")["Table"], self.glue.get_tables(DatabaseName=self.name)["TableList"][0]):
            storage = table["StorageDescriptor"]
            self.assertEqual((0, False, 0, [], False), (table["Retention"], storage["Compressed"], storage["NumberOfBuckets"],
                                                        storage["SortColumns"], storage["StoredAsSubDirectories"]))
        self.glue.update_table(DatabaseName=self.name, TableInput={"Name": "t", "Retention": 3, "StorageDescriptor": {"Compressed": True, "NumberOfBuckets": -1}})
        table = self.glue.get_table(DatabaseName=self.name, Name="t")["Table"]
        self.assertEqual((3, True, -1), (table["Retention"], table["StorageDescriptor"]["Compressed"], table["StorageDescriptor"]["NumberOfBuckets"]))

    def test_a_table_that_is_not_there(self):
        self.glue.create_database(DatabaseInput={"Name": self.name})
        self.addCleanup(self.glue.delete_database, Name=self.name)
        for call, member, text in ((self.glue.delete_table, "Name", "Table none not found."), (self.glue.get_table, "Name", "Entity Not Found"),
                                   (self.glue.get_partition_indexes, "TableName", "Table none not found.")):
            error = self.assert_code("EntityNotFoundException", call, DatabaseName=self.name, **{member: "none"})
            self.assertEqual(text, error["Error"]["Message"])

    def test_the_former_name_of_a_capacity(self):
        self.job(AllocatedCapacity=4)
        for job in (self.glue.get_job(JobName=self.name)["Job"], self.glue.get_jobs()["Jobs"][-1]):
            self.assertEqual((4.0, 4), (job["MaxCapacity"], job["AllocatedCapacity"]))
            self.assertNotIn("WorkerType", job)
        script = {"Name": "glueetl", "ScriptLocation": "s3://peer-none/x.py"}
        self.glue.update_job(JobName=self.name, JobUpdate={"Role": "r", "Command": script, "AllocatedCapacity": 3})
        self.assertEqual(3.0, self.glue.get_job(JobName=self.name)["Job"]["MaxCapacity"])
        for more in ({"MaxCapacity": 2.0}, {"WorkerType": "G.1X", "NumberOfWorkers": 2}):
            self.assert_code("InvalidInputException", self.glue.update_job, JobName=self.name,
                             JobUpdate=dict({"Role": "r", "Command": script, "AllocatedCapacity": 3}, **more))
        run = self.glue.start_job_run(JobName=self.name, AllocatedCapacity=5)["JobRunId"]
        told = self.glue.get_job_run(JobName=self.name, RunId=run)["JobRun"]
        self.assertEqual((5.0, 5), (told["MaxCapacity"], told["AllocatedCapacity"]))

    def test_capacities_have_decimals(self):
        self.job()
        job = self.glue.get_job(JobName=self.name)["Job"]
        self.assertEqual(("10.0", 10), (repr(job["MaxCapacity"]), job["AllocatedCapacity"]))
        self.assertEqual("5.1", job["GlueVersion"])  # API reference, Job: those that are created without a version

    def test_who_changed_a_connection_last(self):
        self.glue.create_connection(ConnectionInput={"Name": self.name, "ConnectionType": "NETWORK", "ConnectionProperties": {}})
        self.addCleanup(self.glue.delete_connection, ConnectionName=self.name)
        told = self.glue.get_connection(Name=self.name)["Connection"]
        self.assertEqual(client("sts").get_caller_identity()["Arn"], told["LastUpdatedBy"])


class LakeFormation(PeerTestCase):
    def test_batches_tell_that_nothing_failed(self):
        lake = client("lakeformation")
        entry = {"Id": "1", "Principal": {"DataLakePrincipalIdentifier": ANALYST}, "Resource": {"Catalog": {}}, "Permissions": ["CREATE_DATABASE"]}
        for call in (lake.batch_grant_permissions, lake.batch_revoke_permissions):
            self.assertEqual([], call(Entries=[entry])["Failures"])


if __name__ == "__main__":
    unittest.main()
