"""Forms that put an object, with a policy that boto3 has signed (generate_presigned_post)."""
import json
import unittest
import urllib.error
import urllib.request
import uuid

import boto3
from botocore.config import Config

from lake import ANALYST, ENDPOINT, REGION, PeerTestCase, client, client_as_analyst, client_with, open_to_engines

BUCKET = "posted-bucket"


class Post(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.s3 = client("s3")
        cls.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    @staticmethod
    def form(peer, key="a", fields=None, conditions=None, expires=60):
        return peer.generate_presigned_post(BUCKET, key, Fields=fields, Conditions=conditions, ExpiresIn=expires)

    @staticmethod
    def send(form, body=b"posted", filename="file.csv", **changes):
        """Status, headers and text of the answer."""
        boundary = uuid.uuid4().hex
        fields = {**form["fields"], **{name.replace("_", "-"): value for name, value in changes.items()}}
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                 for name, value in fields.items() if value is not None]
        if body is not None:
            parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{filename}"\r\n'
                         "Content-Type: text/plain\r\n\r\n".encode() + body + b"\r\n")
        data = b"".join(parts) + f"--{boundary}--\r\n".encode()
        request = urllib.request.Request(form["url"], data, {"Content-Type": f"multipart/form-data; boundary={boundary}"}, method="POST")

        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        try:
            with urllib.request.build_opener(Stay).open(request) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.headers, refused.read().decode()

    def test_a_form_of_either_version(self):
        for number, version in enumerate(("s3v4", "s3")):
            peer = boto3.client("s3", endpoint_url=ENDPOINT, config=Config(signature_version=version))
            body = b"x\r\n--not the boundary\r\n" * (20000 if number else 1)
            status, headers, _ = self.send(self.form(peer, f"form/{version}/${{filename}}"), body)
            self.assertEqual(204, status)
            got = self.s3.get_object(Bucket=BUCKET, Key=f"form/{version}/file.csv")
            self.assertEqual((body, got["ETag"]), (got["Body"].read(), headers["ETag"]))

    def test_what_the_form_says_about_the_object(self):
        fields = {"Content-Type": "text/csv", "x-amz-meta-a": "1", "x-amz-storage-class": "STANDARD_IA", "acl": "private",
                  "tagging": "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>", "success_action_status": "201"}
        form = self.form(self.s3, "said", fields, [{name: value} for name, value in fields.items()])
        status, _, text = self.send(form)
        self.assertEqual(201, status)
        self.assertIn("<PostResponse>", text)
        self.assertIn("<Key>said</Key>", text)
        head = self.s3.head_object(Bucket=BUCKET, Key="said")
        self.assertEqual(("text/csv", {"a": "1"}, "STANDARD_IA"), (head["ContentType"], head["Metadata"], head["StorageClass"]))
        self.assertEqual([{"Key": "k", "Value": "v"}], self.s3.get_object_tagging(Bucket=BUCKET, Key="said")["TagSet"])
        there = {"success_action_redirect": "http://there/"}
        status, headers, _ = self.send(self.form(self.s3, "there", there, [there]))
        self.assertEqual((303, True), (status, headers["Location"].startswith(f"http://there/?bucket={BUCKET}&key=there&etag=")))

    def test_what_the_policy_does_not_allow(self):
        form = self.form(self.s3, "no", conditions=[["content-length-range", 2, 4]])
        for expected, code, answer in (
                (400, "EntityTooLarge", self.send(form, b"12345")),
                (400, "EntityTooSmall", self.send(form, b"1")),
                (403, "Policy Condition failed", self.send(form, b"123", key="other")),
                (403, "Extra input fields: acl", self.send(form, b"123", acl="private")),
                (400, "POST requires exactly one file upload per request.", self.send(form, None)),
                (403, "SignatureDoesNotMatch", self.send(form, b"123", policy=form["fields"]["policy"][:-4] + "AAAA")),
                (403, "Policy expired", self.send(self.form(self.s3, "no", expires=-1), b"123")),
                (403, "AccessDenied", self.send(form, b"123", policy=None)),
                (501, "x-amz-server-side-encryption-customer-algorithm", self.send(self.form(
                    self.s3, "no", conditions=[["starts-with", "$x-amz-server-side-encryption-customer-algorithm", ""]]), b"123",
                    x_amz_server_side_encryption_customer_algorithm="AES256"))):
            self.assertEqual(expected, answer[0], answer[2])
            self.assertIn(code, answer[2])
        self.assert_code("404", self.s3.head_object, Bucket=BUCKET, Key="no")

    def test_what_a_form_lacks(self):
        """test_s3.snapshot.json, TestS3PresignedPost."""
        for version, names in (("s3", ("Signature", "AWSAccessKeyId")),
                               ("s3v4", ("X-Amz-Signature", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date"))):
            peer = client("s3", signature_version=version)
            for name in names:
                form = self.form(peer)
                form["fields"] = {key: value for key, value in form["fields"].items() if key.lower() != name.lower()}
                status, _, text = self.send(form)
                self.assertEqual(400, status)
                self.assertIn(f"<ArgumentName>{name}</ArgumentName>", text)
                self.assertIn(f"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.", text)
            form = self.form(peer)
            form["fields"] = {"key": "a", "policy": form["fields"]["policy"]}
            status, _, text = self.send(form)
            self.assertEqual((403, True), (status, "<Message>Access Denied</Message>" in text))
        request = urllib.request.Request(form["url"], b"no form", {"Content-Type": "text/html"}, method="POST")
        with self.assertRaises(urllib.error.HTTPError) as refused, urllib.request.urlopen(request):
            pass
        with refused.exception as answer:
            self.assertEqual(412, answer.code)
            self.assertIn(b"<Condition>Bucket POST must be of the enclosure-type multipart/form-data</Condition>", answer.read())

    def test_conditions(self):
        """test_s3.snapshot.json, test_post_object_policy_conditions_validation_* and _size."""
        failed = 'Invalid according to Policy: Policy Condition failed: ["{}", "{}", "{}"]'
        there, field = "http://localhost.test/random", "success_action_redirect"
        for condition, given, text in (
                (["eq", f"${field}", there], "http://other/", failed.format("eq", f"${field}", there)),
                (["eq", field, there], there, failed.format("eq", field, there)),
                (["eq", f"${field}", there.upper()], there, failed.format("eq", f"${field}", there.upper())),
                (["starts-with", f"${field}", "http://localhost"], "https://localhost", failed.format("starts-with", f"${field}", "http://localhost")),
                (["content-length-range", "test", 10], None, failed.format("content-length-range", "test", "10")),
                ({field: there, "a": "b"}, there, "Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified."),
                (["eq", f"${field}", there], there, None),
                (["starts-with", f"${field}", ""], there, None)):
            form = self.form(self.s3, "conditions", {field: given} if given else None, [condition])
            status, _, text_of = self.send(form)
            if text is None:
                self.assertEqual(303, status, condition)
            else:
                self.assertIn(f"<Message>{text}</Message>", text_of)
        form = self.form(self.s3, "sizes", conditions=[["content-length-range", 5, 10]])
        for body, code, elements in ((b"a" * 12, "EntityTooLarge", ("<ProposedSize>12<", "<MaxSizeAllowed>10<")),
                                     (b"a", "EntityTooSmall", ("<ProposedSize>1<", "<MinSizeAllowed>5<"))):
            text = self.send(form, body)[2]
            for element in (f"<Code>{code}<", *elements):
                self.assertIn(element, text)
        self.assertEqual(204, self.send(form, b"a" * 10)[0])

    def test_tags_that_are_none(self):
        for tagging, code in (("<InvalidXmlTagging></InvalidXmlTagging>", None), ("not-xml", "MalformedXML")):
            status, _, text = self.send(self.form(self.s3, "tags", {"tagging": tagging}, [{"tagging": tagging}]))
            self.assertIn(f"<Code>{code}<" if code else "", text)
            self.assertEqual(400 if code else 204, status)
        self.assertEqual([], self.s3.get_object_tagging(Bucket=BUCKET, Key="tags")["TagSet"])

    def test_who_may_not_write_has_no_form_that_does(self):
        lake = client("lakeformation")
        location = f"arn:aws:s3:::{BUCKET}/kept"
        lake.register_resource(ResourceArn=location, UseServiceLinkedRole=True)
        self.addCleanup(lake.deregister_resource, ResourceArn=location)
        self.assertEqual(403, self.send(self.form(client_as_analyst("s3"), "kept/a"))[0])
        role = client("sts").assume_role(RoleArn=ANALYST, RoleSessionName="session", Policy=json.dumps({
            "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}))["Credentials"]
        self.assertEqual(403, self.send(self.form(client_with(role, "s3"), "open"))[0])

        # Vended credentials write where they open, by a form too, and nowhere else.
        open_to_engines(self)
        glue = client("glue")
        glue.create_database(DatabaseInput={"Name": "posted"})
        glue.create_table(DatabaseName="posted", TableInput={"Name": "t", "StorageDescriptor": {
            "Location": f"s3://{BUCKET}/kept/t", "Columns": [{"Name": "c", "Type": "int"}]}})
        self.addCleanup(glue.delete_database, Name="posted")
        keys = lake.get_temporary_glue_table_credentials(
            TableArn=f"arn:aws:glue:{REGION}:{ANALYST.split(':')[4]}:table/posted/t", Permissions=["SELECT", "INSERT"],
            SupportedPermissionTypes=["COLUMN_PERMISSION"])
        vended = client_with(keys, "s3")
        self.assertEqual(204, self.send(self.form(vended, "kept/t/a"))[0])
        for key in ("kept/other", "open"):
            self.assertEqual(403, self.send(self.form(vended, key))[0])


if __name__ == "__main__":
    unittest.main()
