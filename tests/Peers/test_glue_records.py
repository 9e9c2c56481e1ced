import unittest
import uuid

from lake import ACCOUNT, ANALYST, REGION, PeerTestCase, aws, client, client_as_analyst, client_with


class RecordTestCase(PeerTestCase):
    def setUp(self):
        self.glue = client("glue")
        self.name = "peer-" + uuid.uuid4().hex

    def arn(self, kind):
        return f"arn:aws:glue:{REGION}:{ACCOUNT}:{kind}/{self.name}"

    def names(self, operation, member, **more):
        pages = self.glue.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **more)
        return [item["Name"] for page in pages for item in page[member]]


class Triggers(RecordTestCase):
    def setUp(self):
        super().setUp()
        self.glue.create_job(Name=self.name, Role="r", Command={"Name": "pythonshell", "ScriptLocation": "s3://peer-none/x.py"})
        self.addCleanup(self.glue.delete_job, JobName=self.name)
        self.addCleanup(self.glue.delete_trigger, Name=self.name)

    def create(self, **more):
        self.glue.create_trigger(**dict({"Name": self.name, "Type": "SCHEDULED", "Schedule": "cron(0 3 * * ? *)", "Actions": [{"JobName": self.name}]}, **more))

    def state(self):
        return self.glue.get_trigger(Name=self.name)["Trigger"]["State"]

    def test_kept_and_listed(self):
        self.create(Description="d", Tags={"team": self.name})
        trigger = self.glue.get_trigger(Name=self.name)["Trigger"]
        self.assertEqual(("SCHEDULED", "CREATED", "d"), (trigger["Type"], trigger["State"], trigger["Description"]))
        self.assertIn(self.name, self.names("get_triggers", "Triggers"))
        self.assertEqual([self.name], self.names("get_triggers", "Triggers", DependentJobName=self.name))
        self.assertEqual([self.name], self.glue.list_triggers(Tags={"team": self.name})["TriggerNames"])
        self.assertEqual({"team": self.name}, self.glue.get_tags(ResourceArn=self.arn("trigger"))["Tags"])
        batch = self.glue.batch_get_triggers(TriggerNames=[self.name, "none"])
        self.assertEqual(([self.name], ["none"]), ([item["Name"] for item in batch["Triggers"]], batch["TriggersNotFound"]))
        self.assertEqual(self.name, aws("glue", "get-trigger", "--name", self.name)["Trigger"]["Name"])

    def test_an_update_replaces_the_definition(self):
        self.create(Description="d")
        changed = self.glue.update_trigger(Name=self.name, TriggerUpdate={"Schedule": "cron(0 4 * * ? *)", "Actions": [{"JobName": self.name, "Timeout": 7}]})["Trigger"]
        self.assertEqual(("cron(0 4 * * ? *)", 7), (changed["Schedule"], changed["Actions"][0]["Timeout"]))
        self.assertNotIn("Description", self.glue.get_trigger(Name=self.name)["Trigger"])

    def test_states(self):
        self.create(StartOnCreation=True)
        self.assertEqual("ACTIVATED", self.state())
        self.glue.stop_trigger(Name=self.name)
        self.assertEqual("DEACTIVATED", self.state())
        self.glue.start_trigger(Name=self.name)
        self.assertEqual("ACTIVATED", self.state())

    def test_one_on_demand_starts_its_job(self):
        self.glue.create_trigger(Name=self.name, Type="ON_DEMAND", Actions=[{"JobName": self.name, "Arguments": {"--day": "1"}}])
        self.glue.start_trigger(Name=self.name)
        run, = self.glue.get_job_runs(JobName=self.name)["JobRuns"]
        self.assertEqual((self.name, {"--day": "1"}), (run["TriggerName"], run["Arguments"]))
        self.assert_code("InvalidInputException", self.glue.stop_trigger, Name=self.name)

    def test_refusals(self):
        self.create()
        self.assert_code("AlreadyExistsException", self.create)
        for code, more in [("EntityNotFoundException", {"Actions": [{"JobName": "none"}]}), ("InvalidInputException", {"Schedule": ""}),
                           ("InvalidInputException", {"Actions": []}), ("InvalidInputException", {"Type": "CONDITIONAL"})]:
            with self.subTest(more=more):
                self.assert_code(code, self.create, Name=self.name + "x", **more)
        for call in (self.glue.get_trigger, self.glue.start_trigger, self.glue.stop_trigger):
            self.assert_code("EntityNotFoundException", call, Name="none")
        self.assertEqual("none", self.glue.delete_trigger(Name="none")["Name"])


