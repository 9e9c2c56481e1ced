import base64
import json
import os
import subprocess
import time
import unittest

import boto3
import botocore
import botocore.exceptions
from botocore.config import Config

from lake import ACCOUNT, ANALYST, ENDPOINT, FOLDER, PeerTestCase, aws, client, client_as_analyst, client_with

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
        pages = list(iam.get_paginator("list_instance_profiles_for_role").paginate(RoleName="PeerRole", PaginationConfig={"PageSize": 1}))
        self.assertEqual([[]], [page["InstanceProfiles"] for page in pages])  # the embedded lake has no instance profiles
        self.assert_code("NoSuchEntity", iam.list_instance_profiles_for_role, RoleName="PeerNobody")
        iam.get_waiter("role_exists").wait(RoleName="PeerRole", WaiterConfig={"Delay": 0, "MaxAttempts": 1})

        self.assert_code("PolicyEvaluation", iam.simulate_principal_policy, PolicySourceArn=made["Arn"], ActionNames=["s3:GetObject"])
        self.assert_code("DeleteConflict", iam.delete_role, RoleName="PeerRole")
        for name in ("a", "b", "c", "read"):
            iam.delete_role_policy(RoleName="PeerRole", PolicyName=name)
        self.assert_code("DeleteConflict", iam.delete_role, RoleName="PeerRole")
        iam.detach_role_policy(RoleName="PeerRole", PolicyArn=arn)
        iam.delete_role(RoleName="PeerRole")
        self.assert_code("NoSuchEntity", iam.get_role, RoleName="PeerRole")

    def test_what_policies_allow(self):
        iam = client("iam")
        arn = iam.create_role(RoleName="PeerSimulated", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
        iam.put_role_policy(RoleName="PeerSimulated", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "glue:Get*", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestTag/team": "data"}}}]}))
        asked = {"PolicySourceArn": arn, "ActionNames": ["glue:GetTable", "glue:DeleteTable"], "ResourceArns": ["*"]}
        missing = ["aws:RequestTag/team"]  # keys of all policies, whatever their statements are about (boto3, issue 3111)
        self.assertEqual([("glue:GetTable", "implicitDeny", missing), ("glue:DeleteTable", "implicitDeny", missing)],
                         [(found["EvalActionName"], found["EvalDecision"], found["MissingContextValues"])
                          for found in iam.simulate_principal_policy(**asked)["EvaluationResults"]])
        context = [{"ContextKeyName": "aws:RequestTag/team", "ContextKeyType": "string", "ContextKeyValues": ["data"]}]
        pages = iam.get_paginator("simulate_principal_policy").paginate(ContextEntries=context, PaginationConfig={"PageSize": 1}, **asked)
        self.assertEqual(["allowed", "implicitDeny"], [found["EvalDecision"] for page in pages for found in page["EvaluationResults"]])
        iam.delete_role_policy(RoleName="PeerSimulated", PolicyName="p")
        iam.delete_role(RoleName="PeerSimulated")

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


class Users(PeerTestCase):
    def setUp(self):
        self.iam, self.name = client("iam"), "peer-" + base64.b16encode(os.urandom(6)).decode()

    def test_a_user_with_keys_and_policies(self):
        arn = f"arn:aws:iam::{ACCOUNT}:user/peers/{self.name}"
        made = self.iam.create_user(UserName=self.name, Path="/peers/", Tags=[{"Key": "team", "Value": "data"}])["User"]
        self.assertEqual((arn, [{"Key": "team", "Value": "data"}]), (made["Arn"], made["Tags"]))
        self.assert_code("EntityAlreadyExists", self.iam.create_user, UserName=self.name.upper())
        self.assertEqual(made, self.iam.get_user(UserName=self.name)["User"])
        listed = [user for page in self.iam.get_paginator("list_users").paginate(PathPrefix="/peers/") for user in page["Users"]]
        self.assertIn(arn, [user["Arn"] for user in listed])
        self.assertNotIn("Tags", listed[0])
        self.iam.tag_user(UserName=self.name, Tags=[{"Key": "tier", "Value": "gold"}])
        self.iam.untag_user(UserName=self.name, TagKeys=["team"])
        tags = [tag for page in self.iam.get_paginator("list_user_tags").paginate(UserName=self.name) for tag in page["Tags"]]
        self.assertEqual([{"Key": "tier", "Value": "gold"}], tags)
        self.iam.put_user_policy(UserName=self.name, PolicyName="read", PolicyDocument=POLICY)
        self.assertEqual(json.loads(POLICY), self.iam.get_user_policy(UserName=self.name, PolicyName="read")["PolicyDocument"])
        self.assertEqual(["read"], [name for page in self.iam.get_paginator("list_user_policies").paginate(UserName=self.name) for name in page["PolicyNames"]])
        managed = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
        self.iam.attach_user_policy(UserName=self.name, PolicyArn=managed)
        for prefix, found in (("/", [managed]), ("/job-function/", [managed]), ("/other/", [])):
            pages = self.iam.get_paginator("list_attached_user_policies").paginate(UserName=self.name, PathPrefix=prefix)
            self.assertEqual(found, [policy["PolicyArn"] for page in pages for policy in page["AttachedPolicies"]])

        key = self.iam.create_access_key(UserName=self.name)["AccessKey"]
        session = dict(AccessKeyId=key["AccessKeyId"], SecretAccessKey=key["SecretAccessKey"], SessionToken=None)
        self.assertEqual(arn, client_with(session, "sts").get_caller_identity()["Arn"])
        mine = client_with(session, "iam")
        self.assertEqual(made["UserId"], mine.get_user()["User"]["UserId"])
        second = mine.create_access_key()["AccessKey"]["AccessKeyId"]
        self.assert_code("LimitExceeded", self.iam.create_access_key, UserName=self.name)
        listed = [item for page in self.iam.get_paginator("list_access_keys").paginate(UserName=self.name) for item in page["AccessKeyMetadata"]]
        self.assertEqual({key["AccessKeyId"]: "Active", second: "Active"}, {item["AccessKeyId"]: item["Status"] for item in listed})
        self.iam.update_access_key(UserName=self.name, AccessKeyId=key["AccessKeyId"], Status="Inactive")
        self.assert_code("InvalidClientTokenId", client_with(session, "sts").get_caller_identity)
        self.iam.update_access_key(UserName=self.name, AccessKeyId=key["AccessKeyId"], Status="Active")
        self.assertEqual(arn, client_with(session, "sts").get_caller_identity()["Arn"])

        for remove in (lambda: self.iam.delete_user_policy(UserName=self.name, PolicyName="read"),
                       lambda: self.iam.detach_user_policy(UserName=self.name, PolicyArn=managed),
                       lambda: self.iam.delete_access_key(UserName=self.name, AccessKeyId=second),
                       lambda: self.iam.delete_access_key(UserName=self.name, AccessKeyId=key["AccessKeyId"])):
            self.assert_code("DeleteConflict", self.iam.delete_user, UserName=self.name)
            remove()
        self.assert_code("InvalidClientTokenId", client_with(session, "sts").get_caller_identity)
        self.iam.delete_user(UserName=self.name)
        self.assert_code("NoSuchEntity", self.iam.get_user, UserName=self.name)
        self.assert_code("NoSuchEntity", self.iam.delete_access_key, UserName=self.name, AccessKeyId=second)

    def test_grants_name_users(self):
        arn = self.iam.create_user(UserName=self.name)["User"]["Arn"]
        key = self.iam.create_access_key(UserName=self.name)["AccessKey"]
        mine = client_with(dict(key, SessionToken=None), "glue")
        glue, lake, database = client("glue"), client("lakeformation"), self.name.lower()
        glue.create_database(DatabaseInput={"Name": database})
        self.assert_code("AccessDeniedException", mine.get_database, Name=database)
        lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": arn}, Resource={"Database": {"Name": database}}, Permissions=["DESCRIBE"])
        self.assertEqual(database, mine.get_database(Name=database)["Database"]["Name"])
        glue.delete_database(Name=database)

    def test_the_tags_of_roles(self):
        self.iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=TRUST, Tags=[{"Key": "team", "Value": "a"}, {"Key": "tier", "Value": "b"}])
        self.iam.untag_role(RoleName=self.name, TagKeys=["TEAM"])
        self.assertEqual([{"Key": "tier", "Value": "b"}], self.iam.list_role_tags(RoleName=self.name)["Tags"])
        double = [{"Key": "cost", "Value": "1"}, {"Key": "Cost", "Value": "2"}]
        for call, members in ((self.iam.tag_role, {"RoleName": self.name}), (self.iam.create_user, {"UserName": self.name}),
                              (self.iam.create_role, {"RoleName": self.name + "2", "AssumeRolePolicyDocument": TRUST})):
            error = self.assert_code("InvalidInput", call, Tags=double, **members)["Error"]
            self.assertEqual("Duplicate tag keys found. Please note that Tag keys are case insensitive.", error["Message"])
        self.assertEqual([{"Key": "tier", "Value": "b"}], self.iam.list_role_tags(RoleName=self.name)["Tags"])
        self.iam.delete_role(RoleName=self.name)

    def test_the_signer_is_no_user(self):
        self.assert_code("ValidationError", self.iam.get_user)


class Federation(PeerTestCase):
    def setUp(self):
        self.iam, self.name = client("iam"), "peer-" + base64.b16encode(os.urandom(6)).decode()
        self.arn = self.iam.create_user(UserName=self.name)["User"]["Arn"]
        self.sts = client_with(dict(self.iam.create_access_key(UserName=self.name)["AccessKey"], SessionToken=None), "sts")

    def test_a_federated_user(self):
        s3, bucket = client("s3"), self.name.lower()
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
        s3.put_object(Bucket=bucket, Key="open/a", Body=b"x")
        s3.put_object(Bucket=bucket, Key="closed/a", Body=b"x")
        policy = json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/open/*"}]})
        given = self.sts.get_federation_token(Name="Bob", Policy=policy, DurationSeconds=900)
        self.assertEqual({"FederatedUserId": f"{ACCOUNT}:Bob", "Arn": f"arn:aws:sts::{ACCOUNT}:federated-user/Bob"}, given["FederatedUser"])
        self.assertGreater(given["PackedPolicySize"], 0)
        told = client_with(given["Credentials"], "sts").get_caller_identity()
        self.assertEqual((f"arn:aws:sts::{ACCOUNT}:federated-user/Bob", f"{ACCOUNT}:Bob"), (told["Arn"], told["UserId"]))
        bob = client_with(given["Credentials"], "s3")
        self.assertEqual(b"x", bob.get_object(Bucket=bucket, Key="open/a")["Body"].read())
        self.assert_code("AccessDenied", bob.get_object, Bucket=bucket, Key="closed/a")
        self.assert_code("AccessDenied", client_with(given["Credentials"], "iam").list_roles)
        self.assert_code("AccessDenied", client_with(given["Credentials"], "sts").get_session_token)
        nothing = self.sts.get_federation_token(Name="Eve")["Credentials"]
        self.assert_code("AccessDenied", client_with(nothing, "s3").get_object, Bucket=bucket, Key="open/a")
        session = client_with(self.sts.get_session_token()["Credentials"], "sts")
        self.assert_code("AccessDenied", session.get_federation_token, Name="Bob")

    def test_session_tokens_do_nothing_of_iam_and_little_of_sts(self):
        """API reference, GetSessionToken: no IAM without MFA, and of STS AssumeRole and GetCallerIdentity."""
        keys = self.sts.get_session_token()["Credentials"]
        iam, sts = client_with(keys, "iam"), client_with(keys, "sts")
        self.assert_code("AccessDenied", iam.list_users)
        self.assert_code("AccessDenied", iam.create_user, UserName="PeerOfToken")
        self.assert_code("AccessDenied", sts.get_access_key_info, AccessKeyId=keys["AccessKeyId"])
        sts.get_caller_identity()
        client_with(sts.assume_role(RoleArn=ANALYST, RoleSessionName="peer")["Credentials"], "iam").list_users()
        mfa = self.sts.get_session_token(SerialNumber=f"arn:aws:iam::{ACCOUNT}:mfa/peer", TokenCode="123456")["Credentials"]
        client_with(mfa, "iam").list_users()


class WebIdentity(PeerTestCase):
    """The token is signed by openssl, with a key whose public half lies in the lake's folder."""

    @classmethod
    def setUpClass(cls):
        cls.key = os.path.join(FOLDER, "peer.key")
        subprocess.run(["openssl", "genrsa", "-out", cls.key, "2048"], check=True, capture_output=True)
        subprocess.run(["openssl", "rsa", "-in", cls.key, "-pubout", "-out", os.path.join(FOLDER, "web-identity.pem")], check=True, capture_output=True)

    def token(self, algorithm="RS256", text=None, **claims):
        def part(data):
            return base64.urlsafe_b64encode(data).rstrip(b"=")

        claims = dict({"iss": "https://id.example.com", "sub": "repo:org/app", "aud": "sts.amazonaws.com", "exp": time.time() + 600}, **claims)
        signed_text = part(json.dumps({"alg": algorithm, "typ": "JWT"}).encode()) + b"." + part((text or json.dumps(claims)).encode())
        signed = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.key], input=signed_text, check=True, capture_output=True).stdout
        return (signed_text + b"." + part(signed)).decode()

    def anybody(self):
        return boto3.client("sts", endpoint_url=ENDPOINT, config=Config(signature_version=botocore.UNSIGNED, retries={"max_attempts": 1}))

    def assume(self, token, role=ANALYST, **more):
        return self.anybody().assume_role_with_web_identity(RoleArn=role, RoleSessionName="peer", WebIdentityToken=token, **more)

    def test_a_token_stands_for_a_signature(self):
        given = self.assume(self.token())
        self.assertEqual(("repo:org/app", "https://id.example.com", "sts.amazonaws.com"),
                         (given["SubjectFromWebIdentityToken"], given["Provider"], given["Audience"]))
        self.assertEqual(f"arn:aws:sts::{ACCOUNT}:assumed-role/Analyst/peer", client_with(given["Credentials"], "sts").get_caller_identity()["Arn"])

    def test_tokens_that_are_none(self):
        good = self.token()
        head, body, signature = good.split(".")
        for token in ("none", head + "." + body + ".", good[:-8] + "AAAAAAAA", f"{body}.{body}.{signature}", self.token(algorithm="none"), self.token(sub=""),
                      self.token(text='{"sub":"a","sub":"b"}')):
            self.assert_code("InvalidIdentityToken", self.assume, token)
        self.assert_code("ExpiredTokenException", self.assume, self.token(exp=time.time() - 310))
        self.assert_code("InvalidIdentityToken", self.assume, self.token(nbf=time.time() + 3600))
        for claims in {"exp": time.time() - 240}, {"nbf": time.time()}:  # IAM accepts tokens for five minutes after their end
            self.assertIn("Credentials", self.assume(self.token(**claims)))
        self.assert_code("ValidationError", self.assume, good, ProviderId="www.amazon.com")
        self.assert_code("MissingAuthenticationToken", self.anybody().get_caller_identity)

    def test_a_recorded_role_says_whom_it_trusts(self):
        iam, provider = client("iam"), f"arn:aws:iam::{ACCOUNT}:oidc-provider/id.example.com"
        trust = json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Federated": provider}, "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {"StringEquals": {"id.example.com:aud": "sts.amazonaws.com"}, "StringLike": {"id.example.com:sub": "repo:org/*"}}}]})
        arn = iam.create_role(RoleName="PeerWeb", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        self.assertIn("Credentials", self.assume(self.token(), arn))
        for claims in ({"aud": "other"}, {"sub": "repo:other/app"}, {"iss": "https://other.example.com"}):
            self.assert_code("AccessDenied", self.assume, self.token(**claims), arn)
        self.assert_code("ValidationError", self.assume, self.token(), arn, DurationSeconds=7200)
        iam.delete_role(RoleName="PeerWeb")
        arn = iam.create_role(RoleName="PeerNoWeb", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
        self.assert_code("AccessDenied", self.assume, self.token(), arn)
        iam.delete_role(RoleName="PeerNoWeb")

    def test_an_issuer_ends_with_a_slash_as_its_provider_does(self):
        def trust(issuer):
            return json.dumps({"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{issuer}"},
                "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {issuer + ":aud": "lake"}}}]})

        iam, token = client("iam"), self.token(iss="https://tenant.auth0.com/", aud="lake")
        arn = iam.create_role(RoleName="PeerSlash", AssumeRolePolicyDocument=trust("tenant.auth0.com/"))["Role"]["Arn"]
        self.assertIn("Credentials", self.assume(token, arn))
        iam.update_assume_role_policy(RoleName="PeerSlash", PolicyDocument=trust("tenant.auth0.com"))
        self.assert_code("AccessDenied", self.assume, token, arn)
        iam.delete_role(RoleName="PeerSlash")

    def test_session_tags_come_in_the_token(self):
        tags = {"principal_tags": {"team": ["data"]}, "transitive_tag_keys": ["team"]}
        given = self.assume(self.token(**{"https://aws.amazon.com/tags": tags}))
        self.assert_code("InvalidParameterValue", client_with(given["Credentials"], "sts").assume_role, RoleArn=ANALYST, RoleSessionName="peer",
                         Tags=[{"Key": "team", "Value": "other"}])
        self.assert_code("InvalidIdentityToken", self.assume, self.token(**{"https://aws.amazon.com/tags": {"principal_tags": {"team": "data"}}}))


if __name__ == "__main__":
    unittest.main()
