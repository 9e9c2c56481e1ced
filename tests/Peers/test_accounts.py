import json
import uuid

from lake import ACCOUNT, OTHER_ACCOUNT, PeerTestCase, client, client_of_other

ROLE = f"arn:aws:iam::{ACCOUNT}:role/PeerLocation"
GLUE_TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
NO_TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]})


class PassedRoles(PeerTestCase):
    """IAM user guide, id_roles_use_passrole: a role is passed to a service of its own account."""

    def setUp(self):
        self.glue, self.iam, self.lake = client("glue"), client("iam"), client("lakeformation")
        self.name = "peer" + uuid.uuid4().hex
        self.foreign = f"arn:aws:iam::{OTHER_ACCOUNT}:role/{self.name}"
        client_of_other("iam").create_role(RoleName=self.name, AssumeRolePolicyDocument=GLUE_TRUST)

    def job(self, role):
        return {"Role": role, "Command": {"Name": "pythonshell", "ScriptLocation": "s3://scripts/x.py", "PythonVersion": "3.9"}}

    def crawler(self, role):
        return {"Name": self.name, "Role": role, "DatabaseName": "db", "Targets": {"S3Targets": [{"Path": "s3://scripts/"}]}}

    def test_no_role_of_another_account_is_passed(self):
        for role in (self.foreign, f"arn:aws:iam::{OTHER_ACCOUNT}:role/never-made", "arn:aws:iam::333333333333:role/x"):
            self.assert_code("AccessDeniedException", self.glue.create_job, Name=self.name, **self.job(role))
            self.assert_code("AccessDeniedException", self.glue.create_crawler, **self.crawler(role))
            self.assert_code("AccessDeniedException", self.lake.register_resource, ResourceArn=f"arn:aws:s3:::{self.name}", RoleArn=role)
        self.assert_code("InvalidInputException", self.glue.create_job, Name=self.name, **self.job(f"arn:aws:iam::{ACCOUNT}:user/x"))
        self.glue.create_job(Name=self.name, **self.job("never-made"))
        self.glue.create_crawler(**self.crawler("never-made"))
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}", RoleArn=ROLE)
        self.assert_code("AccessDeniedException", self.glue.update_job, JobName=self.name, JobUpdate=self.job(self.foreign))
        self.assert_code("AccessDeniedException", self.glue.update_crawler, Name=self.name, Role=self.foreign)
        self.assert_code("AccessDeniedException", self.lake.update_resource, ResourceArn=f"arn:aws:s3:::{self.name}", RoleArn=self.foreign)

    def test_a_role_that_exists_trusts_glue(self):
        self.iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=NO_TRUST)
        for role in self.name, f"arn:aws:iam::{ACCOUNT}:role/{self.name}":
            self.assert_code("InvalidInputException", self.glue.create_job, Name=self.name, **self.job(role))
            self.assert_code("InvalidInputException", self.glue.create_crawler, **self.crawler(role))
        self.iam.update_assume_role_policy(RoleName=self.name, PolicyDocument=GLUE_TRUST)
        self.glue.create_job(Name=self.name, **self.job(self.name))
        self.glue.create_crawler(**self.crawler(self.name))
        self.iam.update_assume_role_policy(RoleName=self.name, PolicyDocument=NO_TRUST)
        self.assert_code("InvalidInputException", self.glue.start_job_run, JobName=self.name)
        self.assert_code("InvalidInputException", self.glue.start_crawler, Name=self.name)