class Crawlers(RecordTestCase):
    def setUp(self):
        super().setUp()
        self.glue.create_crawler(Name=self.name, Role="r", DatabaseName="d", Targets={"S3Targets": [{"Path": "s3://peer/x"}]}, Tags={"team": self.name})
        self.addCleanup(self.remove)

    def remove(self):
        if self.name in self.glue.list_crawlers(MaxResults=1000)["CrawlerNames"]:
            self.glue.delete_crawler(Name=self.name)

    def get(self):
        return self.glue.get_crawler(Name=self.name)["Crawler"]

    def test_kept_and_listed(self):
        crawler = self.get()
        self.assertEqual(("READY", 1, "s3://peer/x", []), (crawler["State"], crawler["Version"], crawler["Targets"]["S3Targets"][0]["Path"], crawler["Targets"]["JdbcTargets"]))
        self.assertIn(self.name, self.names("get_crawlers", "Crawlers"))
        self.assertEqual([self.name], self.glue.list_crawlers(Tags={"team": self.name})["CrawlerNames"])
        batch = self.glue.batch_get_crawlers(CrawlerNames=[self.name, "none"])
        self.assertEqual(([self.name], ["none"]), ([item["Name"] for item in batch["Crawlers"]], batch["CrawlersNotFound"]))
        pages = self.glue.get_paginator("get_crawler_metrics").paginate(CrawlerNameList=[self.name])
        self.assertEqual([0], [item["TablesCreated"] for page in pages for item in page["CrawlerMetricsList"]])

    def test_an_update_keeps_the_rest(self):
        self.glue.update_crawler(Name=self.name, TablePrefix="p_")
        crawler = self.get()
        self.assertEqual(("p_", "d", 2), (crawler["TablePrefix"], crawler["DatabaseName"], crawler["Version"]))

    def crawl(self):
        self.glue.start_crawler(Name=self.name)
        while self.get()["State"] != "READY":
            pass

    def test_a_crawl_that_cannot_be_says_so(self):
        self.crawl()
        self.assertEqual("FAILED", self.get()["LastCrawl"]["Status"])
        self.assert_code("CrawlerNotRunningException", self.glue.stop_crawler, Name=self.name)
        self.crawl()
        page = self.glue.list_crawls(CrawlerName=self.name, MaxResults=1)
        rest = self.glue.list_crawls(CrawlerName=self.name, NextToken=page["NextToken"])
        crawls = page["Crawls"] + rest["Crawls"]
        self.assertEqual(["FAILED", "FAILED"], [crawl["State"] for crawl in crawls])
        self.assertGreaterEqual(crawls[0]["StartTime"], crawls[1]["StartTime"])
        self.assertNotIn("NextToken", rest)
        one = [{"FieldName": "CRAWL_ID", "FilterOperator": "EQ", "FieldValue": crawls[1]["CrawlId"]}]
        self.assertEqual([crawls[1]["CrawlId"]], [crawl["CrawlId"] for crawl in self.glue.list_crawls(CrawlerName=self.name, Filters=one)["Crawls"]])
        later = [{"FieldName": "START_TIME", "FilterOperator": "GT", "FieldValue": str(int(crawls[0]["StartTime"].timestamp() * 1000) + 60000)}]
        self.assertEqual([], self.glue.list_crawls(CrawlerName=self.name, Filters=later)["Crawls"])
        self.assertNotIn("Crawls", self.get())
        self.assert_code("EntityNotFoundException", self.glue.list_crawls, CrawlerName="none")

    def test_schedules(self):
        self.assert_code("NoScheduleException", self.glue.start_crawler_schedule, CrawlerName=self.name)
        self.glue.update_crawler_schedule(CrawlerName=self.name, Schedule="cron(0 3 * * ? *)")
        self.assertEqual({"ScheduleExpression": "cron(0 3 * * ? *)", "State": "SCHEDULED"}, self.get()["Schedule"])
        self.assert_code("SchedulerRunningException", self.glue.start_crawler_schedule, CrawlerName=self.name)
        self.glue.stop_crawler_schedule(CrawlerName=self.name)
        self.assert_code("SchedulerNotRunningException", self.glue.stop_crawler_schedule, CrawlerName=self.name)

    def test_refusals(self):
        self.assert_code("AlreadyExistsException", self.glue.create_crawler, Name=self.name, Role="r", Targets={"S3Targets": [{"Path": "s3://b"}]})
        self.assert_code("InvalidInputException", self.glue.create_crawler, Name=self.name + "x", Role="r", Targets={})
        self.glue.delete_crawler(Name=self.name)
        for call in (self.glue.get_crawler, self.glue.delete_crawler, self.glue.start_crawler):
            self.assert_code("EntityNotFoundException", call, Name=self.name)


