"""What S3 says of a request's query before it looks at the bucket: words that do not stand together, methods that a word does not have,
numbers, and what belongs to the other version of a list. Measured at AWS in 2026 by brekkylab/backlot (its module for S3)."""
import base64
import hashlib
import unittest

import boto3
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.httpsession import URLLib3Session

from lake import ENDPOINT, REGION, PeerTestCase, client

BUCKET = "words-bucket"
NOBODYS = "words-bucket-of-nobody"
NOT_ALLOWED = "The specified method is not allowed against this resource."


class Words(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        cls.s3.put_object(Bucket=BUCKET, Key="k", Body=b"hello")
        cls.http = URLLib3Session()

    def ask(self, method, path, body=b"", **headers):
        headers = {**{name.replace("_", "-"): value for name, value in headers.items()}}
        request = AWSRequest(method, ENDPOINT.rstrip("/") + path, data=body, headers=headers)
        S3SigV4Auth(boto3.Session().get_credentials(), "s3", REGION).add_auth(request)
        return self.http.send(request.prepare())

    def refused(self, status, code, text, method, path, headers=(), body=b"", **elements):
        answer = self.ask(method, path, body, **dict(headers))
        told = answer.text
        self.assertEqual(status, answer.status_code, told)
        for name, value in {"Code": code, "Message": text, **elements}.items():
            self.assertIn(f"<{name}>{value}</{name}>", told)
        return answer

    def test_two_words_do_not_stand_together(self):
        for query, words in (("versioning&acl", "acl, versioning"), ("acl&delete", "acl, delete"), ("restore&location", "location, restore")):
            for bucket in (BUCKET, NOBODYS):
                self.refused(400, "InvalidArgument", "Conflicting query string parameters: " + words, "GET", f"/{bucket}?{query}",
                             ArgumentName="ResourceType", ArgumentValue=words.split(",")[0])
        self.refused(400, "InvalidArgument", "Conflicting query string parameters: partNumber, tagging", "GET", f"/{BUCKET}/k?tagging&partNumber=1")
        self.assertEqual(400, self.ask("HEAD", f"/{BUCKET}?acl&versioning").status_code)

    def test_methods_that_a_word_does_not_have(self):
        for path, kind, methods in ((f"/{NOBODYS}?acl", "ACL", "GET, PUT"), (f"/{NOBODYS}?policy", "BUCKETPOLICY", "DELETE, GET, PUT"),
                                    (f"/{NOBODYS}?uploads", "UPLOADS", "POST, GET"), (f"/{NOBODYS}?location", "LOCATION", "GET"),
                                    (f"/{NOBODYS}?versions", "BUCKETVERSIONS", "GET"), (f"/{NOBODYS}?delete", "MULTI_OBJECT_DELETE", "POST"),
                                    (f"/{NOBODYS}/k?tagging", "OBJECT_TAGGING", "DELETE, GET, PUT"), (f"/{NOBODYS}/k?uploadId=x", "UPLOAD", "DELETE, POST, GET"),
                                    (f"/{NOBODYS}/k?uploadId=x&partNumber=1", "PART", "PUT"), (f"/{NOBODYS}?inventory", "INVENTORY", "DELETE, GET, PUT")):
            answer = self.refused(405, "MethodNotAllowed", NOT_ALLOWED, "PATCH", path, Method="PATCH", ResourceType=kind)
            self.assertEqual(methods, answer.headers["Allow"])
            head = self.ask("HEAD", path)
            self.assertEqual((405, methods), (head.status_code, head.headers["Allow"]))
        for path, kind in (("/", "SERVICE"), (f"/{BUCKET}", "BUCKET"), (f"/{BUCKET}/k", "OBJECT")):
            self.refused(405, "MethodNotAllowed", NOT_ALLOWED, "PATCH", path, ResourceType=kind)

    def test_words_at_the_wrong_place(self):
        self.refused(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", "POST", f"/{BUCKET}",
                     Condition="Bucket POST must be of the enclosure-type multipart/form-data")
        self.refused(400, "InvalidRequest", "A key must be specified", "GET", f"/{BUCKET}?uploadId=x")
        self.refused(400, "InvalidRequest", "Object must have a valid key name.", "GET", f"/{BUCKET}?partNumber=1")
        self.refused(400, "InvalidRequest", "Key is not expected for the GET method ?uploads subresource", "GET", f"/{BUCKET}/k?uploads")
        self.refused(400, "InvalidArgument", "The website parameter must not have a value", "GET", f"/{BUCKET}?website=1", ArgumentValue="1")

    def test_versions_of_the_list(self):
        for query, name, text in (("continuation-token=x", "continuation-token", "continuation-token only supported in REST.GET.BUCKET with list-type=2"),
                                  ("start-after=", "start-after", "startAfter only supported in REST.GET.BUCKET with list-type=2"),
                                  ("list-type=2&marker=x", "marker", "Marker unsupported with REST.GET.BUCKET in list-type=2")):
            for bucket in (BUCKET, NOBODYS):
                answer = self.refused(400, "InvalidArgument", text, "GET", f"/{bucket}?{query}", ArgumentName=name)
                self.assertNotIn("ArgumentValue", answer.text)
        for kind in ("1", "0", "other"):
            told = self.ask("GET", f"/{BUCKET}?list-type={kind}").text
            self.assertIn("<Marker", told)
            self.assertNotIn("KeyCount", told)
        self.assertIn("<StartAfter", self.ask("GET", f"/{BUCKET}?list-type=2&start-after=").text)
        self.assertIn("<Delimiter", self.ask("GET", f"/{BUCKET}?versions&delimiter=").text)

    def test_numbers(self):
        for value in ("abc", "2147483648", "1.0"):
            for bucket in (BUCKET, NOBODYS):
                self.refused(400, "InvalidArgument", "Provided max-keys not an integer or within integer range", "GET", f"/{bucket}?max-keys={value}",
                             ArgumentName="max-keys", ArgumentValue=value)
        for query, name in (("max-keys=-01", "maxKeys"), ("list-type=2&max-keys=-1", "maxKeys"), ("uploads&max-uploads=-1", "max-uploads")):
            self.refused(400, "InvalidArgument", f"Argument {name} must be an integer between 0 and 2147483647", "GET", f"/{BUCKET}?{query}",
                         ArgumentName=name, ArgumentValue="-1")
        self.refused(400, "InvalidArgument", "max-keys cannot be negative", "GET", f"/{BUCKET}?versions&max-keys=-1", ArgumentName="max-keys")
        self.refused(404, "NoSuchBucket", "The specified bucket does not exist", "GET", f"/{NOBODYS}?max-keys=-1")
        for query, told in (("max-keys=1001", "<MaxKeys>1001</MaxKeys>"), ("max-keys=05", "<MaxKeys>5</MaxKeys>"), ("max-keys=", "<MaxKeys>1000</MaxKeys>"),
                            ("uploads&max-uploads=2000", "<MaxUploads>1000</MaxUploads>")):
            self.assertIn(told, self.ask("GET", f"/{BUCKET}?{query}").text)
        for value in ("0", "abc", "10001", "", "1.0"):
            self.refused(400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", "GET", f"/{BUCKET}/k?partNumber={value}",
                         ArgumentName="partNumber")
        self.refused(416, "InvalidPartNumber", "The requested partnumber is not satisfiable", "GET", f"/{BUCKET}/k?partNumber=02",
                     PartNumberRequested="2", ActualPartCount="1")

    def test_keys_are_encoded_as_in_a_form(self):
        keys = ["a b", "a+b", "100%", "s*~()!", "한글/x", "run books/x"]
        for key in keys:
            self.s3.put_object(Bucket=BUCKET, Key="enc/" + key, Body=b"")
        told = self.ask("GET", f"/{BUCKET}?prefix=enc%2F&encoding-type=URL").text
        self.assertIn("<EncodingType>URL</EncodingType>", told)
        for key in ("a+b", "a%2Bb", "100%25", "s*%7E%28%29%21", "%ED%95%9C%EA%B8%80/x", "run+books/x"):
            self.assertIn(f"<Key>enc/{key}</Key>", told)
        listed = self.s3.list_objects_v2(Bucket=BUCKET, Prefix="enc/", Delimiter="/")
        self.assertEqual(sorted("enc/" + key for key in keys if "/" not in key), [item["Key"] for item in listed["Contents"]])
        self.assertEqual(["enc/run books/", "enc/한글/"], [item["Prefix"] for item in listed["CommonPrefixes"]])

    def test_headers_and_versions_of_reading(self):
        missing = "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty"
        self.refused(400, "InvalidRequest", missing, "GET", f"/{BUCKET}/k?attributes")
        self.refused(400, "InvalidRequest", missing, "GET", f"/{BUCKET}/k?attributes", {"x-amz-object-attributes": ","})
        self.refused(400, "InvalidArgument", "Invalid attribute name specified.", "GET", f"/{BUCKET}/k?attributes",
                     {"x-amz-object-attributes": "ETag,Other"}, ArgumentName="x-amz-object-attributes", ArgumentValue="Other")
        self.assertIn("<ObjectSize>5</ObjectSize>", self.ask("GET", f"/{BUCKET}/k?attributes", x_amz_object_attributes="ObjectSize, ETag,").text)
        self.refused(400, "InvalidRequest", "Value for x-amz-checksum-mode header is invalid.", "GET", f"/{BUCKET}/k", {"x-amz-checksum-mode": "other"})
        self.assertEqual("FULL_OBJECT", self.ask("GET", f"/{BUCKET}/k", x_amz_checksum_mode="enabled").headers["x-amz-checksum-type"])
        self.refused(404, "NoSuchVersion", "The specified version does not exist.", "GET", f"/{BUCKET}/none?versionId=null", Key="none", VersionId="null")

    def test_bodies_of_deletes(self):
        malformed = "The XML you provided was not well-formed or did not validate against our published schema"
        one = "<Object><Key>none</Key></Object>"

        def delete(body):
            body = body.encode()
            return {"method": "POST", "path": f"/{BUCKET}?delete", "body": body,
                    "headers": {"Content-MD5": base64.b64encode(hashlib.md5(body).digest()).decode()}}

        self.refused(400, "InvalidRequest", "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
                     **{**delete(f"<Delete>{one}</Delete>"), "headers": {}})
        self.refused(400, "MissingRequestBodyError", "Request Body is empty", **delete(""))
        self.refused(400, "UserKeyMustBeSpecified", "User key must be specified.", **delete("<Delete><Object><Key></Key></Object></Delete>"))
        for inner in ("", "<Quiet>true</Quiet>", one + "<Quiet>true</Quiet>" * 2, "<Object/>", "<Object><Key>a</Key><Key>b</Key></Object>", "<Other/>" + one,
                      "<Object><Key>a</Key><Size>1</Size></Object>", one * 1001):
            self.refused(400, "MalformedXML", malformed, **delete(f"<Delete>{inner}</Delete>"))
        self.refused(400, "MalformedXML", malformed, **delete(f"<Other>{one}</Other>"))
        for start in ('<Delete xmlns="urn:x"><Quiet>false</Quiet>', "<Delete>"):
            given = delete(f"{start}{one}</Delete>")
            self.assertIn("<Deleted><Key>none</Key></Deleted>", self.ask(given["method"], given["path"], given["body"], **given["headers"]).text)


if __name__ == "__main__":
    unittest.main()
