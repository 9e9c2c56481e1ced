import json
import time
import unittest
import uuid

import botocore.exceptions

from lake import ANALYST, PeerTestCase, client, client_as_analyst

ROWS = "id,region,amount\n1,EU,12.5\n2,US,\n3,EU,7.25\n"


class Queries(PeerTestCase):
    """Athena's API: queries over a table of the lake, their results, work groups, and the catalog as Athena shows it."""

    def setUp(self):
        self.athena, self.s3, self.glue = client("athena"), client("s3"), client("glue")
        self.name = "q" + uuid.uuid4().hex
        self.bucket = "queries-" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": self.s3.meta.region_name})
        self.s3.put_object(Bucket=self.bucket, Key="orders/a.csv", Body=ROWS.encode())
        self.glue.create_database(DatabaseInput={"Name": self.name, "Description": "Of the shop"})
        self.addCleanup(self.glue.delete_database, Name=self.name)
        self.glue.create_table(DatabaseName=self.name, TableInput={
            "Name": "orders", "Parameters": {"skip.header.line.count": "1"}, "StorageDescriptor": {
                "Columns": [{"Name": "id", "Type": "int"}, {"Name": "region", "Type": "string"}, {"Name": "amount", "Type": "decimal(10,2)"}],
                "Location": f"s3://{self.bucket}/orders/",
                "SerdeInfo": {"SerializationLibrary": "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
                              "Parameters": {"field.delim": ",", "serialization.null.format": ""}}}})

    def ask(self, sql, peer=None, **more):
        """Starts a query and waits for its end."""
        peer = peer or self.athena
        started = peer.start_query_execution(QueryString=sql, QueryExecutionContext={"Database": self.name}, **more)["QueryExecutionId"]
        for _ in range(600):
            query = peer.get_query_execution(QueryExecutionId=started)["QueryExecution"]
            if query["Status"]["State"] not in ("QUEUED", "RUNNING"):
                return query
            time.sleep(0.05)
        self.fail("The query does not end.")

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def test_rows(self):
        query = self.ask("SELECT region, count(*) AS n, sum(amount) AS total FROM orders GROUP BY region ORDER BY region")
        self.assertEqual("SUCCEEDED", query["Status"]["State"], query["Status"])
        self.assertEqual(len(ROWS), query["Statistics"]["DataScannedInBytes"])
        result = self.athena.get_query_results(QueryExecutionId=query["QueryExecutionId"])["ResultSet"]
        self.assertEqual([("region", "varchar"), ("n", "bigint"), ("total", "decimal")],
                         [(column["Name"], column["Type"]) for column in result["ResultSetMetadata"]["ColumnInfo"]])
        self.assertEqual([["region", "n", "total"], ["EU", "2", "19.75"], ["US", "1", None]],
                         [[datum.get("VarCharValue") for datum in row["Data"]] for row in result["Rows"]])
        pages = self.athena.get_paginator("get_query_results").paginate(
            QueryExecutionId=query["QueryExecutionId"], PaginationConfig={"PageSize": 1})
        self.assertEqual(["region", "EU", "US"], [row["Data"][0]["VarCharValue"] for page in pages for row in page["ResultSet"]["Rows"]])

    def test_result_in_a_bucket(self):
        query = self.ask("SELECT id, amount, 'a \"b\"' AS t FROM orders WHERE region = ?", ExecutionParameters=["'US'"],
                         ResultConfiguration={"OutputLocation": f"s3://{self.bucket}/results"}, ClientRequestToken=uuid.uuid4().hex)
        location = query["ResultConfiguration"]["OutputLocation"]
        self.assertEqual(f"s3://{self.bucket}/results/{query['QueryExecutionId']}.csv", location)
        body = self.s3.get_object(Bucket=self.bucket, Key=location.split("/", 3)[3])["Body"].read().decode()
        self.assertEqual('"id","amount","t"\n"2",,"a ""b"""\n', body)

    def test_token_starts_one_query(self):
        request = dict(QueryString="SELECT 1 AS one", ClientRequestToken=uuid.uuid4().hex)
        first = self.athena.start_query_execution(**request)["QueryExecutionId"]
        self.assertEqual(first, self.athena.start_query_execution(**request)["QueryExecutionId"])
        self.assertEqual("InvalidRequestException", self.code(self.athena.start_query_execution, **{**request, "QueryString": "SELECT 2"}))

    def test_lists(self):
        first, second = (self.ask(f"SELECT {number} AS n")["QueryExecutionId"] for number in (1, 2))
        pages = self.athena.get_paginator("list_query_executions").paginate(PaginationConfig={"PageSize": 1, "MaxItems": 2})
        self.assertEqual([second, first], [query for page in pages for query in page["QueryExecutionIds"]])
        answer = self.athena.batch_get_query_execution(QueryExecutionIds=[first, "none"])
        self.assertEqual([first], [query["QueryExecutionId"] for query in answer["QueryExecutions"]])
        self.assertEqual(["none"], [query["QueryExecutionId"] for query in answer["UnprocessedQueryExecutionIds"]])

    def test_failures(self):
        for sql, reason in (
                ("SELECT price FROM orders", "COLUMN_NOT_FOUND: line 1:8: "), ("SELECT * FROM\n none", "TABLE_NOT_FOUND: line 2:2: "),
                ("SELEC 1", "SYNTAX_ERROR: line 1:1: "), ("DROP TABLE orders", "NOT_SUPPORTED: ")):
            with self.subTest(sql=sql):
                status = self.ask(sql)["Status"]
                self.assertEqual(("FAILED", 2), (status["State"], status["AthenaError"]["ErrorCategory"]))
                self.assertEqual(reason, status["StateChangeReason"][:len(reason)])
        failed = self.ask("SELECT price FROM orders")["QueryExecutionId"]
        self.assertEqual("InvalidRequestException", self.code(self.athena.get_query_results, QueryExecutionId=failed))
        self.assertEqual("InvalidRequestException", self.code(self.athena.get_query_execution, QueryExecutionId="none"))

    def test_stopped(self):
        started = self.athena.start_query_execution(
            QueryString="SELECT count(*) FROM range(1000000000000) AS t(n) WHERE n % 7 = 8")["QueryExecutionId"]
        self.athena.stop_query_execution(QueryExecutionId=started)
        self.assertEqual("CANCELLED", self.athena.get_query_execution(QueryExecutionId=started)["QueryExecution"]["Status"]["State"])

    def test_who_started(self):
        query = self.ask("SELECT 'secret' AS text", client_as_analyst("athena"))["QueryExecutionId"]
        trail = client("cloudtrail")
        found = [(event, json.loads(event["CloudTrailEvent"])) for page in trail.get_paginator("lookup_events").paginate(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "StartQueryExecution"}]) for event in page["Events"]]
        [(event, record)] = [pair for pair in found if pair[1]["responseElements"]["queryExecutionId"] == query]
        self.assertEqual(ANALYST, record["userIdentity"]["sessionContext"]["sessionIssuer"]["arn"])
        self.assertNotIn("secret", event["CloudTrailEvent"])
        self.assertEqual(("false", False), (event["ReadOnly"], record["readOnly"]))
        for value, expected in ("true", []), ("false", [query]):
            pages = trail.get_paginator("lookup_events").paginate(LookupAttributes=[{"AttributeKey": "ReadOnly", "AttributeValue": value}])
            events = [json.loads(event["CloudTrailEvent"]) for page in pages for event in page["Events"]]
            self.assertEqual(expected, [each["responseElements"]["queryExecutionId"] for each in events
                                        if (each["responseElements"] or {}).get("queryExecutionId") == query])

    def test_what_the_caller_may_see(self):
        analyst, sql = client_as_analyst("athena"), "SELECT * FROM orders ORDER BY id"
        client("lakeformation").register_resource(ResourceArn=f"arn:aws:s3:::{self.bucket}/orders", UseServiceLinkedRole=True)
        self.addCleanup(client("lakeformation").deregister_resource, ResourceArn=f"arn:aws:s3:::{self.bucket}/orders")
        self.assertIn("Insufficient Lake Formation permission", self.ask(sql, analyst)["Status"]["StateChangeReason"])
        client("lakeformation").grant_permissions(
            Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["SELECT"],
            Resource={"TableWithColumns": {"DatabaseName": self.name, "Name": "orders", "ColumnNames": ["id"]}})
        query = self.ask(sql, analyst)["QueryExecutionId"]
        rows = analyst.get_query_results(QueryExecutionId=query)["ResultSet"]["Rows"]
        self.assertEqual([["id"], ["1"], ["2"], ["3"]], [[datum["VarCharValue"] for datum in row["Data"]] for row in rows])
        # What the lake keeps of a result is the principal's own.
        self.assertEqual("AccessDeniedException", self.code(self.athena.get_query_results, QueryExecutionId=query))
        self.assertEqual("COLUMN_NOT_FOUND", self.ask("SELECT amount FROM orders", analyst)["Status"]["StateChangeReason"].split(":")[0])

    def test_work_groups(self):
        name = "w" + uuid.uuid4().hex
        self.athena.create_work_group(Name=name, Description="Of the shop", Configuration={
            "ResultConfiguration": {"OutputLocation": f"s3://{self.bucket}/of-{name}/"}, "BytesScannedCutoffPerQuery": 10000000})
        self.assertIn(name, [group["Name"] for group in self.athena.list_work_groups()["WorkGroups"]])
        query = self.ask("SELECT 1 AS one", WorkGroup=name)
        self.assertTrue(query["ResultConfiguration"]["OutputLocation"].startswith(f"s3://{self.bucket}/of-{name}/"))
        self.athena.update_work_group(WorkGroup=name, State="DISABLED", ConfigurationUpdates={"RemoveBytesScannedCutoffPerQuery": True})
        group = self.athena.get_work_group(WorkGroup=name)["WorkGroup"]
        self.assertEqual(("DISABLED", None), (group["State"], group["Configuration"].get("BytesScannedCutoffPerQuery")))
        self.assertEqual("InvalidRequestException", self.code(self.athena.start_query_execution, QueryString="SELECT 1", WorkGroup=name))
        self.assertEqual("InvalidRequestException", self.code(self.athena.delete_work_group, WorkGroup=name))
        self.athena.delete_work_group(WorkGroup=name, RecursiveDeleteOption=True)
        self.assertEqual("InvalidRequestException", self.code(self.athena.get_work_group, WorkGroup=name))

    def test_catalog(self):
        catalog = {"CatalogName": "AwsDataCatalog"}
        self.assertEqual("GLUE", self.athena.get_data_catalog(Name="AwsDataCatalog")["DataCatalog"]["Type"])
        pages = self.athena.get_paginator("list_data_catalogs").paginate()
        self.assertEqual(["AwsDataCatalog"], [item["CatalogName"] for page in pages for item in page["DataCatalogsSummary"]])
        self.assertEqual("Of the shop", self.athena.get_database(**catalog, DatabaseName=self.name)["Database"]["Description"])
        pages = self.athena.get_paginator("list_databases").paginate(**catalog, PaginationConfig={"PageSize": 1})
        self.assertIn(self.name, [item["Name"] for page in pages for item in page["DatabaseList"]])
        table = self.athena.get_table_metadata(**catalog, DatabaseName=self.name, TableName="orders")["TableMetadata"]
        self.assertEqual(["id", "region", "amount"], [column["Name"] for column in table["Columns"]])
        pages = self.athena.get_paginator("list_table_metadata").paginate(**catalog, DatabaseName=self.name)
        self.assertEqual(["orders"], [item["Name"] for page in pages for item in page["TableMetadataList"]])
        self.assertEqual("MetadataException", self.code(self.athena.get_database, **catalog, DatabaseName="none"))


if __name__ == "__main__":
    unittest.main()