class Connections(RecordTestCase):
    PROPERTIES = {"JDBC_CONNECTION_URL": "jdbc:postgresql://h/d", "USERNAME": "u", "PASSWORD": "p w"}

    def setUp(self):
        super().setUp()
        self.glue.create_connection(ConnectionInput=self.input(), Tags={"team": "data"})
        self.addCleanup(self.glue.batch_delete_connection, ConnectionNameList=[self.name])

    def input(self, **more):
        return dict({"Name": self.name, "ConnectionType": "JDBC", "ConnectionProperties": self.PROPERTIES}, **more)

    def test_kept_and_listed(self):
        self.assertEqual(self.PROPERTIES, self.glue.get_connection(Name=self.name)["Connection"]["ConnectionProperties"])
        hidden = self.glue.get_connection(Name=self.name, HidePassword=True)["Connection"]["ConnectionProperties"]
        self.assertEqual({"JDBC_CONNECTION_URL", "USERNAME"}, set(hidden))
        pages = self.glue.get_paginator("get_connections").paginate(Filter={"ConnectionType": "JDBC"}, HidePassword=True, PaginationConfig={"PageSize": 1})
        self.assertIn(self.name, [item["Name"] for page in pages for item in page["ConnectionList"]])
        self.assertEqual([], self.glue.get_connections(Filter={"ConnectionType": "KAFKA"})["ConnectionList"])
        self.assertEqual({"team": "data"}, self.glue.get_tags(ResourceArn=self.arn("connection"))["Tags"])

    @unittest.skipUnless(hasattr(client("glue"), "test_connection"), "This boto3 has no test_connection.")
    def test_nothing_is_connected_to(self):
        self.assert_code("InvalidInputException", self.glue.test_connection, ConnectionName=self.name)
        self.assert_code("EntityNotFoundException", self.glue.test_connection, ConnectionName="none")
        self.assert_code("InvalidInputException", self.glue.test_connection)

    def test_changed_and_removed(self):
        self.glue.update_connection(Name=self.name, ConnectionInput=self.input(Description="d"))
        self.assertEqual("d", self.glue.get_connection(Name=self.name)["Connection"]["Description"])
        gone = self.glue.batch_delete_connection(ConnectionNameList=[self.name, "none"])
        self.assertEqual(([self.name], ["none"]), (gone["Succeeded"], list(gone["Errors"])))
        self.assert_code("EntityNotFoundException", self.glue.get_connection, Name=self.name)
        self.assert_code("EntityNotFoundException", self.glue.delete_connection, ConnectionName=self.name)
        self.glue.create_connection(ConnectionInput=self.input())
        self.assert_code("AlreadyExistsException", self.glue.create_connection, ConnectionInput=self.input())


