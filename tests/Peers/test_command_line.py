import json
import os
import tempfile
import unittest
import uuid

from lake import ACCOUNT, ANALYST, REGION, PeerTestCase, aws

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


class CommandLine(PeerTestCase):
    """The AWS CLI's forms of what people type most."""

    def setUp(self):
        self.name = "c" + uuid.uuid4().hex

    def test_a_table_is_made_and_granted(self):
        aws("glue", "create-database", "--database-input", json.dumps({"Name": self.name}))
        table = {"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "int"}]}, "PartitionKeys": [{"Name": "day", "Type": "string"}]}
        aws("glue", "create-table", "--database-name", self.name, "--table-input", json.dumps(table))
        aws("glue", "create-partition", "--database-name", self.name, "--table-name", "t", "--partition-input", "Values=2026-01-01")
        partitions = aws("glue", "get-partitions", "--database-name", self.name, "--table-name", "t", "--expression", "day > '2025'")["Partitions"]
        self.assertEqual([["2026-01-01"]], [partition["Values"] for partition in partitions])

        resource = json.dumps({"Table": {"DatabaseName": self.name, "Name": "t"}})
        principal = f"DataLakePrincipalIdentifier={ANALYST}"
        aws("lakeformation", "grant-permissions", "--principal", principal, "--permissions", "SELECT", "--resource", resource)
        listed = aws("lakeformation", "list-permissions", "--resource", resource)["PrincipalResourcePermissions"]
        self.assertEqual([(ANALYST, ["SELECT"])], [(item["Principal"]["DataLakePrincipalIdentifier"], item["Permissions"]) for item in listed])
        aws("lakeformation", "revoke-permissions", "--principal", principal, "--permissions", "SELECT", "--resource", resource)
        self.assertEqual([], aws("lakeformation", "list-permissions", "--resource", resource)["PrincipalResourcePermissions"])

        aws("glue", "delete-table", "--database-name", self.name, "--name", "t")
        aws("glue", "delete-database", "--name", self.name)
        self.assertIn("EntityNotFoundException", aws("glue", "get-database", "--name", self.name, fails=True))

    def test_a_tag_is_made_and_put(self):
        aws("glue", "create-database", "--database-input", json.dumps({"Name": self.name}))
        aws("lakeformation", "create-lf-tag", "--tag-key", self.name, "--tag-values", "a", "b")
        aws("lakeformation", "add-lf-tags-to-resource", "--resource", json.dumps({"Database": {"Name": self.name}}),
            "--lf-tags", f"TagKey={self.name},TagValues=a")
        tags = aws("lakeformation", "get-resource-lf-tags", "--resource", json.dumps({"Database": {"Name": self.name}}))["LFTagOnDatabase"]
        self.assertEqual([(self.name, ["a"])], [(tag["TagKey"], tag["TagValues"]) for tag in tags])
        aws("glue", "delete-database", "--name", self.name)
        aws("lakeformation", "delete-lf-tag", "--tag-key", self.name)

    def test_a_job_a_trigger_and_a_connection(self):
        aws("glue", "create-job", "--name", self.name, "--role", "r", "--command", "Name=pythonshell,ScriptLocation=s3://peer-none/x.py")
        aws("glue", "create-trigger", "--name", self.name, "--type", "ON_DEMAND", "--actions", f"JobName={self.name}")
        self.assertEqual([self.name], [item["JobName"] for item in aws("glue", "get-trigger", "--name", self.name)["Trigger"]["Actions"]])
        aws("glue", "create-connection", "--connection-input", json.dumps(
            {"Name": self.name, "ConnectionType": "NETWORK", "ConnectionProperties": {}}))
        self.assertEqual("NETWORK", aws("glue", "get-connection", "--name", self.name)["Connection"]["ConnectionType"])
        aws("glue", "delete-connection", "--connection-name", self.name)
        aws("glue", "delete-trigger", "--name", self.name)
        aws("glue", "delete-job", "--job-name", self.name)

    def test_a_role_is_made_and_taken_on(self):
        arn = aws("iam", "create-role", "--role-name", self.name, "--assume-role-policy-document", TRUST)["Role"]["Arn"]
        taken = aws("sts", "assume-role", "--role-arn", arn, "--role-session-name", "monday")
        self.assertEqual(f"arn:aws:sts::{ACCOUNT}:assumed-role/{self.name}/monday", taken["AssumedRoleUser"]["Arn"])
        aws("iam", "delete-role", "--role-name", self.name)

    def test_logs_and_endpoints(self):
        aws("logs", "create-log-group", "--log-group-name", self.name)
        groups = aws("logs", "describe-log-groups", "--log-group-name-prefix", self.name)["logGroups"]
        self.assertEqual([self.name], [group["logGroupName"] for group in groups])
        aws("logs", "delete-log-group", "--log-group-name", self.name)
        made = aws("ec2", "create-vpc-endpoint", "--vpc-id", "vpc-0123456789abcdef0", "--service-name", f"com.amazonaws.{REGION}.s3")["VpcEndpoint"]
        found = aws("ec2", "describe-vpc-endpoints", "--vpc-endpoint-ids", made["VpcEndpointId"])["VpcEndpoints"]
        self.assertEqual(["Gateway"], [endpoint["VpcEndpointType"] for endpoint in found])
        aws("ec2", "delete-vpc-endpoints", "--vpc-endpoint-ids", made["VpcEndpointId"])

    def test_objects(self):
        with tempfile.TemporaryDirectory() as folder:
            body, back = os.path.join(folder, "in"), os.path.join(folder, "out")
            with open(body, "wb") as file:
                file.write(b"0123456789")
            aws("s3api", "create-bucket", "--bucket", self.name, "--create-bucket-configuration", f"LocationConstraint={REGION}")
            aws("s3api", "put-object", "--bucket", self.name, "--key", "k", "--body", body, "--metadata", "a=1")
            self.assertEqual({"a": "1"}, aws("s3api", "head-object", "--bucket", self.name, "--key", "k")["Metadata"])
            aws("s3api", "get-object", "--bucket", self.name, "--key", "k", "--range", "bytes=2-4", back)
            with open(back, "rb") as file:
                self.assertEqual(b"234", file.read())
        aws("s3api", "copy-object", "--bucket", self.name, "--key", "k2", "--copy-source", f"{self.name}/k")
        self.assertEqual(["k", "k2"], [item["Key"] for item in aws("s3api", "list-objects-v2", "--bucket", self.name)["Contents"]])
        aws("s3", "rb", f"s3://{self.name}", "--force")
        self.assertIn("404", aws("s3api", "head-bucket", "--bucket", self.name, fails=True))


if __name__ == "__main__":
    unittest.main()
