"""Requests a second of a server that answers as AWS does, for the embedded lake and for moto alike.

usage: server_load.py ENDPOINT ACCESS_KEY SECRET_KEY SECONDS

Each request is signed once and sent again and again over connections that stay, so that the server is what is measured and not the client.
Prints one line of JSON for each operation and number of connections.
"""
import asyncio
import json
import sys
import time
import urllib.parse

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

endpoint, access, secret, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
REGION = "us-east-1"
CONNECTIONS = (1, 4, 16)
place = urllib.parse.urlsplit(endpoint)


def client(service):
    return boto3.client(service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id=access, aws_secret_access_key=secret,
                        config=Config(s3={"addressing_style": "path"}))


def prepare():
    client("s3").create_bucket(Bucket="load-bucket")
    client("secretsmanager").create_secret(Name="load", SecretString="x" * 100)
    glue = client("glue")
    glue.create_database(DatabaseInput={"Name": "load"})
    glue.create_table(DatabaseName="load", TableInput={"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "int"}]}})
    client("lakeformation").grant_permissions(
        Principal={"DataLakePrincipalIdentifier": "arn:aws:iam::000000000000:role/reader"},
        Resource={"Table": {"DatabaseName": "load", "Name": "t"}}, Permissions=["SELECT"])


def signed(service, method, path, body, headers):
    request = AWSRequest(method=method, url=endpoint.rstrip("/") + path, data=body, headers=headers)
    SigV4Auth(Credentials(access, secret), service, REGION).add_auth(request)
    lines = ["%s %s HTTP/1.1" % (method, path), "Host: " + place.netloc, "Content-Length: %d" % len(body)]
    lines += ["%s: %s" % item for item in request.headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def json_call(service, target, body):
    return signed(service, "POST", "/", json.dumps(body).encode(), {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"})


def requests():
    return {
        "GetSecretValue": json_call("secretsmanager", "secretsmanager.GetSecretValue", {"SecretId": "load"}),
        "GetTable": json_call("glue", "AWSGlue.GetTable", {"DatabaseName": "load", "Name": "t"}),
        "ListPermissions": signed("lakeformation", "POST", "/ListPermissions", json.dumps(
            {"Resource": {"Table": {"DatabaseName": "load", "Name": "t"}}}).encode(), {"Content-Type": "application/json"}),
        "PutObject": signed("s3", "PUT", "/load-bucket/key", b"x" * 1024, {"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"}),
    }


async def one(request, until):
    count = failed = 0
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        lines = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
        await reader.readexactly(int(lines.get(b"content-length", b"0")))
        count += 1
        failed += status != 200
        if lines.get(b"connection") == b"close":
            writer.close()
            reader, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.close()
    return count, failed


async def many(request, connections):
    began = time.perf_counter()
    counts = await asyncio.gather(*(one(request, began + seconds) for _ in range(connections)))
    return {"rate": sum(count for count, _ in counts) / (time.perf_counter() - began), "failed": sum(failed for _, failed in counts)}


prepare()
for name, request in requests().items():
    asyncio.run(many(request, 1))
    for connections in CONNECTIONS:
        print(json.dumps({"operation": name, "connections": connections, **asyncio.run(many(request, connections))}), flush=True)
