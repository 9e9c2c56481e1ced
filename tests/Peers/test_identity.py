import json
import unittest

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

    def test_bad_requests(self):
        iam = client("iam")
        self.assert_code("MalformedPolicyDocument", iam.create_role, RoleName="Bad", AssumeRolePolicyDocument="{")
        self.assert_code("ValidationError", iam.create_role, RoleName="has space", AssumeRolePolicyDocument=TRUST)
        self.assertIn("NoSuchEntity", aws("iam", "get-role", "--role-name", "NoSuchRole", fails=True))


if __name__ == "__main__":
    unittest.main()
