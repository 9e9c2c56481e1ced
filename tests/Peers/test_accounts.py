import json
import uuid

from lake import ACCOUNT, OTHER_ACCOUNT, REGION, PeerTestCase, client, client_as_analyst, client_of_other, client_with, open_to_engines

ROLE = f"arn:aws:iam::{ACCOUNT}:role/PeerLocation"
GLUE_TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
NO_TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]})


class Buckets(PeerTestCase):
    """A bucket of another account, as a location of this one: registration-role and register-cross-account in the developer guide."""

    def setUp(self):
        self.lake, self.glue, self.s3, self.owner = client("lakeformation"), client("glue"), client("s3"), client_of_other("s3")
        self.bucket = "peer-" + uuid.uuid4().hex
        self.owner.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.owner.put_object(Bucket=self.bucket, Key="hr/x.csv", Body=b"1,a\n")
        self.arn = f"arn:aws:s3:::{self.bucket}/hr"

    def register(self, **more):
        self.lake.register_resource(ResourceArn=self.arn, **(more or {"RoleArn": ROLE}))
        self.addCleanup(self.lake.deregister_resource, ResourceArn=self.arn)

    def vended(self):
        open_to_engines(self)
        name = "d" + uuid.uuid4().hex
        self.glue.create_database(DatabaseInput={"Name": name})
        self.addCleanup(self.glue.delete_database, Name=name)
        administrator = self.lake.get_data_lake_settings()["DataLakeSettings"]["DataLakeAdmins"][0]
        self.lake.grant_permissions(Principal=administrator, Resource={"DataLocation": {"ResourceArn": self.arn}},
                                    Permissions=["DATA_LOCATION_ACCESS"])
        self.glue.create_table(DatabaseName=name, TableInput={"Name": "t", "StorageDescriptor": {
            "Columns": [{"Name": "id", "Type": "int"}], "Location": f"s3://{self.bucket}/hr/"}})
        keys = self.lake.get_temporary_glue_table_credentials(
            TableArn=f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{name}/t", Permissions=["SELECT", "INSERT"],
            SupportedPermissionTypes=["COLUMN_PERMISSION"])
        return client_with(keys, "s3")

    def policy(self, *statements):
        text = json.dumps({"Version": "2012-10-17", "Statement": statements})
        self.owner.put_bucket_policy(Bucket=self.bucket, Policy=text)

    def statement(self, effect, principal, *actions):
        return {"Effect": effect, "Principal": {"AWS": principal}, "Action": list(actions),
                "Resource": [f"arn:aws:s3:::{self.bucket}", f"arn:aws:s3:::{self.bucket}/*"]}

    def test_the_owners_policy_opens_it_to_the_role_of_the_registration(self):
        self.register()
        s3 = self.vended()
        named = dict(Bucket=self.bucket, Key="hr/x.csv")
        self.assert_code("AccessDenied", s3.get_object, **named)
        self.assert_code("AccessDenied", s3.put_object, Body=b"x", **named)
        self.assert_code("AccessDenied", s3.delete_object, **named)
        self.policy(self.statement("Allow", ROLE, "s3:GetObject"))
        self.assertEqual(b"1,a\n", s3.get_object(**named)["Body"].read())
        self.assert_code("AccessDenied", s3.put_object, Body=b"x", **named)
        self.policy(self.statement("Allow", ACCOUNT, "s3:*"))
        s3.put_object(Body=b"2,b\n", **named)
        self.policy(self.statement("Allow", ROLE, "s3:*"), self.statement("Deny", ACCOUNT, "s3:GetObject"))
        self.assert_code("AccessDenied", s3.get_object, **named)

    def test_a_registration_elsewhere_takes_nothing_from_the_owner(self):
        self.register()
        self.assertEqual(["hr/x.csv"], [item["Key"] for item in self.owner.list_objects_v2(Bucket=self.bucket)["Contents"]])
        self.owner.get_object(Bucket=self.bucket, Key="hr/x.csv")
        self.owner.put_object(Bucket=self.bucket, Key="hr/y.csv", Body=b"x")

    def test_the_location_of_the_own_account_still_guards_there(self):
        self.register()
        self.policy(self.statement("Allow", ACCOUNT, "s3:*"))
        self.s3.get_object(Bucket=self.bucket, Key="hr/x.csv")
        self.assert_code("AccessDenied", client_as_analyst("s3").get_object, Bucket=self.bucket, Key="hr/x.csv")

    def test_the_service_linked_role_is_for_own_buckets(self):
        self.assert_code("InvalidInputException", self.lake.register_resource, ResourceArn=self.arn, UseServiceLinkedRole=True)


class PublicPolicies(PeerTestCase):
    """S3 user guide, access-control-block-public-access: the meaning of "public"."""

    def setUp(self):
        self.owner, self.s3 = client_of_other("s3"), client("s3")
        self.bucket = "peer-" + uuid.uuid4().hex
        self.owner.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.owner.put_object(Bucket=self.bucket, Key="x", Body=b"1")

    def policy(self, principal="*", **more):
        named = {} if principal is None else {"Principal": principal}
        return json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", **named, "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{self.bucket}/*", **more}]})

    def block(self, **members):
        self.owner.put_public_access_block(Bucket=self.bucket, PublicAccessBlockConfiguration=members)

    def test_conditions_that_limit_nothing_leave_a_policy_public(self):
        public = [{}, {"Condition": {}}, {"Condition": {"StringEquals": {}}}, {"Condition": {"StringLike": {"aws:PrincipalArn": "*"}}},
                  {"Condition": {"StringNotEquals": {"aws:PrincipalAccount": ACCOUNT}}}, {"Condition": {"StringEquals": {"s3:prefix": "a"}}},
                  {"Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}}, {"principal": None, "NotPrincipal": {"AWS": ACCOUNT}}]
        for more in public:
            with self.subTest(more):
                self.block(BlockPublicPolicy=True)
                self.assert_code("AccessDenied", self.owner.put_bucket_policy, Bucket=self.bucket, Policy=self.policy(**more))
                self.block(BlockPublicPolicy=False)
                self.owner.put_bucket_policy(Bucket=self.bucket, Policy=self.policy(**more))
                self.assertTrue(self.owner.get_bucket_policy_status(Bucket=self.bucket)["PolicyStatus"]["IsPublic"])
        self.block(BlockPublicPolicy=True)
        for more in ({"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}, {"Condition": {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}},
                     {"principal": {"AWS": ACCOUNT}}):
            self.owner.put_bucket_policy(Bucket=self.bucket, Policy=self.policy(**more))
            self.assertFalse(self.owner.get_bucket_policy_status(Bucket=self.bucket)["PolicyStatus"]["IsPublic"], more)

    def test_a_restricted_bucket_with_a_public_policy_is_closed_to_other_accounts(self):
        self.block(BlockPublicPolicy=False)
        self.owner.put_bucket_policy(Bucket=self.bucket, Policy=self.policy())
        self.s3.get_object(Bucket=self.bucket, Key="x")
        self.block(RestrictPublicBuckets=True)
        self.assert_code("AccessDenied", self.s3.get_object, Bucket=self.bucket, Key="x")
        self.owner.get_object(Bucket=self.bucket, Key="x")
        self.owner.put_bucket_policy(Bucket=self.bucket, Policy=self.policy({"AWS": ACCOUNT}))
        self.s3.get_object(Bucket=self.bucket, Key="x")


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
