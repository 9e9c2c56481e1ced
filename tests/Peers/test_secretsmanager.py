import json
import unittest
import uuid

from lake import ANALYST, PeerTestCase, REGION, aws, client


class Secrets(PeerTestCase):
    def setUp(self):
        self.secrets = client("secretsmanager")
        self.name = "peer/" + uuid.uuid4().hex

    def test_values_labels_and_versions(self):
        made = self.secrets.create_secret(Name=self.name, SecretString="one", Tags=[{"Key": "team", "Value": "data"}])
        self.assertRegex(made["ARN"], rf":secret:{self.name}-[A-Za-z0-9]{{6}}$")
        put = self.secrets.put_secret_value(SecretId=made["ARN"], SecretString="two")
        self.assertEqual(["AWSCURRENT"], put["VersionStages"])
        self.assertEqual("two", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])
        self.assertEqual("one", self.secrets.get_secret_value(SecretId=made["ARN"][:-7], VersionStage="AWSPREVIOUS")["SecretString"])
        facts = self.secrets.describe_secret(SecretId=self.name)
        self.assertEqual({put["VersionId"]: ["AWSCURRENT"], made["VersionId"]: ["AWSPREVIOUS"]}, facts["VersionIdsToStages"])
        self.assertEqual([{"Key": "team", "Value": "data"}], facts["Tags"])
        self.secrets.update_secret_version_stage(SecretId=self.name, VersionStage="AWSCURRENT",
                                                 RemoveFromVersionId=put["VersionId"], MoveToVersionId=made["VersionId"])
        self.assertEqual("one", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])
        versions = self.secrets.list_secret_version_ids(SecretId=self.name)["Versions"]
        self.assertEqual({put["VersionId"], made["VersionId"]}, {version["VersionId"] for version in versions})

    def test_binary(self):
        self.secrets.create_secret(Name=self.name, SecretBinary=bytes(range(256)))
        self.assertEqual(bytes(range(256)), self.secrets.get_secret_value(SecretId=self.name)["SecretBinary"])

    def test_deletion_and_return(self):
        self.secrets.create_secret(Name=self.name, SecretString="one")
        self.secrets.delete_secret(SecretId=self.name, RecoveryWindowInDays=7)
        self.assert_code("InvalidRequestException", self.secrets.get_secret_value, SecretId=self.name)
        self.assert_code("InvalidRequestException", self.secrets.create_secret, Name=self.name, SecretString="two")
        self.secrets.restore_secret(SecretId=self.name)
        self.assertEqual("one", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])
        self.secrets.delete_secret(SecretId=self.name, ForceDeleteWithoutRecovery=True)
        self.assert_code("ResourceNotFoundException", self.secrets.describe_secret, SecretId=self.name)

    def test_refusals(self):
        self.assert_code("ResourceNotFoundException", self.secrets.get_secret_value, SecretId=self.name)
        self.secrets.create_secret(Name=self.name, SecretString="one")
        self.assert_code("ResourceExistsException", self.secrets.create_secret, Name=self.name, SecretString="one")
        self.assert_code("InvalidParameterException", self.secrets.delete_secret, SecretId=self.name, RecoveryWindowInDays=3)

    def test_a_rotation_with_the_steps_of_a_function(self):
        """The steps are those of AWS's own rotation functions, here done from outside."""
        made = self.secrets.create_secret(Name=self.name, SecretString="one")
        function = "arn:aws:lambda:us-east-1:000000000000:function:LakeTools-Manual"
        token = self.secrets.rotate_secret(SecretId=self.name, RotationLambdaARN=function, RotationRules={"AutomaticallyAfterDays": 7})["VersionId"]
        self.assertEqual(["AWSPENDING"], self.secrets.describe_secret(SecretId=self.name)["VersionIdsToStages"][token])
        self.assert_code("ResourceNotFoundException", self.secrets.get_secret_value, SecretId=self.name, VersionId=token, VersionStage="AWSPENDING")
        self.assert_code("InvalidRequestException", self.secrets.rotate_secret, SecretId=self.name)
        self.secrets.put_secret_value(SecretId=self.name, ClientRequestToken=token, SecretString="two", VersionStages=["AWSPENDING"])
        self.secrets.update_secret_version_stage(SecretId=self.name, VersionStage="AWSCURRENT",
                                                 MoveToVersionId=token, RemoveFromVersionId=made["VersionId"])
        self.assertEqual("two", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])
        facts = self.secrets.describe_secret(SecretId=self.name)
        self.assertTrue(facts["RotationEnabled"])
        self.assertEqual(7, facts["RotationRules"]["AutomaticallyAfterDays"])
        self.assertIn("LastRotatedDate", facts)
        self.secrets.cancel_rotate_secret(SecretId=self.name)
        self.assertFalse(self.secrets.describe_secret(SecretId=self.name)["RotationEnabled"])

    def test_replicas(self):
        arn = self.secrets.create_secret(Name=self.name, SecretString="one", AddReplicaRegions=[{"Region": "us-east-2"}])["ARN"]
        added = self.secrets.replicate_secret_to_regions(SecretId=self.name, AddReplicaRegions=[{"Region": "us-west-1"}])
        self.assertEqual({"us-east-2": "InSync", "us-west-1": "InSync"},
                         {replica["Region"]: replica["Status"] for replica in added["ReplicationStatus"]})
        self.secrets.remove_regions_from_replication(SecretId=self.name, RemoveReplicaRegions=["us-east-2"])
        west, replica = client("secretsmanager", region_name="us-west-1"), arn.replace(f":{REGION}:", ":us-west-1:")
        self.secrets.put_secret_value(SecretId=self.name, SecretString="two")
        self.assertEqual("two", west.get_secret_value(SecretId=self.name)["SecretString"])
        self.assertEqual((replica, REGION), (west.describe_secret(SecretId=replica)["ARN"], west.describe_secret(SecretId=replica)["PrimaryRegion"]))
        self.assert_code("ResourceNotFoundException", self.secrets.get_secret_value, SecretId=replica)
        self.assert_code("ResourceNotFoundException", client("secretsmanager", region_name="us-east-2").describe_secret, SecretId=self.name)
        self.assert_code("InvalidParameterException", west.put_secret_value, SecretId=replica, SecretString="three")
        self.assert_code("InvalidRequestException", self.secrets.stop_replication_to_replica, SecretId=arn)
        self.assertEqual(replica, west.stop_replication_to_replica(SecretId=replica)["ARN"])
        self.assertNotIn("ReplicationStatus", self.secrets.describe_secret(SecretId=self.name))
        west.put_secret_value(SecretId=replica, SecretString="three")
        self.assertEqual("three", west.get_secret_value(SecretId=self.name)["SecretString"])
        self.assertEqual("two", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])

    def test_an_update_changes_description_and_value(self):
        self.secrets.create_secret(Name=self.name, SecretString="one", Description="d")
        self.assertNotIn("VersionId", self.secrets.update_secret(SecretId=self.name, Description="e"))
        self.assertIn("VersionId", self.secrets.update_secret(SecretId=self.name, SecretString="two"))
        self.assertEqual("two", self.secrets.get_secret_value(SecretId=self.name)["SecretString"])
        self.assertEqual("e", self.secrets.describe_secret(SecretId=self.name)["Description"])

    def test_versions_are_paged(self):
        self.secrets.create_secret(Name=self.name, SecretString="0")
        for number in range(1, 4):
            self.secrets.put_secret_value(SecretId=self.name, SecretString=str(number), VersionStages=[f"v{number}"])
        first = self.secrets.list_secret_version_ids(SecretId=self.name, MaxResults=2)
        rest = self.secrets.list_secret_version_ids(SecretId=self.name, MaxResults=2, NextToken=first["NextToken"])
        self.assertEqual(4, len({version["VersionId"] for version in first["Versions"] + rest["Versions"]}))

    def test_tags(self):
        self.secrets.create_secret(Name=self.name, SecretString="one", Tags=[{"Key": "a", "Value": "1"}])
        self.secrets.tag_resource(SecretId=self.name, Tags=[{"Key": "b", "Value": self.name}])
        self.secrets.untag_resource(SecretId=self.name, TagKeys=["a"])
        self.assertEqual([{"Key": "b", "Value": self.name}], self.secrets.describe_secret(SecretId=self.name)["Tags"])

    @unittest.skipUnless(hasattr(client("secretsmanager"), "batch_get_secret_value"), "this boto3 is older than BatchGetSecretValue")
    def test_batches(self):
        self.secrets.create_secret(Name=self.name, SecretString="one", Tags=[{"Key": "b", "Value": self.name}])
        batch = self.secrets.batch_get_secret_value(SecretIdList=[self.name, "peer/none"])
        self.assertEqual(["one"], [value["SecretString"] for value in batch["SecretValues"]])
        self.assertEqual(["peer/none"], [error["SecretId"] for error in batch["Errors"]])
        found = self.secrets.batch_get_secret_value(Filters=[{"Key": "tag-value", "Values": [self.name]}])
        self.assertEqual([self.name], [value["Name"] for value in found["SecretValues"]])

    def test_policies(self):
        policy = json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": ANALYST}, "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]})
        self.secrets.create_secret(Name=self.name, SecretString="one")
        self.assertTrue(self.secrets.validate_resource_policy(SecretId=self.name, ResourcePolicy=policy)["PolicyValidationPassed"])
        self.secrets.put_resource_policy(SecretId=self.name, ResourcePolicy=policy, BlockPublicPolicy=True)
        self.assertEqual(json.loads(policy), json.loads(self.secrets.get_resource_policy(SecretId=self.name)["ResourcePolicy"]))
        self.secrets.delete_resource_policy(SecretId=self.name)
        self.assertNotIn("ResourcePolicy", self.secrets.get_resource_policy(SecretId=self.name))
        self.assert_code("MalformedPolicyDocumentException", self.secrets.put_resource_policy, SecretId=self.name, ResourcePolicy="{")

    def test_lists_are_paged_and_filtered(self):
        for number in range(5):
            self.secrets.create_secret(Name=f"{self.name}/{number}", SecretString="x")
        pages = self.secrets.get_paginator("list_secrets").paginate(
            Filters=[{"Key": "name", "Values": [self.name]}], PaginationConfig={"PageSize": 2})
        self.assertEqual({f"{self.name}/{number}" for number in range(5)},
                         {secret["Name"] for page in pages for secret in page["SecretList"]})

    def test_the_command_line(self):
        aws("secretsmanager", "create-secret", "--name", self.name, "--secret-string", "from the command line")
        self.assertEqual("from the command line", aws("secretsmanager", "get-secret-value", "--secret-id", self.name)["SecretString"])
        password = aws("secretsmanager", "get-random-password", "--password-length", "20", "--exclude-punctuation")["RandomPassword"]
        self.assertRegex(password, "^[A-Za-z0-9]{20}$")


if __name__ == "__main__":
    unittest.main()
