import unittest
import uuid

from lake import PeerTestCase, aws, client


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
