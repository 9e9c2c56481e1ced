"""Analytics, intelligent tiering, inventories and metrics of buckets: records, as LocalStack's snapshots recorded them of AWS
(tests/aws/services/s3/test_s3.snapshot.json)."""
import unittest

from lake import REGION, PeerTestCase, client

BUCKET = "configured-bucket"
MALFORMED = "The XML you provided was not well-formed or did not validate against our published schema"
NONE = "The specified configuration does not exist."
TARGET = f"arn:aws:s3:::{BUCKET}"


def analytics(name, prefix):
    target = {"Format": "CSV", "Bucket": TARGET, "Prefix": "test"}
    return {"Id": name, "Filter": {"Prefix": prefix},
            "StorageClassAnalysis": {"DataExport": {"OutputSchemaVersion": "V_1", "Destination": {"S3BucketDestination": target}}}}


def tiering(name, prefix):
    return {"Id": name, "Filter": {"Prefix": prefix}, "Status": "Enabled", "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}]}


def inventory(name, prefix, target=TARGET):
    return {"Id": name, "IsEnabled": True, "IncludedObjectVersions": "All", "Schedule": {"Frequency": "Daily"}, "Filter": {"Prefix": prefix},
            "OptionalFields": ["Size", "ETag"], "Destination": {"S3BucketDestination": {"Bucket": target, "Format": "ORC"}}}


def metrics(name, prefix):
    return {"Id": name, "Filter": {"Prefix": prefix}}


class Configurations(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    def refused(self, code, text, call, **members):
        error = self.assert_code(code, call, **{"Bucket": BUCKET, **members})["Error"]
        self.assertEqual(text, error["Message"])
        return error

    def held(self, put, get, every, delete, member, make, mismatch=("MalformedXML", MALFORMED)):
        self.refused(*mismatch, put, Id="other", **{member: make("one", "a")})
        self.refused("NoSuchConfiguration", NONE, get, Id="one")
        self.refused("NoSuchConfiguration", NONE, delete, Id="one")
        self.assertNotIn(member + "List", every(Bucket=BUCKET))
        for name, prefix in (("two", "b"), ("one", "a"), ("one", "c")):
            answer = put(Bucket=BUCKET, Id=name, **{member: make(name, prefix)})
            self.assertEqual(204, answer["ResponseMetadata"]["HTTPStatusCode"])
        self.assertEqual(make("one", "c"), get(Bucket=BUCKET, Id="one")[member])
        listed = every(Bucket=BUCKET)
        self.assertEqual((False, [make("one", "c"), make("two", "b")]), (listed["IsTruncated"], listed[member + "List"]))
        self.refused("MalformedContinuationToken", "The continuation-token you provided invalid.", every, ContinuationToken="!")
        delete(Bucket=BUCKET, Id="one")
        self.assertEqual([make("two", "b")], every(Bucket=BUCKET)[member + "List"])
        delete(Bucket=BUCKET, Id="two")
        error = self.refused("NoSuchBucket", "The specified bucket does not exist", delete, Bucket="configured-bucket-of-nobody", Id="two")
        self.assertEqual("configured-bucket-of-nobody", error["BucketName"])

    def test_analytics(self):
        s3 = self.s3
        self.held(s3.put_bucket_analytics_configuration, s3.get_bucket_analytics_configuration, s3.list_bucket_analytics_configurations,
                  s3.delete_bucket_analytics_configuration, "AnalyticsConfiguration", analytics)
        wrong = analytics("one", "a")
        wrong["StorageClassAnalysis"]["DataExport"]["OutputSchemaVersion"] = "V_2"
        self.refused("MalformedXML", MALFORMED, s3.put_bucket_analytics_configuration, Id="one", AnalyticsConfiguration=wrong)

    def test_intelligent_tiering(self):
        s3 = self.s3
        self.held(s3.put_bucket_intelligent_tiering_configuration, s3.get_bucket_intelligent_tiering_configuration,
                  s3.list_bucket_intelligent_tiering_configurations, s3.delete_bucket_intelligent_tiering_configuration,
                  "IntelligentTieringConfiguration", tiering)
        for wrong in ({"Status": "other"}, {"Tierings": []}, {"Tierings": [{"Days": 90, "AccessTier": "OTHER"}]}):
            self.refused("MalformedXML", MALFORMED, s3.put_bucket_intelligent_tiering_configuration, Id="one",
                         IntelligentTieringConfiguration={**tiering("one", "a"), **wrong})

    def test_inventories(self):
        s3 = self.s3
        self.held(s3.put_bucket_inventory_configuration, s3.get_bucket_inventory_configuration, s3.list_bucket_inventory_configurations,
                  s3.delete_bucket_inventory_configuration, "InventoryConfiguration", inventory,
                  ("IdMismatch", "Document ID does not match the specified configuration ID."))
        put = s3.put_bucket_inventory_configuration
        for wrong in ({"Schedule": {"Frequency": "Hourly"}}, {"IncludedObjectVersions": "None"}, {"OptionalFields": ["Other"]}):
            self.refused("MalformedXML", MALFORMED, put, Id="one", InventoryConfiguration={**inventory("one", "a"), **wrong})
        self.refused("InvalidS3DestinationBucket", "Invalid bucket ARN.", put, Id="one", InventoryConfiguration=inventory("one", "a", BUCKET))

    def test_metrics(self):
        s3 = self.s3
        self.held(s3.put_bucket_metrics_configuration, s3.get_bucket_metrics_configuration, s3.list_bucket_metrics_configurations,
                  s3.delete_bucket_metrics_configuration, "MetricsConfiguration", metrics)


if __name__ == "__main__":
    unittest.main()