class PartsOfTables(RecordTestCase):
    def setUp(self):
        super().setUp()
        self.database = self.name.replace("-", "_")
        self.where = {"DatabaseName": self.database, "TableName": "t"}
        self.glue.create_database(DatabaseInput={"Name": self.database})
        self.addCleanup(self.glue.delete_database, Name=self.database)
        self.glue.create_table(DatabaseName=self.database, PartitionIndexes=[{"IndexName": "first", "Keys": ["Day"]}], TableInput={
            "Name": "t", "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "bigint"}, {"Name": "pay", "Type": "bigint"}]},
            "PartitionKeys": [{"Name": "day", "Type": "string"}, {"Name": "hour", "Type": "int"}]})
        self.glue.create_partition(PartitionInput={"Values": ["d1", "1"]}, **self.where)

    def grant(self, columns):
        client("lakeformation").grant_permissions(
            Principal={"DataLakePrincipalIdentifier": f"arn:aws:iam::{ACCOUNT}:role/Analyst"}, Permissions=["SELECT"],
            Resource={"TableWithColumns": {"DatabaseName": self.database, "Name": "t", "ColumnNames": columns}})

    def test_partition_indexes(self):
        self.glue.create_partition_index(PartitionIndex={"IndexName": "second", "Keys": ["hour", "day"]}, **self.where)
        pages = self.glue.get_paginator("get_partition_indexes").paginate(**self.where)
        self.assertEqual({"first": ["day"], "second": ["hour", "day"]}, {
            index["IndexName"]: [key["Name"] for key in index["Keys"]] for page in pages for index in page["PartitionIndexDescriptorList"]})
        self.assert_code("InvalidInputException", self.glue.create_partition_index, PartitionIndex={"IndexName": "bad", "Keys": ["id"]}, **self.where)
        self.assert_code("AlreadyExistsException", self.glue.create_partition_index, PartitionIndex={"IndexName": "first", "Keys": ["hour"]}, **self.where)
        self.glue.create_partition_index(PartitionIndex={"IndexName": "third", "Keys": ["hour"]}, **self.where)
        self.assert_code("ResourceNumberLimitExceededException", self.glue.create_partition_index, PartitionIndex={"IndexName": "fourth", "Keys": ["hour"]}, **self.where)
        self.glue.delete_partition_index(IndexName="first", **self.where)
        self.assert_code("EntityNotFoundException", self.glue.delete_partition_index, IndexName="first", **self.where)

    def statistics(self, column, maximum):
        return {"ColumnName": column, "ColumnType": "bigint", "AnalyzedTime": 0, "StatisticsData": {
            "Type": "LONG", "LongColumnStatisticsData": {"MinimumValue": 1, "MaximumValue": maximum, "NumberOfNulls": 0, "NumberOfDistinctValues": 3}}}

    @staticmethod
    def maxima(answer):
        return {item["ColumnName"]: item["StatisticsData"]["LongColumnStatisticsData"]["MaximumValue"] for item in answer["ColumnStatisticsList"]}

    def test_column_statistics(self):
        bad = {"ColumnName": "id", "ColumnType": "bigint", "AnalyzedTime": 0, "StatisticsData": {"Type": "LONG"}}
        errors = self.glue.update_column_statistics_for_table(
            ColumnStatisticsList=[self.statistics("Id", 9), self.statistics("pay", 5000), self.statistics("none", 1), bad], **self.where)["Errors"]
        self.assertEqual(["EntityNotFoundException", "InvalidInputException"], [error["Error"]["ErrorCode"] for error in errors])
        got = self.glue.get_column_statistics_for_table(ColumnNames=["id", "pay", "none"], **self.where)
        self.assertEqual({"id": 9, "pay": 5000}, self.maxima(got))
        self.assertEqual(["none"], [error["ColumnName"] for error in got["Errors"]])

        analyst = client_as_analyst("glue")
        self.assert_code("AccessDeniedException", analyst.get_column_statistics_for_table, ColumnNames=["id"], **self.where)
        self.grant(["id"])
        self.assertEqual({"id": 9}, self.maxima(analyst.get_column_statistics_for_table(ColumnNames=["id", "pay"], **self.where)))
        self.assert_code("AccessDeniedException", analyst.update_column_statistics_for_table, ColumnStatisticsList=[], **self.where)

        self.glue.delete_column_statistics_for_table(ColumnName="id", **self.where)
        self.assert_code("EntityNotFoundException", self.glue.delete_column_statistics_for_table, ColumnName="id", **self.where)

    def test_column_statistics_of_a_partition_go_with_it(self):
        where = dict(self.where, PartitionValues=["d1", "1"])
        self.glue.update_column_statistics_for_partition(ColumnStatisticsList=[self.statistics("id", 7), self.statistics("pay", 8)], **where)
        self.assertEqual({"id": 7}, self.maxima(self.glue.get_column_statistics_for_partition(ColumnNames=["id"], **where)))
        self.glue.delete_column_statistics_for_partition(ColumnName="id", **where)
        self.assertEqual({"pay": 8}, self.maxima(self.glue.get_column_statistics_for_partition(ColumnNames=["id", "pay"], **where)))
        self.glue.delete_partition(**where)
        self.assert_code("EntityNotFoundException", self.glue.get_column_statistics_for_partition, ColumnNames=["pay"], **where)
        self.glue.create_partition(PartitionInput={"Values": ["d1", "1"]}, **self.where)
        self.assertEqual({}, self.maxima(self.glue.get_column_statistics_for_partition(ColumnNames=["pay"], **where)))

    def test_functions(self):
        where = {"DatabaseName": self.database}
        for name in ("Mask", "other"):
            self.glue.create_user_defined_function(FunctionInput={"FunctionName": name, "ClassName": "c.M", "OwnerType": "ROLE"}, **where)
        self.assertEqual("c.M", self.glue.get_user_defined_function(FunctionName="MASK", **where)["UserDefinedFunction"]["ClassName"])
        for more in (where, {}):
            pages = self.glue.get_paginator("get_user_defined_functions").paginate(Pattern=".*", PaginationConfig={"PageSize": 1}, **more)
            self.assertEqual(["mask", "other"], [item["FunctionName"] for page in pages for item in page["UserDefinedFunctions"]])
        self.assert_code("AlreadyExistsException", self.glue.create_user_defined_function, FunctionInput={"FunctionName": "mask"}, **where)
        self.glue.update_user_defined_function(FunctionName="mask", FunctionInput={"FunctionName": "mask", "ClassName": "c.N"}, **where)
        self.assertEqual("c.N", self.glue.get_user_defined_function(FunctionName="mask", **where)["UserDefinedFunction"]["ClassName"])
        self.assert_code("AccessDeniedException", client_as_analyst("glue").get_user_defined_function, FunctionName="mask", **where)
        self.assertEqual([], client_as_analyst("glue").get_user_defined_functions(Pattern=".*")["UserDefinedFunctions"])
        self.glue.delete_user_defined_function(FunctionName="mask", **where)
        self.assert_code("EntityNotFoundException", self.glue.get_user_defined_function, FunctionName="mask", **where)

    def test_unfiltered_partitions(self):
        self.grant(["id", "day"])  # partition keys, of which hour is one, cannot be left out
        asked = dict(self.where, CatalogId=ACCOUNT, SupportedPermissionTypes=["COLUMN_PERMISSION"])
        lake, engine = client("lakeformation"), dict(Key="LakeFormationAuthorizedCaller", Value="peer")
        settings = lake.get_data_lake_settings()["DataLakeSettings"]
        self.addCleanup(lake.put_data_lake_settings, DataLakeSettings=settings)
        lake.put_data_lake_settings(DataLakeSettings={
            **settings, "AllowExternalDataFiltering": True, "AuthorizedSessionTagValueList": ["peer"],
            "ExternalDataFilteringAllowList": [{"DataLakePrincipalIdentifier": ACCOUNT}]})
        self.assert_code("AccessDeniedException", client_as_analyst("glue").get_unfiltered_partition_metadata,
                         PartitionValues=["d1", "1"], **asked)
        session = client("sts").assume_role(RoleArn=ANALYST, RoleSessionName="engine", Tags=[engine])
        analyst = client_with(session["Credentials"], "glue")
        got = analyst.get_unfiltered_partition_metadata(PartitionValues=["d1", "1"], **asked)
        self.assertEqual((["d1", "1"], ["id", "day", "hour"]), (got["Partition"]["Values"], got["AuthorizedColumns"]))
        listed = analyst.get_unfiltered_partitions_metadata(Expression="day = 'd1'", **asked)["UnfilteredPartitions"]
        self.assertEqual([["id", "day", "hour"]], [item["AuthorizedColumns"] for item in listed])
        table = analyst.get_unfiltered_table_metadata(CatalogId=ACCOUNT, DatabaseName=self.database, Name="t", SupportedPermissionTypes=["COLUMN_PERMISSION"])
        self.assertEqual(["id", "day", "hour"], table["AuthorizedColumns"])
        self.assert_code("PermissionTypeMismatchException", analyst.get_unfiltered_partition_metadata, PartitionValues=["d1", "1"],
                         **dict(asked, SupportedPermissionTypes=["CELL_FILTER_PERMISSION"]))


