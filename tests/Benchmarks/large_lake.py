"""Makes a lake large, and asks a server of one.

usage: large_lake.py seed ENDPOINT ACCESS_KEY SECRET_KEY
       large_lake.py fill FOLDER TABLES
       large_lake.py ask ENDPOINT ACCESS_KEY SECRET_KEY SECONDS

seed makes a database with a table and a grant. fill writes a database of many tables into the store of a lake that nobody has open, with a
grant of SELECT on each, one in a hundred to role/reader. ask prints a line of JSON with requests a second for each operation, over one
connection; the client is boto3, which signs each of them, and bounds what can be seen.
"""
import json
import os
import sqlite3
import sys
import time

import boto3

ACCOUNT = "000000000000"


def fill(folder, count):
    store = sqlite3.connect(os.path.join(folder, "lake.db"))
    columns = [{"Name": "c%d" % n, "Type": "string"} for n in range(10)]
    document = json.dumps({"StorageDescriptor": {"Columns": columns, "Location": "s3://large/t"}})
    creator, now = "arn:aws:iam::%s:role/LakeAdmin" % ACCOUNT, int(time.time() * 1000)
    names = [("large", "t%06d" % n) for n in range(count)]
    with store:
        store.execute("INSERT INTO glue_database (name, document, creator, created) VALUES ('large', '{}', ?, ?)", (creator, now))
        store.executemany(
            "INSERT INTO glue_table (database, name, document, creator, created, updated, version) VALUES (?, ?, ?, ?, ?, ?, 0)",
            [(*name, document, creator, now, now) for name in names])
        # The row of a grant as the lake itself wrote one.
        template = store.execute(
            "SELECT kind, detail, resource, permissions, grantable, updated_by FROM lf_grant WHERE database = 'seed'").fetchone()
        kind, detail, resource, permissions, grantable, by = template
        store.executemany(
            "INSERT INTO lf_grant (principal, kind, database, tbl, detail, resource, permissions, grantable, updated, updated_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [("arn:aws:iam::%s:role/%s" % (ACCOUNT, "reader" if n % 100 == 0 else "other%d" % (n % 50)), kind, database, table, detail,
              resource.replace('"seed"', '"%s"' % database).replace('"seedtable"', '"%s"' % table), permissions, grantable, now, by)
             for n, (database, table) in enumerate(names)])
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def client(service, endpoint, access, secret, token=None):
    return boto3.client(service, endpoint_url=endpoint, region_name="us-east-1",
                        aws_access_key_id=access, aws_secret_access_key=secret, aws_session_token=token)


def seed(endpoint, access, secret):
    glue = client("glue", endpoint, access, secret)
    glue.create_database(DatabaseInput={"Name": "seed"})
    glue.create_table(DatabaseName="seed", TableInput={"Name": "seedtable"})
    client("lakeformation", endpoint, access, secret).grant_permissions(
        Principal={"DataLakePrincipalIdentifier": "arn:aws:iam::%s:role/reader" % ACCOUNT},
        Resource={"Table": {"DatabaseName": "seed", "Name": "seedtable"}}, Permissions=["SELECT"])


def ask(endpoint, access, secret, seconds):
    role = "arn:aws:iam::%s:role/reader" % ACCOUNT
    session = client("sts", endpoint, access, secret).assume_role(RoleArn=role, RoleSessionName="load")["Credentials"]
    admin = client("glue", endpoint, access, secret)
    reader = client("glue", endpoint, session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
    formation = client("lakeformation", endpoint, access, secret)
    table = {"Table": {"DatabaseName": "large", "Name": "t000100"}}
    calls = {
        "GetTable": lambda: admin.get_table(DatabaseName="large", Name="t000100"),
        "GetTable, reader": lambda: reader.get_table(DatabaseName="large", Name="t000100"),
        "GetTables, reader": lambda: reader.get_tables(DatabaseName="large", MaxResults=5),
        "GetDatabases, reader": lambda: reader.get_databases(MaxResults=5),
        "ListPermissions of a table": lambda: formation.list_permissions(Resource=table),
        "ListPermissions, a page": lambda: formation.list_permissions(MaxResults=5),
    }
    for name, call in calls.items():
        call()
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            call()
            count += 1
        print(json.dumps({"operation": name, "rate": count / (time.perf_counter() - began)}), flush=True)


if sys.argv[1] == "fill":
    fill(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1] == "seed":
    seed(*sys.argv[2:5])
else:
    ask(*sys.argv[2:5], float(sys.argv[5]))
