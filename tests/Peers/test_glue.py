import unittest
import uuid

from lake import ACCOUNT, REGION, PeerTestCase, client


def table_input(name, **more):
    return dict({
        "Name": name,
        "StorageDescriptor": {"Columns": [{"Name": "Id", "Type": "int", "Comment": "key"}], "Location": "s3://peer-glue/" + name + "/",
                              "SerdeInfo": {"SerializationLibrary": "l", "Parameters": {"field.delim": ","}}},
        "PartitionKeys": [{"Name": "year", "Type": "int"}, {"Name": "region", "Type": "string"}],
        "Parameters": {"classification": "csv"},
    }, **more)


class GlueTestCase(PeerTestCase):
    def setUp(self):
        self.glue = client("glue")
        self.name = "p" + uuid.uuid4().hex
        self.glue.create_database(DatabaseInput={"Name": self.name, "Description": "d", "LocationUri": "s3://peer-glue/"}, Tags={"team": "data"})
        self.addCleanup(self.glue.delete_database, Name=self.name)

    def create_table(self, name="t", **more):
        self.glue.create_table(DatabaseName=self.name, TableInput=table_input(name, **more))


class Databases(GlueTestCase):
    def test_made_changed_and_listed(self):
        database = self.glue.get_database(Name=self.name.upper())["Database"]
        self.assertEqual((self.name, "d", ACCOUNT), (database["Name"], database["Description"], database["CatalogId"]))
        self.glue.update_database(Name=self.name, DatabaseInput={"Name": self.name, "Parameters": {"a": "b"}})
        database = self.glue.get_database(Name=self.name)["Database"]
        self.assertEqual({"a": "b"}, database["Parameters"])
        self.assertNotIn("Description", database)
        pages = self.glue.get_paginator("get_databases").paginate(PaginationConfig={"PageSize": 1})
        self.assertIn(self.name, [item["Name"] for page in pages for item in page["DatabaseList"]])

    def test_refusals(self):
        self.assert_code("AlreadyExistsException", self.glue.create_database, DatabaseInput={"Name": self.name})
        self.assert_code("EntityNotFoundException", self.glue.get_database, Name="none" + self.name)
        self.assert_code("EntityNotFoundException", self.glue.delete_database, Name="none" + self.name)
        self.assert_code("EntityNotFoundException", self.glue.update_database, Name="none" + self.name, DatabaseInput={"Name": "x"})

    def test_tags(self):
        arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:database/{self.name}"
        self.assertEqual({"team": "data"}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.glue.tag_resource(ResourceArn=arn, TagsToAdd={"team": "sales", "cost": "7"})
        self.glue.untag_resource(ResourceArn=arn, TagsToRemove=["cost", "none"])
        self.assertEqual({"team": "sales"}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.assert_code("EntityNotFoundException", self.glue.get_tags, ResourceArn=arn + "x")
        self.assert_code("InvalidInputException", self.glue.tag_resource,
                         ResourceArn=f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.name}/t", TagsToAdd={"a": "b"})


class Tables(GlueTestCase):
    def test_made_read_and_listed(self):
        for name in ("a1", "a2", "zorro"):
            self.create_table(name)
        table = self.glue.get_table(DatabaseName=self.name, Name="A1")["Table"]
        self.assertEqual(("a1", "0", "id"), (table["Name"], table["VersionId"], table["StorageDescriptor"]["Columns"][0]["Name"]))
        self.assertEqual(["year", "region"], [key["Name"] for key in table["PartitionKeys"]])
        pages = list(self.glue.get_paginator("get_tables").paginate(DatabaseName=self.name, PaginationConfig={"PageSize": 2}))
        self.assertEqual([["a1", "a2"], ["zorro"]], [[item["Name"] for item in page["TableList"]] for page in pages])
        self.assertEqual(["a1", "a2"], [item["Name"] for item in self.glue.get_tables(DatabaseName=self.name, Expression="a.*")["TableList"]])
        found = self.glue.search_tables(SearchText="zorro", Filters=[{"Key": "DatabaseName", "Value": self.name}])["TableList"]
        self.assertEqual(["zorro"], [item["Name"] for item in found])
        errors = self.glue.batch_delete_table(DatabaseName=self.name, TablesToDelete=["a1", "none"])["Errors"]
        self.assertEqual([("none", "EntityNotFoundException")], [(error["TableName"], error["ErrorDetail"]["ErrorCode"]) for error in errors])
        self.glue.delete_table(DatabaseName=self.name, Name="a2")
        self.assert_code("EntityNotFoundException", self.glue.get_table, DatabaseName=self.name, Name="a2")
        self.assert_code("AlreadyExistsException", self.glue.create_table, DatabaseName=self.name, TableInput={"Name": "Zorro"})

    def test_versions(self):
        self.create_table()
        for number in range(1, 4):
            self.glue.update_table(DatabaseName=self.name, TableInput=table_input("t", Description=f"v{number}"))
        self.glue.update_table(DatabaseName=self.name, TableInput=table_input("t", Description="v4"), SkipArchive=True)
        pages = self.glue.get_paginator("get_table_versions").paginate(DatabaseName=self.name, TableName="t", PaginationConfig={"PageSize": 2})
        versions = {version["VersionId"]: version["Table"].get("Description") for page in pages for version in page["TableVersions"]}
        self.assertEqual("v4", versions["4"])
        self.assertEqual("v1", self.glue.get_table_version(DatabaseName=self.name, TableName="t", VersionId="1")["TableVersion"]["Table"]["Description"])
        self.assert_code("ConcurrentModificationException", self.glue.update_table, DatabaseName=self.name, TableInput=table_input("t"), VersionId="1")
        self.glue.delete_table_version(DatabaseName=self.name, TableName="t", VersionId="1")
        self.assert_code("EntityNotFoundException", self.glue.get_table_version, DatabaseName=self.name, TableName="t", VersionId="1")
        errors = self.glue.batch_delete_table_version(DatabaseName=self.name, TableName="t", VersionIds=["2", "77"])["Errors"]
        self.assertEqual(["77"], [error["VersionId"] for error in errors])

    def test_partitions(self):
        self.create_table()
        where = dict(DatabaseName=self.name, TableName="t")
        self.glue.create_partition(PartitionInput={"Values": ["2024", "eu"], "StorageDescriptor": {"Location": "s3://peer-glue/t/x/"}}, **where)
        self.assert_code("AlreadyExistsException", self.glue.create_partition, PartitionInput={"Values": ["2024", "eu"]}, **where)
        many = [{"Values": [str(year), region], "Parameters": {"n": str(year)}} for year in (2024, 2025, 2026) for region in ("eu", "us", "it's")]
        errors = self.glue.batch_create_partition(PartitionInputList=many, **where)["Errors"]
        self.assertEqual([(["2024", "eu"], "AlreadyExistsException")], [(error["PartitionValues"], error["ErrorDetail"]["ErrorCode"]) for error in errors])
        for expression, count in [
            ("year = 2025", 3), ("year > 2024 AND region = 'eu'", 2), ("region IN ('eu', 'us')", 6), ("year BETWEEN 2025 AND 2026", 6),
            ("region LIKE '%s%'", 6), ("NOT year = 2024", 6), ("region = 'it''s'", 3), ("(year = 2024 OR year = 2026) AND region <> 'us'", 4),
            ("year <> 2024", 6), ("region IS NOT NULL", 9),
        ]:
            with self.subTest(expression=expression):
                pages = self.glue.get_paginator("get_partitions").paginate(Expression=expression, PaginationConfig={"PageSize": 2}, **where)
                self.assertEqual(count, sum(len(page["Partitions"]) for page in pages))
        self.assert_code("InvalidInputException", self.glue.get_partitions, Expression="nothing = 1", **where)
        segments = [self.glue.get_partitions(Segment={"SegmentNumber": number, "TotalSegments": 3}, **where)["Partitions"] for number in range(3)]
        self.assertEqual(9, len({tuple(item["Values"]) for segment in segments for item in segment}))
        self.assertNotIn("Columns", self.glue.get_partitions(ExcludeColumnSchema=True, **where)["Partitions"][0].get("StorageDescriptor", {}))
        self.glue.update_partition(PartitionValueList=["2025", "eu"], PartitionInput={"Values": ["2025", "eu"], "Parameters": {"n": "x"}}, **where)
        self.assertEqual({"n": "x"}, self.glue.get_partition(PartitionValues=["2025", "eu"], **where)["Partition"]["Parameters"])
        errors = self.glue.batch_update_partition(Entries=[
            {"PartitionValueList": [year, "us"], "PartitionInput": {"Values": [year, "us"], "Parameters": {"n": "y"}}} for year in ("2025", "1999")], **where)["Errors"]
        self.assertEqual(["1999", "us"], errors[0]["PartitionValueList"])
        got = self.glue.batch_get_partition(PartitionsToGet=[{"Values": ["2025", "us"]}, {"Values": ["1999", "us"]}], **where)
        self.assertEqual([{"n": "y"}], [item["Parameters"] for item in got["Partitions"]])
        self.glue.delete_partition(PartitionValues=["2024", "us"], **where)
        self.assert_code("EntityNotFoundException", self.glue.get_partition, PartitionValues=["2024", "us"], **where)
        errors = self.glue.batch_delete_partition(PartitionsToDelete=[{"Values": ["2025", "us"]}, {"Values": ["1999", "us"]}], **where)["Errors"]
        self.assertEqual([["1999", "us"]], [error["PartitionValues"] for error in errors])
        self.assertEqual(7, len(self.glue.get_partitions(**where)["Partitions"]))


class Jobs(PeerTestCase):
    def setUp(self):
        self.glue = client("glue")
        self.name = "peer-" + uuid.uuid4().hex
        self.glue.create_job(Name=self.name, Role="Loader", Command={"Name": "pythonshell", "ScriptLocation": "s3://peer-none/x.py", "PythonVersion": "3.9"},
                             DefaultArguments={"--a": "1"}, Timeout=5, Tags={"team": self.name},
                             CodeGenConfigurationNodes={"n": {"DropFields": {"Name": "x", "Inputs": ["y"], "Paths": [["z"]]}}})
        self.addCleanup(self.glue.delete_job, JobName=self.name)

    def test_definitions(self):
        job = self.glue.get_job(JobName=self.name)["Job"]
        self.assertEqual((0.0625, 5, {"--a": "1"}), (job["MaxCapacity"], job["Timeout"], job["DefaultArguments"]))
        self.assertEqual("x", job["CodeGenConfigurationNodes"]["n"]["DropFields"]["Name"])
        self.glue.update_job(JobName=self.name, JobUpdate={"Role": "Loader", "Command": job["Command"], "MaxRetries": 1})
        changed = self.glue.get_job(JobName=self.name)["Job"]
        self.assertEqual((1, 2880), (changed["MaxRetries"], changed["Timeout"]))
        self.assertNotIn("DefaultArguments", changed)
        pages = self.glue.get_paginator("get_jobs").paginate(PaginationConfig={"PageSize": 1})
        self.assertIn(self.name, [item["Name"] for page in pages for item in page["Jobs"]])
        batch = self.glue.batch_get_jobs(JobNames=[self.name, "none"])
        self.assertEqual(([self.name], ["none"]), ([item["Name"] for item in batch["Jobs"]], batch["JobsNotFound"]))
        self.assert_code("EntityNotFoundException", self.glue.get_job, JobName="none")
        self.assert_code("EntityNotFoundException", self.glue.update_job, JobName="none", JobUpdate={"Role": "r"})
        self.assert_code("InvalidInputException", self.glue.update_job, JobName=self.name,
                         JobUpdate={"Role": "r", "Command": {"Name": "glueetl", "ScriptLocation": "s3://b/x"}, "MaxCapacity": 2.0, "WorkerType": "G.1X", "NumberOfWorkers": 2})

    def test_workers_tell_their_capacity(self):
        self.glue.update_job(JobName=self.name, JobUpdate={"Role": "r", "Command": {"Name": "glueetl", "ScriptLocation": "s3://b/x"}, "WorkerType": "G.2X", "NumberOfWorkers": 3})
        self.assertEqual(6.0, self.glue.get_job(JobName=self.name)["Job"]["MaxCapacity"])

    def test_tags(self):
        arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:job/{self.name}"
        self.assertEqual({"team": self.name}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.assertEqual([self.name], self.glue.list_jobs(Tags={"team": self.name})["JobNames"])
        self.glue.tag_resource(ResourceArn=arn, TagsToAdd={"stage": self.name})
        self.assertEqual([self.name], self.glue.list_jobs(Tags={"stage": self.name})["JobNames"])
        self.glue.untag_resource(ResourceArn=arn, TagsToRemove=["team"])
        self.assertEqual([], self.glue.list_jobs(Tags={"team": self.name})["JobNames"])

    def test_bookmarks(self):
        self.assert_code("EntityNotFoundException", self.glue.get_job_bookmark, JobName=self.name)
        self.assertEqual(0, self.glue.reset_job_bookmark(JobName=self.name)["JobBookmarkEntry"]["Version"])
        self.assertEqual(1, self.glue.reset_job_bookmark(JobName=self.name)["JobBookmarkEntry"]["Version"])
        self.assertEqual(1, self.glue.get_job_bookmark(JobName=self.name)["JobBookmarkEntry"]["Version"])
        self.assert_code("EntityNotFoundException", self.glue.reset_job_bookmark, JobName="none")

    def test_runs(self):
        run = self.glue.start_job_run(JobName=self.name, Arguments={"--b": "2"})["JobRunId"]
        self.assertRegex(run, "^jr_[0-9a-f]{64}$")
        told = self.glue.get_job_run(JobName=self.name, RunId=run)["JobRun"]
        self.assertEqual(({"--b": "2"}, 0.0625, 0), (told["Arguments"], told["MaxCapacity"], told["AllocatedCapacity"]))
        pages = self.glue.get_paginator("get_job_runs").paginate(JobName=self.name, PaginationConfig={"PageSize": 1})
        self.assertEqual([run], [item["Id"] for page in pages for item in page["JobRuns"]])
        self.assert_code("EntityNotFoundException", self.glue.get_job_run, JobName=self.name, RunId="jr_none")
        self.assert_code("EntityNotFoundException", self.glue.start_job_run, JobName="none")
        errors = self.glue.batch_stop_job_run(JobName=self.name, JobRunIds=["jr_none"])["Errors"]
        self.assertEqual(["jr_none"], [error["JobRunId"] for error in errors])


if __name__ == "__main__":
    unittest.main()
