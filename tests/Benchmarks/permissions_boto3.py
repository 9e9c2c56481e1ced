"""What Permissions.ps1 measures LakeTools against: the loops that scripts with boto3 have, twenty grants a call, one call after the other.

  permissions_boto3.py nothing|grant|list|publish GRANTS.csv COUNT
publish grants the first COUNT of them one by one.
The lake comes by LAKE_ENDPOINT and the usual AWS_* variables. Prints seconds, peak memory and what it counted, as JSON.
"""
import csv
import json
import os
import sys
import time

start = time.perf_counter()
import boto3
from peak_memory import peak_kb

client = boto3.client("lakeformation", endpoint_url=os.environ["LAKE_ENDPOINT"])


def entries(path):
    with open(path, newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            yield {
                "Id": str(number),
                "Principal": {"DataLakePrincipalIdentifier": row["Principal"]},
                "Resource": {"Table": {"DatabaseName": row["DatabaseName"], "Name": row["TableName"]}},
                "Permissions": [row["Permission"]],
            }


def send(batch):
    failures = client.batch_grant_permissions(Entries=batch).get("Failures", [])
    if failures:
        raise SystemExit(str(failures[0]))
    return len(batch)


def grant(path):
    count, batch = 0, []
    for entry in entries(path):
        batch.append(entry)
        if len(batch) == 20:
            count += send(batch)
            batch = []
    return count + (send(batch) if batch else 0)


def grant_one_by_one(path):
    count = 0
    for entry in entries(path):
        if count == int(sys.argv[3]):
            break
        del entry["Id"]
        client.grant_permissions(**entry)
        count += 1
    return count


def list_all(_):
    count, more = 0, {}
    while True:
        page = client.list_permissions(MaxResults=1000, **more)
        count += len(page["PrincipalResourcePermissions"])
        if not page.get("NextToken"):
            return count
        more = {"NextToken": page["NextToken"]}


count = {"nothing": lambda _: 0, "grant": grant, "list": list_all, "publish": grant_one_by_one}[sys.argv[1]](sys.argv[2])
print(json.dumps({
    "Seconds": time.perf_counter() - start,
    "PeakKB": peak_kb(),
    "Count": count,
}))
