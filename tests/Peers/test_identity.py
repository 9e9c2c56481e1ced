import json
import unittest

import botocore.exceptions

from lake import ACCOUNT, ANALYST, PeerTestCase, aws, client, client_as_analyst, client_with

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
POLICY = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"}]})


class Identity(PeerTestCase):
    def test_who_signs(self):
        self.assertEqual(f"arn:aws:sts::{ACCOUNT}:assumed-role/LakeAdmin/LakeTools", client("sts").get_caller_identity()["Arn"])
        self.assertEqual(f"arn:aws:sts::{ACCOUNT}:assumed-role/Analyst/LakeTools", client_as_analyst("sts").get_caller_identity()["Arn"])
        self.assertEqual(ACCOUNT, aws("sts", "get-caller-identity")["Account"])

    def test_assumed_roles(self):
        given = client("sts").assume_role(RoleArn=ANALYST, RoleSessionName="peer", DurationSeconds=900)
        self.assertEqual(given["AssumedRoleUser"]["Arn"], client_with(given["Credentials"], "sts").get_caller_identity()["Arn"])
        forged = dict(given["Credentials"], SessionToken="forged")
        self.assert_code("InvalidClientTokenId", client_with(forged, "sts").get_caller_identity)

    def test_session_tokens_and_keys(self):
        sts = client("sts")
        given = client_as_analyst("sts").get_session_token(DurationSeconds=900)["Credentials"]
        session = client_with(given, "sts")
        self.assertEqual(f"arn:aws:sts::{ACCOUNT}:assumed-role/Analyst/LakeTools", session.get_caller_identity()["Arn"])
        self.assert_code("AccessDenied", session.get_session_token)
        self.assertEqual(ACCOUNT, sts.get_access_key_info(AccessKeyId=given["AccessKeyId"])["Account"])
        self.assert_code("ValidationError", sts.get_access_key_info, AccessKeyId="AKIA234567ABCDEFGHIJ")
        self.assert_code("InvalidAuthorizationMessageException", sts.decode_authorization_message, EncodedMessage="none")

    def test_session_policies_hold_for_objects(self):
        s3, bucket = client("s3"), "peer-session-policies"
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
        for key in ("open/a", "closed/a"):
            s3.put_object(Bucket=bucket, Key=key, Body=b"x")
        policy = json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/open/*"}]})
        role = dict(RoleArn=ANALYST, RoleSessionName="peer")
        given = client("sts").assume_role(Policy=policy, **role)
        self.assertIn("PackedPolicySize", given)
        session = client_with(given["Credentials"], "s3")
        self.assertEqual(1, session.head_object(Bucket=bucket, Key="open/a")["ContentLength"])
        self.assert_code("AccessDenied", session.get_object, Bucket=bucket, Key="closed/a")
        self.assert_code("AccessDenied", session.put_object, Bucket=bucket, Key="open/b", Body=b"x")
        self.assert_code("MalformedPolicyDocument", client("sts").assume_role, Policy="{}", **role)

    def test_external_ids(self):
        iam, sts = client("iam"), client("sts")
        arn = iam.create_role(RoleName="PeerExternal", AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "sts:AssumeRole",
             "Condition": {"StringEquals": {"sts:ExternalId": "tenant-7"}}}]}))["Role"]["Arn"]
        self.assert_code("AccessDenied", sts.assume_role, RoleArn=arn, RoleSessionName="peer")
        self.assert_code("AccessDenied", sts.assume_role, RoleArn=arn, RoleSessionName="peer", ExternalId="tenant-8")
        self.assertIn("Credentials", sts.assume_role(RoleArn=arn, RoleSessionName="peer", ExternalId="tenant-7"))
        iam.delete_role(RoleName="PeerExternal")

    def test_roles_and_their_policies(self):
        iam = client("iam")
        made = iam.create_role(RoleName="PeerRole", Path="/jobs/", AssumeRolePolicyDocument=TRUST, Description="of a peer",
                               Tags=[{"Key": "team", "Value": "data"}])["Role"]
        self.assertEqual(f"arn:aws:iam::{ACCOUNT}:role/jobs/PeerRole", made["Arn"])
        role = iam.get_role(RoleName="PeerRole")["Role"]
        self.assertEqual(json.loads(TRUST), role["AssumeRolePolicyDocument"])
        self.assertEqual([{"Key": "team", "Value": "data"}], role["Tags"])
        self.assert_code("EntityAlreadyExists", iam.create_role, RoleName="peerrole", AssumeRolePolicyDocument=TRUST)
        iam.tag_role(RoleName="PeerRole", Tags=[{"Key": "team", "Value": "lake"}, {"Key": "cost", "Value": "7"}])
        self.assertEqual({"team": "lake", "cost": "7"},
                         {tag["Key"]: tag["Value"] for tag in iam.get_role(RoleName="PeerRole")["Role"]["Tags"]})

        iam.untag_role(RoleName="PeerRole", TagKeys=["cost", "none"])
        self.assertEqual([{"Key": "team", "Value": "lake"}], iam.get_role(RoleName="PeerRole")["Role"]["Tags"])
        other = TRUST.replace("glue.amazonaws.com", "lambda.amazonaws.com")
        iam.update_assume_role_policy(RoleName="PeerRole", PolicyDocument=other)
        self.assertEqual(json.loads(other), iam.get_role(RoleName="PeerRole")["Role"]["AssumeRolePolicyDocument"])
        self.assert_code("MalformedPolicyDocument", iam.update_assume_role_policy, RoleName="PeerRole", PolicyDocument="{}")
        self.assert_code("NoSuchEntity", iam.untag_role, RoleName="PeerNobody", TagKeys=["team"])

        iam.create_role(RoleName="PeerOther", AssumeRolePolicyDocument=TRUST)
        pages = list(iam.get_paginator("list_roles").paginate(PaginationConfig={"PageSize": 1}))
        listed = {role["RoleName"]: role for page in pages for role in page["Roles"]}
        self.assertLessEqual({"PeerRole", "PeerOther"}, set(listed))
        self.assertNotIn("Tags", listed["PeerRole"])
        self.assertEqual(["PeerRole"], [role["RoleName"] for role in iam.list_roles(PathPrefix="/jobs/")["Roles"]])
        self.assert_code("ValidationError", iam.list_roles, PathPrefix="jobs")
        iam.delete_role(RoleName="PeerOther")

        iam.put_role_policy(RoleName="PeerRole", PolicyName="read", PolicyDocument=POLICY)
        self.assertEqual(json.loads(POLICY), iam.get_role_policy(RoleName="PeerRole", PolicyName="read")["PolicyDocument"])
        for name in ("a", "b", "c"):
            iam.put_role_policy(RoleName="PeerRole", PolicyName=name, PolicyDocument=POLICY)
        pages = iam.get_paginator("list_role_policies").paginate(RoleName="PeerRole", PaginationConfig={"PageSize": 2})
        self.assertEqual(["a", "b", "c", "read"], [name for page in pages for name in page["PolicyNames"]])
        arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"
        iam.attach_role_policy(RoleName="PeerRole", PolicyArn=arn)
        self.assertEqual([{"PolicyName": "AWSGlueServiceRole", "PolicyArn": arn}],
                         iam.list_attached_role_policies(RoleName="PeerRole")["AttachedPolicies"])

        pages = iam.get_paginator("list_attached_role_policies").paginate(RoleName="PeerRole", PaginationConfig={"PageSize": 1})
        self.assertEqual([arn], [policy["PolicyArn"] for page in pages for policy in page["AttachedPolicies"]])
        iam.get_waiter("role_exists").wait(RoleName="PeerRole", WaiterConfig={"Delay": 0, "MaxAttempts": 1})

        self.assert_code("DeleteConflict", iam.delete_role, RoleName="PeerRole")
        for name in ("a", "b", "c", "read"):
            iam.delete_role_policy(RoleName="PeerRole", PolicyName=name)
        self.assert_code("DeleteConflict", iam.delete_role, RoleName="PeerRole")
        iam.detach_role_policy(RoleName="PeerRole", PolicyArn=arn)
        iam.delete_role(RoleName="PeerRole")
        self.assert_code("NoSuchEntity", iam.get_role, RoleName="PeerRole")

    def test_users_have_no_records(self):
        iam = client("iam")
        self.assert_code("NoSuchEntity", iam.get_user, UserName="nobody")
        with self.assertRaises(botocore.exceptions.WaiterError):
            iam.get_waiter("user_exists").wait(UserName="nobody", WaiterConfig={"Delay": 0, "MaxAttempts": 1})

    def test_bad_requests(self):
        iam = client("iam")
        self.assert_code("MalformedPolicyDocument", iam.create_role, RoleName="Bad", AssumeRolePolicyDocument="{")
        self.assert_code("ValidationError", iam.create_role, RoleName="has space", AssumeRolePolicyDocument=TRUST)
        self.assertIn("NoSuchEntity", aws("iam", "get-role", "--role-name", "NoSuchRole", fails=True))


if __name__ == "__main__":
    unittest.main()
