"""The audit trail of the lake, as boto3 reads it and asks for its files."""
import gzip
import json
import unittest
import uuid

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.httpsession import URLLib3Session

from lake import ACCOUNT, ENDPOINT, REGION, PeerTestCase, client, client_as_analyst


class CloudTrail(PeerTestCase):
    def setUp(self):
        self.trail, self.lake, self.s3 = client("cloudtrail"), client("lakeformation"), client("s3")
        self.bucket = "trail-" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.name = "trail-" + uuid.uuid4().hex

    def test_refused_credentials_are_events_and_files(self):
        made = self.trail.create_trail(Name=self.name, S3BucketName=self.bucket, S3KeyPrefix="audit")
        self.assertEqual(f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/{self.name}", made["TrailARN"])
        self.assert_code("TrailAlreadyExistsException", self.trail.create_trail, Name=self.name, S3BucketName=self.bucket)
        self.assertFalse(self.trail.get_trail_status(Name=self.name)["IsLogging"])
        self.trail.start_logging(Name=made["TrailARN"])
        table = f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.name.replace('-', '_')}/none"
        self.assert_code("AccessDeniedException", client_as_analyst("lakeformation").get_temporary_glue_table_credentials,
                         TableArn=table, Permissions=["SELECT"], SupportedPermissionTypes=["COLUMN_PERMISSION"])
        status = self.trail.get_trail_status(Name=self.name)
        self.assertTrue(status["IsLogging"])
        self.assertIn("LatestDeliveryTime", status)
        self.trail.stop_logging(Name=self.name)

        found = [json.loads(event["CloudTrailEvent"]) for page in self.trail.get_paginator("lookup_events").paginate(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "GetDataAccess"}]) for event in page["Events"]]
        [event] = [event for event in found if event["requestParameters"]["tableArn"] == table]
        self.assertEqual("AccessDeniedException", event["errorCode"])
        self.assertEqual(f"arn:aws:iam::{ACCOUNT}:role/Analyst", event["additionalEventData"]["lakeFormationPrincipal"])
        self.assertEqual(["SELECT"], event["requestParameters"]["permissions"])

        [file] = self.s3.list_objects_v2(Bucket=self.bucket)["Contents"]
        day = event["eventTime"][:10].replace("-", "/")
        self.assertTrue(file["Key"].startswith(f"audit/AWSLogs/{ACCOUNT}/CloudTrail/{REGION}/{day}/{ACCOUNT}_CloudTrail_{REGION}_"))
        body = self.s3.get_object(Bucket=self.bucket, Key=file["Key"])["Body"].read()
        self.assertEqual({"Records": [event]}, json.loads(gzip.decompress(body)))
        self.assertEqual([self.name], [trail["Name"] for trail in self.trail.describe_trails(trailNameList=[self.name])["trailList"]])
        self.trail.delete_trail(Name=self.name)
        self.assert_code("TrailNotFoundException", self.trail.get_trail_status, Name=self.name)

    def test_what_a_trail_cannot_be_is_refused(self):
        make = self.trail.create_trail
        self.assert_code("InvalidTrailNameException", make, Name="a", S3BucketName=self.bucket)
        self.assert_code("S3BucketDoesNotExistException", make, Name=self.name, S3BucketName="none-" + uuid.uuid4().hex)
        self.assert_code("UnsupportedOperationException", make, Name=self.name, S3BucketName=self.bucket, IsOrganizationTrail=True)
        self.assert_code("UnsupportedOperationException", make, Name=self.name, S3BucketName=self.bucket, SnsTopicName="topic")
        self.assert_code("TrailNotFoundException", self.trail.start_logging, Name=self.name)

    def test_lookups_are_checked(self):
        look = self.trail.lookup_events
        self.assert_code("InvalidTimeRangeException", look, StartTime=2, EndTime=1)
        attribute = {"AttributeKey": "EventSource", "AttributeValue": "lakeformation.amazonaws.com"}
        self.assert_code("InvalidLookupAttributesException", look, LookupAttributes=[attribute, attribute])
        self.assert_code("InvalidNextTokenException", look, NextToken="x")
        # Clients other than boto3 send a time as text.
        self.assertEqual(200, self.raw({"StartTime": "2020-01-01T00:00:00Z", "EndTime": 4e9}))
        for time in ("x", "1577836800", 1e30):
            self.assertEqual(400, self.raw({"StartTime": time}))

    def raw(self, members):
        target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents"
        request = AWSRequest("POST", ENDPOINT, data=json.dumps(members), headers={"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"})
        SigV4Auth(boto3.Session().get_credentials(), "cloudtrail", REGION).add_auth(request)
        return URLLib3Session().send(request.prepare()).status_code
        self.assertEqual([], look(LookupAttributes=[{"AttributeKey": "ResourceName", "AttributeValue": "x"}])["Events"])
        self.assertEqual([], look(EventCategory="insight")["Events"])


if __name__ == "__main__":
    unittest.main()
