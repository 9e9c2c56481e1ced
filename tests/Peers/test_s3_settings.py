"""The settings of buckets are records that are told again, held against what AWS was recorded to answer (LocalStack,
tests/aws/services/s3/test_s3_api.snapshot.json and test_s3.snapshot.json)."""
import datetime
import json
import unittest

from lake import ACCOUNT, PeerTestCase, client, client_as_analyst, client_of_other

EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers"


class Settings(PeerTestCase):
    number = 0

    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")

    def setUp(self):
        type(self).number += 1
        self.bucket = f"settings-{self.number}"
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})

    def refused(self, code, call, **members):
        return self.assert_code(code, call, Bucket=self.bucket, **members)["Error"]

    def told(self, call):
        return {key: value for key, value in call(Bucket=self.bucket).items() if key != "ResponseMetadata"}

    def test_tags(self):
        self.assertEqual(self.bucket, self.refused("NoSuchTagSet", self.s3.get_bucket_tagging)["BucketName"])
        tags = {"TagSet": [{"Key": "tag1", "Value": "tag1"}, {"Key": "tag2", "Value": ""}]}
        answer = self.s3.put_bucket_tagging(Bucket=self.bucket, Tagging=tags)
        self.assertEqual(204, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertEqual(tags, self.told(self.s3.get_bucket_tagging))
        self.s3.delete_bucket_tagging(Bucket=self.bucket)
        self.refused("NoSuchTagSet", self.s3.get_bucket_tagging)

    def test_rules_of_tags(self):
        self.s3.put_object(Bucket=self.bucket, Key="a")
        for tags, text in (([("Key1", "a"), ("Key1", "b")], "Cannot provide multiple Tags with the same key"),
                           ([("Key1,Key2", "a")], "The TagKey you have provided is invalid"),
                           ([("Key1", "Val1,Val2")], "The TagValue you have provided is invalid")):
            tag_set = {"TagSet": [{"Key": key, "Value": value} for key, value in tags]}
            for call, more in ((self.s3.put_bucket_tagging, {}), (self.s3.put_object_tagging, {"Key": "a"})):
                error = self.refused("InvalidTag", call, Tagging=tag_set, **more)
                self.assertEqual((text, tags[0][0]), (error["Message"], error["TagKey"]))
        reserved = {"TagSet": [{"Key": "aws:prefixed", "Value": "a"}]}
        self.assertEqual("System tags cannot be added/updated by requester",
                         self.refused("InvalidTag", self.s3.put_bucket_tagging, Tagging=reserved)["Message"])
        self.assertEqual("Your TagKey cannot be prefixed with aws:",
                         self.refused("InvalidTag", self.s3.put_object_tagging, Key="a", Tagging=reserved)["Message"])
        for header in ("key1=val1&key1=val2", "key1=val1,key2=val2"):
            error = self.refused("InvalidArgument", self.s3.put_object, Key="a", Tagging=header)
            self.assertEqual(("x-amz-tagging", header), (error["ArgumentName"], error["ArgumentValue"]))
        self.s3.put_object(Bucket=self.bucket, Key="a", Tagging="tag1=tag1&tag2=tag2&tag")
        self.assertEqual(["tag", "tag1", "tag2"], [tag["Key"] for tag in self.s3.get_object_tagging(Bucket=self.bucket, Key="a")["TagSet"]])

    def test_encryption(self):
        kms = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}, "BucketKeyEnabled": True}]}
        self.s3.put_bucket_encryption(Bucket=self.bucket, ServerSideEncryptionConfiguration=kms)
        self.assertEqual(kms, self.told(self.s3.get_bucket_encryption)["ServerSideEncryptionConfiguration"])
        put = self.s3.put_object(Bucket=self.bucket, Key="a", Body=b"x")
        head = self.s3.head_object(Bucket=self.bucket, Key="a")
        for answer in (put, head):
            self.assertEqual(("aws:kms", True), (answer["ServerSideEncryption"], answer["BucketKeyEnabled"]))
            self.assertRegex(answer["SSEKMSKeyId"], rf"^arn:aws:kms:{self.s3.meta.region_name}:{ACCOUNT}:key/[0-9a-f-]{{36}}$")
        self.assertEqual("AES256", self.s3.put_object(Bucket=self.bucket, Key="b", ServerSideEncryption="AES256")["ServerSideEncryption"])
        self.s3.delete_bucket_encryption(Bucket=self.bucket)
        self.assertEqual("AES256", self.s3.put_object(Bucket=self.bucket, Key="c")["ServerSideEncryption"])
        rule = self.told(self.s3.get_bucket_encryption)["ServerSideEncryptionConfiguration"]["Rules"]
        self.assertEqual([{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False}], rule)
        for rules in ([], kms["Rules"] * 2):
            self.refused("MalformedXML", self.s3.put_bucket_encryption, ServerSideEncryptionConfiguration={"Rules": rules})
        error = self.refused("InvalidArgument", self.s3.put_bucket_encryption, ServerSideEncryptionConfiguration={"Rules": [
            {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256", "KMSMasterKeyID": "k"}}]})
        self.assertEqual("ApplyServerSideEncryptionByDefault", error["ArgumentName"])
        self.refused("InvalidArgument", self.s3.put_object, Key="d", ServerSideEncryption="AES256", SSEKMSKeyId="k")
        answer = self.s3.put_object(Bucket=self.bucket, Key="e", ServerSideEncryption="aws:kms", SSEKMSKeyId="k")
        self.assertTrue(answer["SSEKMSKeyId"].endswith(":key/k"))

    def test_ownership_and_access_control_lists(self):
        self.assertEqual("BucketOwnerEnforced", self.ownership())
        self.s3.put_object(Bucket=self.bucket, Key="a", ACL="bucket-owner-full-control")
        for acl in ("public-read", "authenticated-read", "aws-exec-read"):
            self.refused("AccessControlListNotSupported", self.s3.put_object, Key="a", ACL=acl)
        self.refused("AccessControlListNotSupported", self.s3.put_bucket_acl, ACL="public-read")
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]})
        self.assertEqual("ObjectWriter", self.ownership())
        self.refused("AccessDenied", self.s3.put_object_acl, Key="a", ACL="public-read")  # which is blocked
        self.s3.delete_public_access_block(Bucket=self.bucket)
        self.s3.put_object_acl(Bucket=self.bucket, Key="a", ACL="public-read")
        owner = {"Grantee": {"ID": ACCOUNT, "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}
        everybody = {"Grantee": {"URI": EVERYBODY, "Type": "Group"}, "Permission": "READ"}
        self.assertEqual([owner, everybody], self.s3.get_object_acl(Bucket=self.bucket, Key="a")["Grants"])
        self.s3.put_bucket_acl(Bucket=self.bucket, GrantRead=f'uri="{EVERYBODY}"', GrantFullControl=f"id={ACCOUNT}")
        self.assertEqual([owner, everybody], self.s3.get_bucket_acl(Bucket=self.bucket)["Grants"])
        policy = {"Owner": {"ID": ACCOUNT}, "Grants": [everybody]}
        self.s3.put_object_acl(Bucket=self.bucket, Key="a", AccessControlPolicy=policy)
        self.assertEqual([everybody], self.s3.get_object_acl(Bucket=self.bucket, Key="a")["Grants"])
        self.refused("InvalidBucketAclWithObjectOwnership", self.s3.put_bucket_ownership_controls,
                     OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]})
        self.s3.delete_bucket_ownership_controls(Bucket=self.bucket)
        self.refused("OwnershipControlsNotFoundError", self.s3.get_bucket_ownership_controls)
        for rules in ([], [{"ObjectOwnership": "nobody"}], [{"ObjectOwnership": "ObjectWriter"}] * 2):
            self.refused("MalformedXML", self.s3.put_bucket_ownership_controls, OwnershipControls={"Rules": rules})

    def ownership(self):
        return self.told(self.s3.get_bucket_ownership_controls)["OwnershipControls"]["Rules"][0]["ObjectOwnership"]

    def test_lists_that_are_none(self):
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]})
        self.s3.put_object(Bucket=self.bucket, Key="a")
        for call in (lambda **more: self.s3.put_object_acl(Key="a", **more), self.s3.put_bucket_acl):
            self.assertEqual("x-amz-acl", self.refused("InvalidArgument", call, ACL="nonsense")["ArgumentName"])
            self.assertEqual("Argument format not recognized", self.refused("InvalidArgument", call, GrantRead='fakekey="1"')["Message"])
            self.assertEqual("id", self.refused("InvalidArgument", call, GrantRead='id="wrong-id"')["ArgumentName"])
            self.assertEqual("uri", self.refused("InvalidArgument", call, GrantRead='uri="http://nobody"')["ArgumentName"])
            self.refused("InvalidRequest", call, ACL="private", GrantRead=f'id="{ACCOUNT}"')
            self.assertEqual("x-amz-acl", self.refused("MissingSecurityHeader", call)["MissingHeaderName"])
            self.refused("MalformedACLError", call, AccessControlPolicy={"Grants": []})
            grant = {"Grantee": {"ID": "wrong-id", "Type": "CanonicalUser"}, "Permission": "READ"}
            error = self.refused("InvalidArgument", call, AccessControlPolicy={"Owner": {"ID": ACCOUNT}, "Grants": [grant]})
            self.assertEqual("CanonicalUser/ID", error["ArgumentName"])
            grant = {"Grantee": {"ID": ACCOUNT, "Type": "CanonicalUser"}, "Permission": "READ"}
            error = self.refused("InvalidArgument", call, AccessControlPolicy={"Owner": {"ID": "wrong-id"}, "Grants": [grant]})
            self.assertEqual(("CanonicalUser/ID", "wrong-id"), (error["ArgumentName"], error["ArgumentValue"]))
            self.refused("UnexpectedContent", call, ACL="private", AccessControlPolicy={"Owner": {"ID": ACCOUNT}, "Grants": []})

    def test_a_list_opens_nothing(self):
        lake = client("lakeformation")
        self.s3.put_bucket_ownership_controls(Bucket=self.bucket, OwnershipControls={"Rules": [{"ObjectOwnership": "ObjectWriter"}]})
        self.s3.delete_public_access_block(Bucket=self.bucket)
        self.s3.put_object(Bucket=self.bucket, Key="kept/a", ACL="public-read-write", Body=b"closed")
        location = f"arn:aws:s3:::{self.bucket}/kept"
        lake.register_resource(ResourceArn=location, UseServiceLinkedRole=True)
        self.addCleanup(lake.deregister_resource, ResourceArn=location)
        guest = client_as_analyst("s3")
        for call, more in ((guest.get_object, {}), (guest.get_object_acl, {}), (guest.put_object_acl, {"ACL": "private"}),
                           (guest.get_object, {"VersionId": "null"}), (guest.delete_object, {"VersionId": "null"}),
                           (guest.get_object_tagging, {"VersionId": "null"})):
            self.refused("AccessDenied", call, Key="kept/a", **more)
        self.refused("AccessDenied", guest.list_object_versions, Prefix="kept/")
        self.assertNotIn("Versions", guest.list_object_versions(Bucket=self.bucket))

    def test_public_access(self):
        block = dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)
        self.assertEqual(block, self.told(self.s3.get_public_access_block)["PublicAccessBlockConfiguration"])
        self.s3.put_public_access_block(Bucket=self.bucket, PublicAccessBlockConfiguration={"BlockPublicAcls": True})
        self.assertEqual({**dict.fromkeys(block, False), "BlockPublicAcls": True},
                         self.told(self.s3.get_public_access_block)["PublicAccessBlockConfiguration"])
        for _ in range(2):
            self.s3.delete_public_access_block(Bucket=self.bucket)
            self.refused("NoSuchPublicAccessBlockConfiguration", self.s3.get_public_access_block)

    def test_policy(self):
        for policy, text in (("", None), ("random", "Policies must be valid JSON and the first byte must be '{'"),
                             ("{}", "Missing required field Statement")):
            error = self.refused("MalformedPolicy", self.s3.put_bucket_policy, Policy=policy)
            self.assertEqual(text or error["Message"], error["Message"])

        def policy(principal):
            return json.dumps({"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"AWS": principal}, "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{self.bucket}/*"}]})
        self.refused("AccessDenied", self.s3.put_bucket_policy, Policy=policy("*"))  # public policies are blocked
        good = policy(f"arn:aws:iam::{ACCOUNT}:role/Analyst")
        for wrong, text in ((policy("nobody"), "Invalid principal in policy"), (good.replace("s3:GetObject", "ec2:RunInstances"), "Policy has invalid action"),
                            (good.replace(self.bucket, "another-bucket"), "Policy has invalid resource")):
            self.assertEqual(text, self.refused("MalformedPolicy", self.s3.put_bucket_policy, Policy=wrong)["Message"])
        for principal, is_public in ((f"arn:aws:iam::{ACCOUNT}:role/Analyst", False), ("*", True)):
            self.s3.put_bucket_policy(Bucket=self.bucket, Policy=policy(principal))
            self.assertEqual(policy(principal), self.s3.get_bucket_policy(Bucket=self.bucket)["Policy"])
            self.assertEqual(is_public, self.s3.get_bucket_policy_status(Bucket=self.bucket)["PolicyStatus"]["IsPublic"])
            self.s3.delete_public_access_block(Bucket=self.bucket)
        for _ in range(2):
            self.s3.delete_bucket_policy(Bucket=self.bucket)
            self.refused("NoSuchBucketPolicy", self.s3.get_bucket_policy)

    def test_lifecycle(self):
        rules = [{"ID": "old", "Status": "Enabled", "Filter": {"And": {"Prefix": "log", "Tags": [{"Key": "k", "Value": "v"}]}},
                  "Expiration": {"Days": 7}, "NoncurrentVersionExpiration": {"NoncurrentDays": 3},
                  "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1}},
                 {"ID": "moved", "Status": "Disabled", "Filter": {"Prefix": ""}, "Transitions": [{"Days": 30, "StorageClass": "GLACIER"}]}]
        self.s3.put_bucket_lifecycle_configuration(Bucket=self.bucket, LifecycleConfiguration={"Rules": rules})
        self.assertEqual(rules, self.told(self.s3.get_bucket_lifecycle_configuration)["Rules"])
        day = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=8)
        put = self.s3.put_object(Bucket=self.bucket, Key="log/a", Tagging="k=v")
        self.assertEqual(f'expiry-date="{day:%a, %d %b %Y} 00:00:00 GMT", rule-id="old"', put["Expiration"])
        self.assertEqual(put["Expiration"], self.s3.head_object(Bucket=self.bucket, Key="log/a")["Expiration"])
        self.assertNotIn("Expiration", self.s3.put_object(Bucket=self.bucket, Key="log/b"))
        for change in ({"Status": "on"}, {"Filter": {"Prefix": "a", "Tag": {"Key": "k", "Value": "v"}}},
                       {"NoncurrentVersionExpiration": {}}, {"Expiration": {"Days": 1, "ExpiredObjectDeleteMarker": True}}):
            self.refused("MalformedXML", self.s3.put_bucket_lifecycle_configuration, LifecycleConfiguration={"Rules": [{**rules[0], **change}]})
        noon = {"Expiration": {"Date": datetime.datetime(2030, 1, 1, 12)}}
        self.assertEqual("Date", self.refused("InvalidArgument", self.s3.put_bucket_lifecycle_configuration,
                                              LifecycleConfiguration={"Rules": [{**rules[0], **noon}]})["ArgumentName"])
        for change, code, text in (
                ({"Expiration": {"Days": 0}}, "InvalidArgument", "'Days' for Expiration action must be a positive integer"),
                ({"ID": "i" * 256}, "InvalidArgument", "ID length should not exceed allowed limit of 255"),
                ({"Transitions": [{"Days": 29, "StorageClass": "STANDARD_IA"}]}, "InvalidArgument",
                 "'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'")):
            error = self.refused(code, self.s3.put_bucket_lifecycle_configuration, LifecycleConfiguration={"Rules": [{**rules[0], **change}]})
            self.assertEqual(text, error["Message"])
        idle = {"ID": "r", "Status": "Enabled", "Filter": {"Prefix": ""}}
        self.refused("InvalidRequest", self.s3.put_bucket_lifecycle_configuration, LifecycleConfiguration={"Rules": [idle]})
        unnamed = {"Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 1}}
        self.s3.put_bucket_lifecycle_configuration(Bucket=self.bucket, LifecycleConfiguration={"Rules": [unnamed, unnamed]})
        named = self.told(self.s3.get_bucket_lifecycle_configuration)["Rules"]
        self.assertEqual((2, [unnamed] * 2), (len({rule["ID"] for rule in named}),
                                              [{name: value for name, value in rule.items() if name != "ID"} for rule in named]))
        self.s3.delete_bucket_lifecycle(Bucket=self.bucket)
        self.refused("NoSuchLifecycleConfiguration", self.s3.get_bucket_lifecycle_configuration)

    def test_cors(self):
        rules = [{"AllowedMethods": ["GET", "PUT"], "AllowedOrigins": ["https://here"], "AllowedHeaders": ["*"], "MaxAgeSeconds": 60,
                  "ExposeHeaders": ["ETag"], "ID": "r"}]
        self.s3.put_bucket_cors(Bucket=self.bucket, CORSConfiguration={"CORSRules": rules})
        self.assertEqual(rules, self.told(self.s3.get_bucket_cors)["CORSRules"])
        for wrong in ({"AllowedMethods": ["PATCH"]}, {"AllowedOrigins": ["*here*"]}, {"AllowedHeaders": ["x-*-*"]}):
            self.refused("InvalidRequest", self.s3.put_bucket_cors, CORSConfiguration={"CORSRules": [{**rules[0], **wrong}]})
        self.s3.delete_bucket_cors(Bucket=self.bucket)
        self.refused("NoSuchCORSConfiguration", self.s3.get_bucket_cors)

    def test_website(self):
        site = {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "error.html"}, "RoutingRules": [
            {"Condition": {"KeyPrefixEquals": "a/"}, "Redirect": {"ReplaceKeyPrefixWith": "b/"}}]}
        self.s3.put_bucket_website(Bucket=self.bucket, WebsiteConfiguration=site)
        self.assertEqual(site, self.told(self.s3.get_bucket_website))
        index, protocol = {"IndexDocument": {"Suffix": "i"}}, "Invalid protocol, protocol can be http or https. " \
            "If not defined the protocol will be selected automatically."
        for wrong, code, text in (
                ({"ErrorDocument": {"Key": "e"}}, "InvalidArgument",
                 "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty"),
                ({"IndexDocument": {"Suffix": "/i"}}, "InvalidArgument", "The IndexDocument Suffix is not well formed"),
                ({"IndexDocument": {"Suffix": ""}}, "InvalidArgument", "The IndexDocument Suffix is not well formed"),
                ({**index, "RedirectAllRequestsTo": {"HostName": "h"}}, "InvalidArgument",
                 "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules."),
                ({"RedirectAllRequestsTo": {"HostName": "h", "Protocol": "ftp"}}, "InvalidRequest", protocol),
                ({**index, "RoutingRules": [{"Redirect": {"Protocol": "ftp"}}]}, "InvalidRequest", protocol),
                ({**index, "RoutingRules": [{"Redirect": {"ReplaceKeyPrefixWith": "a", "ReplaceKeyWith": "b"}}]}, "InvalidRequest",
                 "You can only define ReplaceKeyPrefix or ReplaceKey but not both."),
                ({**index, "RoutingRules": [{"Condition": {}, "Redirect": {"HostName": "h"}}]}, "InvalidRequest",
                 "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present."),
                ({**index, "RoutingRules": []}, "MalformedXML", None)):
            error = self.refused(code, self.s3.put_bucket_website, WebsiteConfiguration=wrong)
            self.assertEqual(text or error["Message"], error["Message"])
        self.assertEqual(site, self.told(self.s3.get_bucket_website))
        self.s3.delete_bucket_website(Bucket=self.bucket)
        self.refused("NoSuchWebsiteConfiguration", self.s3.get_bucket_website)

    def test_further_records(self):
        self.s3.put_bucket_accelerate_configuration(Bucket=self.bucket, AccelerateConfiguration={"Status": "Enabled"})
        self.assertEqual({"Status": "Enabled"}, self.told(self.s3.get_bucket_accelerate_configuration))
        self.refused("MalformedXML", self.s3.put_bucket_accelerate_configuration, AccelerateConfiguration={"Status": "on"})
        self.s3.put_bucket_request_payment(Bucket=self.bucket, RequestPaymentConfiguration={"Payer": "Requester"})
        self.assertEqual({"Payer": "Requester"}, self.told(self.s3.get_bucket_request_payment))
        self.refused("MalformedXML", self.s3.put_bucket_request_payment, RequestPaymentConfiguration={"Payer": "nobody"})
        logging = {"LoggingEnabled": {"TargetBucket": self.bucket, "TargetPrefix": "log/"}}
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus=logging)
        self.assertEqual(logging, self.told(self.s3.get_bucket_logging))
        error = self.refused("InvalidTargetBucketForLogging", self.s3.put_bucket_logging, BucketLoggingStatus={
            "LoggingEnabled": {"TargetBucket": "no-such-bucket", "TargetPrefix": ""}})
        self.assertEqual("no-such-bucket", error["TargetBucket"])
        queues = {"QueueConfigurations": [{"Id": "q", "QueueArn": f"arn:aws:sqs:us-east-1:{ACCOUNT}:q", "Events": ["s3:ObjectCreated:*"],
                                           "Filter": {"Key": {"FilterRules": [{"Name": "Prefix", "Value": "a"}]}}}]}
        self.s3.put_bucket_notification_configuration(Bucket=self.bucket, NotificationConfiguration=queues)
        self.assertEqual(queues, self.told(self.s3.get_bucket_notification_configuration))

    def test_where_accesses_are_logged(self):
        log_delivery = "http://acs.amazonaws.com/groups/s3/LogDelivery"
        logging = {"LoggingEnabled": {"TargetBucket": self.bucket, "TargetPrefix": "log/", "TargetGrants": [
            {"Grantee": {"Type": "Group", "URI": log_delivery}, "Permission": "WRITE"}]}}
        self.s3.put_bucket_logging(Bucket=self.bucket, BucketLoggingStatus=logging)
        self.assertEqual(logging, self.told(self.s3.get_bucket_logging))
        there = {}
        for region in ("us-east-1", "us-west-2", "eu-west-1"):
            there[region] = f"{self.bucket}-{region}"
            client("s3", region).create_bucket(Bucket=there[region])
        for source, target, elements in (
                ("us-east-1", "us-west-2", {"TargetBucketLocation": "us-west-2"}),
                ("us-west-2", "eu-west-1", {"SourceBucketLocation": "us-west-2", "TargetBucketLocation": "eu-west-1"})):
            answer = self.assert_code("CrossLocationLoggingProhibitted", self.s3.put_bucket_logging, Bucket=there[source],
                                      BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": there[target], "TargetPrefix": ""}})
            error = answer["Error"]
            self.assertEqual(403, answer["ResponseMetadata"]["HTTPStatusCode"])
            self.assertEqual(elements, {name: value for name, value in error.items() if name.endswith("Location")})
        other = client_of_other("s3")
        other.create_bucket(Bucket=self.bucket + "-other", CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})
        self.refused("InvalidTargetBucketForLogging", self.s3.put_bucket_logging, BucketLoggingStatus={
            "LoggingEnabled": {"TargetBucket": self.bucket + "-other", "TargetPrefix": ""}})

    def test_notifications_that_are_none(self):
        def put(**change):
            return {"NotificationConfiguration": {"QueueConfigurations": [
                {"QueueArn": f"arn:aws:sqs:us-east-1:{ACCOUNT}:q", "Events": ["s3:ObjectCreated:*"], **change}]}}

        def rules(*names):
            return {"Key": {"FilterRules": [{"Name": name, "Value": "a"} for name in names]}}

        call = client("s3", parameter_validation=False).put_bucket_notification_configuration
        for change, text, elements in (
                ({"QueueArn": "invalid-queue"}, "The ARN could not be parsed", ("Queue", "invalid-queue")),
                ({"Events": ["s3:ObjectRead"]}, "The event is not supported for notifications", ("Event", "s3:ObjectRead")),
                ({"Filter": rules("INVALID")}, "filter rule name must be either prefix or suffix", ("FilterRule.Name", "INVALID"))):
            error = self.refused("InvalidArgument", call, **put(**change))
            self.assertEqual((text, *elements), (error["Message"], error["ArgumentName"], error["ArgumentValue"]))
        call(Bucket=self.bucket, **put(Filter=rules("prefix", "SUFFIX")))
        told = self.told(self.s3.get_bucket_notification_configuration)["QueueConfigurations"][0]
        self.assertTrue(told.pop("Id"))
        self.assertEqual({**put()["NotificationConfiguration"]["QueueConfigurations"][0], "Filter": rules("Prefix", "Suffix")}, told)
        self.s3.put_bucket_notification_configuration(Bucket=self.bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
        self.assertEqual({"EventBridgeConfiguration": {}}, self.told(self.s3.get_bucket_notification_configuration))
        self.s3.put_bucket_notification_configuration(Bucket=self.bucket, NotificationConfiguration={})
        self.assertEqual({}, self.told(self.s3.get_bucket_notification_configuration))

    def test_replication(self):
        rule = {"ID": "r", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": ""}, "DeleteMarkerReplication": {"Status": "Disabled"},
                "Destination": {"Bucket": f"arn:aws:s3:::{self.bucket}"}}
        wanted = {"Role": f"arn:aws:iam::{ACCOUNT}:role/r", "Rules": [rule]}
        self.refused("InvalidRequest", self.s3.put_bucket_replication, ReplicationConfiguration=wanted)
        self.s3.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": "Enabled"})
        self.s3.put_bucket_replication(Bucket=self.bucket, ReplicationConfiguration=wanted)
        self.assertEqual(wanted, self.told(self.s3.get_bucket_replication)["ReplicationConfiguration"])
        del rule["ID"]
        self.s3.put_bucket_replication(Bucket=self.bucket, ReplicationConfiguration=wanted)
        told = self.told(self.s3.get_bucket_replication)["ReplicationConfiguration"]
        self.assertTrue(told["Rules"][0].pop("ID"))
        self.assertEqual(wanted, told)
        self.s3.delete_bucket_replication(Bucket=self.bucket)
        self.refused("ReplicationConfigurationNotFoundError", self.s3.get_bucket_replication)

    def test_select_is_closed(self):
        self.s3.put_object(Bucket=self.bucket, Key="a", Body=b"1,2\n")
        error = self.refused("NotImplemented", self.s3.select_object_content, Key="a", ExpressionType="SQL",
                             Expression="select * from s3object", InputSerialization={"CSV": {}}, OutputSerialization={"CSV": {}})
        self.assertIn("closed to new customers", error["Message"])


if __name__ == "__main__":
    unittest.main()
