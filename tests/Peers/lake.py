"""What the peer tests share: clients of the embedded lake that runs for this test file.

The lake's address and keys come by environment, from PeerTests.cs or from a hand that runs a file alone:
  LAKE_ENDPOINT   http://127.0.0.1:port/
  LAKE_ACCOUNT    twelve digits
  LAKE_FOLDER     the lake's folder
  LAKE_OPERATIONS what the lake answers, as JSON: names of operations by service
  AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_DEFAULT_REGION   of the lake's administrator
  LAKE_ANALYST_ACCESS_KEY_ID, LAKE_ANALYST_SECRET_ACCESS_KEY     of role/Analyst
  LAKE_OTHER_ACCOUNT, LAKE_OTHER_ACCESS_KEY_ID, LAKE_OTHER_SECRET_ACCESS_KEY     another account of the lake, and its administrator
Python's own unittest runs them: `python3 -m unittest test_s3` in this folder.
"""
import json
import os
import shutil
import subprocess
import unittest

import boto3
import botocore.exceptions
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.httpsession import URLLib3Session

ENDPOINT = os.environ["LAKE_ENDPOINT"]
ACCOUNT = os.environ["LAKE_ACCOUNT"]
FOLDER = os.environ["LAKE_FOLDER"]
REGION = os.environ["AWS_DEFAULT_REGION"]
OTHER_ACCOUNT = os.environ["LAKE_OTHER_ACCOUNT"]
ANALYST = f"arn:aws:iam::{ACCOUNT}:role/Analyst"

_CONFIG = dict(retries={"max_attempts": 1}, parameter_validation=True)


def client(service, region_name=None, **config):
    """A boto3 client of the lake's administrator, in the lake's region where none is named."""
    return boto3.client(service, endpoint_url=ENDPOINT, region_name=region_name, config=_config(service, config))


def client_as_analyst(service, **config):
    """A boto3 client of role/Analyst."""
    return boto3.client(
        service, endpoint_url=ENDPOINT, config=_config(service, config),
        aws_access_key_id=os.environ["LAKE_ANALYST_ACCESS_KEY_ID"],
        aws_secret_access_key=os.environ["LAKE_ANALYST_SECRET_ACCESS_KEY"])


def client_of_other(service, **config):
    """A boto3 client of the administrator of the lake's other account."""
    return boto3.client(
        service, endpoint_url=ENDPOINT, config=_config(service, config),
        aws_access_key_id=os.environ["LAKE_OTHER_ACCESS_KEY_ID"],
        aws_secret_access_key=os.environ["LAKE_OTHER_SECRET_ACCESS_KEY"])


def client_with(credentials, service, **config):
    """A boto3 client with the Credentials that AssumeRole or Lake Formation gave."""
    return boto3.client(
        service, endpoint_url=ENDPOINT, config=_config(service, config),
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"])


def _config(service, more):
    merged = dict(_CONFIG, **more)
    if service == "s3":
        merged.setdefault("signature_version", "s3v4")
    return Config(**merged)


def client_as_engine(service, **config):
    """A boto3 client of role/Analyst in a session that says that it is an engine, for settings that `open_to_engines` made."""
    keys = client("sts").assume_role(
        RoleArn=ANALYST, RoleSessionName="engine", Tags=[{"Key": "LakeFormationAuthorizedCaller", "Value": "peer"}])["Credentials"]
    return client_with(keys, service, **config)


def open_to_engines(test):
    """Lets external engines have data until the test ends: whole tables, and to `client_as_engine` what it filters."""
    lake = client("lakeformation")
    settings = lake.get_data_lake_settings()["DataLakeSettings"]
    _put_settings(lake, {**settings, "AllowFullTableExternalDataAccess": True, "AllowExternalDataFiltering": True,
                         "ExternalDataFilteringAllowList": [{"DataLakePrincipalIdentifier": ACCOUNT}],
                         "AuthorizedSessionTagValueList": ["peer"]})
    test.addCleanup(_put_settings, lake, settings)


def _put_settings(lake, settings):
    # Debian's boto3 does not know all of the members, so that the request is signed by its own parts.
    request = AWSRequest("POST", ENDPOINT.rstrip("/") + "/PutDataLakeSettings", data=json.dumps({"DataLakeSettings": settings}),
                         headers={"Content-Type": "application/json"})
    SigV4Auth(boto3.Session().get_credentials(), "lakeformation", REGION).add_auth(request)
    answer = URLLib3Session().send(request.prepare())
    assert answer.status_code == 200, answer.text


def aws(*arguments, fails=False):
    """Runs the AWS CLI; its JSON, or its error text where it is to fail."""
    done = subprocess.run(
        [shutil.which("aws") or "/usr/bin/aws", "--endpoint-url", ENDPOINT, "--output", "json", *arguments],
        capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)
    if fails:
        assert done.returncode != 0, "aws succeeded: " + done.stdout
        return done.stderr
    assert done.returncode == 0, done.stderr
    try:
        return json.loads(done.stdout)
    except ValueError:
        return done.stdout


class PeerTestCase(unittest.TestCase):
    """Adds what every file needs."""

    def assert_code(self, code, call, *arguments, **members):
        """The call fails with AWS's error code, which the peer read from the wire."""
        with self.assertRaises(botocore.exceptions.ClientError) as raised:
            call(*arguments, **members)
        self.assertEqual(code, raised.exception.response["Error"]["Code"])
        return raised.exception.response