class CatalogWide(RecordTestCase):
    def test_encryption(self):
        self.assertEqual("DISABLED", self.glue.get_data_catalog_encryption_settings()["DataCatalogEncryptionSettings"]["EncryptionAtRest"]["CatalogEncryptionMode"])
        chosen = {"EncryptionAtRest": {"CatalogEncryptionMode": "SSE-KMS", "SseAwsKmsKeyId": "alias/k"}}
        self.glue.put_data_catalog_encryption_settings(DataCatalogEncryptionSettings=chosen)
        self.assertEqual(chosen, self.glue.get_data_catalog_encryption_settings()["DataCatalogEncryptionSettings"])
        self.assert_code("AccessDeniedException", client_as_analyst("glue").put_data_catalog_encryption_settings, DataCatalogEncryptionSettings=chosen)

    def test_resource_policies(self):
        self.assert_code("EntityNotFoundException", self.glue.get_resource_policy)
        given = self.glue.put_resource_policy(PolicyInJson='{"Statement": []}', PolicyExistsCondition="NOT_EXIST")["PolicyHash"]
        self.assertEqual(given, self.glue.get_resource_policy()["PolicyHash"])
        pages = self.glue.get_paginator("get_resource_policies").paginate()
        self.assertEqual([given], [item["PolicyHash"] for page in pages for item in page["GetResourcePoliciesResponseList"]])
        for more in ({"PolicyExistsCondition": "NOT_EXIST"}, {"PolicyHashCondition": "other"}):
            self.assert_code("ConditionCheckFailureException", self.glue.put_resource_policy, PolicyInJson="{}", **more)
        self.assert_code("InvalidInputException", self.glue.put_resource_policy, PolicyInJson="{{")
        self.glue.delete_resource_policy(PolicyHashCondition=given)
        self.assert_code("EntityNotFoundException", self.glue.delete_resource_policy)

    def test_import(self):
        self.glue.import_catalog_to_glue()
        self.assertTrue(self.glue.get_catalog_import_status()["ImportStatus"]["ImportCompleted"])


if __name__ == "__main__":
    unittest.main()
