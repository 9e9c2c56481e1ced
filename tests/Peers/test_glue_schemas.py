"""The schema registry, workflows, security configurations and classifiers: records. Texts are those that getmoto/moto's tests expect."""
import ast
import json
import unittest
import uuid

from lake import ACCOUNT, REGION, PeerTestCase, client

AVRO = json.dumps({"type": "record", "namespace": "peer", "name": "Person", "fields": [{"name": "Name", "type": "string"}]})
WIDER = json.dumps({"type": "record", "namespace": "peer", "name": "Person",
                    "fields": [{"name": "Name", "type": "string"}, {"name": "Age", "type": "int"}]})


class Schemas(PeerTestCase):
    def setUp(self):
        self.glue, self.name = client("glue"), "peer-" + uuid.uuid4().hex
        self.id = {"RegistryName": self.name, "SchemaName": "people"}

    def tearDown(self):
        # A region takes ten.
        for made in self.glue.list_registries()["Registries"]:
            self.glue.delete_registry(RegistryId={"RegistryName": made["RegistryName"]})

    def registry(self, **more):
        return self.glue.create_registry(RegistryName=self.name, **more)

    def schema(self, **more):
        return self.glue.create_schema(**dict({"RegistryId": {"RegistryName": self.name}, "SchemaName": "people", "DataFormat": "AVRO",
                                               "Compatibility": "BACKWARD", "SchemaDefinition": AVRO}, **more))

    def told(self, answer):
        answer.pop("ResponseMetadata")
        return answer

    def refused(self, code, text, call, **members):
        self.assertEqual(text, self.assert_code(code, call, **members)["Error"]["Message"])

    def test_registries(self):
        arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:registry/{self.name}"
        made = self.told(self.registry(Description="d", Tags={"team": "data"}))
        self.assertEqual({"RegistryArn": arn, "RegistryName": self.name, "Description": "d", "Tags": {"team": "data"}}, made)
        self.refused("AlreadyExistsException", f"Registry already exists. RegistryName: {self.name}", self.glue.create_registry, RegistryName=self.name)
        self.assertEqual({"team": "data"}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.glue.tag_resource(ResourceArn=arn, TagsToAdd={"tier": "gold"})
        self.assertEqual({"team": "data", "tier": "gold"}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.glue.update_registry(RegistryId={"RegistryArn": arn}, Description="e")
        shown = self.told(self.glue.get_registry(RegistryId={"RegistryName": self.name}))
        self.assertEqual((self.name, arn, "e", "AVAILABLE"), (shown["RegistryName"], shown["RegistryArn"], shown["Description"], shown["Status"]))
        listed = [item for page in self.glue.get_paginator("list_registries").paginate(PaginationConfig={"PageSize": 1}) for item in page["Registries"]]
        self.assertIn(shown, listed)
        self.schema()
        self.assertEqual("DELETING", self.glue.delete_registry(RegistryId={"RegistryName": self.name})["Status"])
        self.refused("EntityNotFoundException", f"Registry is not found. RegistryName: {self.name}", self.glue.get_registry, RegistryId={"RegistryName": self.name})
        self.assert_code("EntityNotFoundException", self.glue.get_schema, SchemaId=self.id)
        self.refused("InvalidInputException", "One of registryName or registryArn has to be provided, both cannot be provided.",
                     self.glue.get_registry, RegistryId={"RegistryName": self.name, "RegistryArn": arn})

    def test_a_region_takes_ten_registries(self):
        for number in range(10):
            self.glue.create_registry(RegistryName=f"{self.name}-{number}")
        self.refused("ResourceNumberLimitExceededException", "More registries cannot be created. The maximum limit has been reached.",
                     self.glue.create_registry, RegistryName=self.name)
        self.refused("AlreadyExistsException", f"Registry already exists. RegistryName: {self.name}-0",
                     self.glue.create_registry, RegistryName=f"{self.name}-0")
        self.glue.delete_registry(RegistryId={"RegistryName": f"{self.name}-3"})
        self.registry()

    def test_schemas(self):
        self.registry()
        arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:schema/{self.name}/people"
        made = self.told(self.schema(Description="d", Tags={"team": "data"}))
        self.assertRegex(made.pop("SchemaVersionId"), "^[0-9a-f-]{36}$")
        self.assertEqual({"RegistryArn": f"arn:aws:glue:{REGION}:{ACCOUNT}:registry/{self.name}", "RegistryName": self.name, "SchemaName": "people",
                          "SchemaArn": arn, "DataFormat": "AVRO", "Compatibility": "BACKWARD", "SchemaCheckpoint": 1, "LatestSchemaVersion": 1,
                          "NextSchemaVersion": 2, "SchemaStatus": "AVAILABLE", "SchemaVersionStatus": "AVAILABLE", "Description": "d",
                          "Tags": {"team": "data"}}, made)
        self.assertEqual({"team": "data"}, self.glue.get_tags(ResourceArn=arn)["Tags"])
        self.refused("AlreadyExistsException", "Schema already exists. SchemaName: people", self.schema)
        listed = [item for page in self.glue.get_paginator("list_schemas").paginate(RegistryId={"RegistryName": self.name}) for item in page["Schemas"]]
        self.assertEqual([arn], [item["SchemaArn"] for item in listed])
        self.glue.update_schema(SchemaId={"SchemaArn": arn}, Compatibility="FULL", Description="e", SchemaVersionNumber={"LatestVersion": True})
        shown = self.glue.get_schema(SchemaId=self.id)
        self.assertEqual(("FULL", "e", 1), (shown["Compatibility"], shown["Description"], shown["SchemaCheckpoint"]))
        self.assert_code("InvalidInputException", self.glue.update_schema, SchemaId=self.id, Compatibility="NONE")
        self.refused("InvalidInputException", "One of (registryName and schemaName) or schemaArn has to be provided, both cannot be provided.",
                     self.glue.get_schema, SchemaId=dict(self.id, SchemaArn=arn))
        self.refused("InvalidInputException", "At least one of (registryName and schemaName) or schemaArn has to be provided.",
                     self.glue.get_schema, SchemaId={"SchemaName": "people"})
        deleted = self.told(self.glue.delete_schema(SchemaId=self.id))
        self.assertEqual({"SchemaName": "people", "SchemaArn": arn, "Status": "DELETING"}, deleted)
        self.refused("EntityNotFoundException", f"Schema is not found. RegistryName: {self.name}, SchemaName: people, SchemaArn: null",
                     self.glue.get_schema, SchemaId=self.id)
        self.assertEqual("default-registry", self.glue.create_schema(SchemaName=self.name, DataFormat="JSON", Compatibility="NONE", SchemaDefinition="{}")["RegistryName"])

    def test_versions(self):
        self.registry()
        first = self.schema()["SchemaVersionId"]
        second = self.told(self.glue.register_schema_version(SchemaId=self.id, SchemaDefinition=WIDER))
        self.assertEqual((2, "AVAILABLE"), (second["VersionNumber"], second["Status"]))
        self.assertEqual(first, self.glue.register_schema_version(SchemaId=self.id, SchemaDefinition=" " + AVRO)["SchemaVersionId"])
        by_id = self.told(self.glue.get_schema_version(SchemaVersionId=second["SchemaVersionId"]))
        self.assertEqual((WIDER, "AVRO", 2), (by_id["SchemaDefinition"], by_id["DataFormat"], by_id["VersionNumber"]))
        for number in ({"VersionNumber": 2}, {"LatestVersion": True}):
            self.assertEqual(by_id, self.told(self.glue.get_schema_version(SchemaId=self.id, SchemaVersionNumber=number)))
        self.assertEqual(first, self.glue.get_schema_by_definition(SchemaId=self.id, SchemaDefinition=AVRO)["SchemaVersionId"])
        pages = self.glue.get_paginator("list_schema_versions").paginate(SchemaId=self.id, PaginationConfig={"PageSize": 1})
        self.assertEqual([1, 2], [item["VersionNumber"] for page in pages for item in page["Schemas"]])
        diff = json.loads(self.glue.get_schema_versions_diff(SchemaId=self.id, SchemaDiffType="SYNTAX_DIFF", FirstSchemaVersionNumber={"VersionNumber": 1},
                                                            SecondSchemaVersionNumber={"LatestVersion": True})["Diff"])
        self.assertEqual([("replace", "/fields", json.loads(WIDER)["fields"])], [(item["op"], item["path"], item["value"]) for item in diff])

        self.refused("InvalidInputException", "No other input parameters can be specified when fetching by SchemaVersionId.",
                     self.glue.get_schema_version, SchemaVersionId=first, SchemaId=self.id)
        self.refused("InvalidInputException", "One of version number (or) latest version is required.", self.glue.get_schema_version, SchemaId=self.id)
        self.refused("InvalidInputException", "Only one of VersionNumber or LatestVersion is required.", self.glue.get_schema_version,
                     SchemaId=self.id, SchemaVersionNumber={"VersionNumber": 1, "LatestVersion": True})
        self.refused("EntityNotFoundException", f"Schema version is not found. RegistryName: {self.name}, SchemaName: people, SchemaArn: null, "
                     "VersionNumber: 3, isLatestVersion: false", self.glue.get_schema_version, SchemaId=self.id, SchemaVersionNumber={"VersionNumber": 3})
        none = str(uuid.uuid4())
        self.refused("EntityNotFoundException", f"Schema version is not found. SchemaVersionId: {none}", self.glue.get_schema_version, SchemaVersionId=none)
        self.assert_code("InvalidInputException", self.glue.register_schema_version, SchemaId=self.id, SchemaDefinition="{")

        self.glue.register_schema_version(SchemaId=self.id, SchemaDefinition='"string"')
        self.assert_code("InvalidInputException", self.glue.delete_schema_versions, SchemaId=self.id, Versions="1-2")
        errors = self.glue.delete_schema_versions(SchemaId=self.id, Versions="2-4")["SchemaVersionErrors"]
        self.assertEqual([(4, "EntityNotFoundException")], [(error["VersionNumber"], error["ErrorDetails"]["ErrorCode"]) for error in errors])
        self.assert_code("EntityNotFoundException", self.glue.get_schema_version, SchemaVersionId=second["SchemaVersionId"])
        self.assertEqual((1, 4), tuple(self.glue.get_schema(SchemaId=self.id)[name] for name in ("LatestSchemaVersion", "NextSchemaVersion")))

    def test_what_is_no_schema(self):
        self.registry()
        error = self.assert_code("InvalidInputException", self.schema, SchemaDefinition="{")["Error"]["Message"]
        self.assertTrue(error.startswith("Schema definition of AVRO data format is invalid: "), error)
        self.assert_code("InvalidInputException", self.schema, SchemaDefinition='{"type": "string", "type": "int"}')
        self.assertTrue(self.glue.check_schema_version_validity(DataFormat="JSON", SchemaDefinition="{}")["Valid"])
        told = self.glue.check_schema_version_validity(DataFormat="JSON", SchemaDefinition="{")
        self.assertEqual((False, True), (told["Valid"], "Error" in told))
        self.schema(Compatibility="DISABLED")
        self.refused("InvalidInputException", "Compatibility DISABLED does not allow versioning. SchemaId: SchemaId(schemaArn=null, "
                     f"schemaName=people, registryName={self.name})", self.glue.register_schema_version, SchemaId=self.id, SchemaDefinition=WIDER)

    def test_words_of_its_own_for_constraints(self):
        glue = client("glue", parameter_validation=False)
        long, characters = ("%s. Parameter Name: %%s" % text for text in (
            "The resource name contains too many or too few characters", "The parameter value contains one or more characters that are not valid"))
        self.refused("InvalidInputException", long % "registryName", glue.create_registry, RegistryName="x" * 256)
        self.refused("InvalidInputException", characters % "registryName", glue.create_registry, RegistryName="A,B,C")
        self.refused("InvalidInputException", long % "description", glue.create_registry, RegistryName=self.name, Description="toolong" * 350)
        self.refused("InvalidInputException", "New Tags cannot be empty or more than 50", glue.create_registry, RegistryName=self.name,
                     Tags={f"k{number}": "v" for number in range(51)})
        self.registry()
        for text, more in ((long % "schemaName", {"SchemaName": "toolong" * 80}), (characters % "schemaName", {"SchemaName": "Invalid,Schema,Name"}),
                           ("Data format is not valid.", {"DataFormat": "INVALID"}), ("Compatibility is not valid.", {"Compatibility": "INVALID"}),
                           (characters % "registryArn", {"RegistryId": {"RegistryArn": "invalid:arn:aws:glue"}})):
            self.refused("InvalidInputException", text, glue.create_schema, **dict(
                {"RegistryId": {"RegistryName": self.name}, "SchemaName": "people", "DataFormat": "AVRO", "SchemaDefinition": AVRO}, **more))

    def test_metadata(self):
        self.registry()
        version = self.schema()["SchemaVersionId"]
        pair = {"MetadataKey": "owner", "MetadataValue": "a"}
        put = self.told(self.glue.put_schema_version_metadata(SchemaVersionId=version, MetadataKeyValue=pair))
        self.assertEqual(dict(pair, LatestVersion=False, VersionNumber=0, SchemaVersionId=version), put)
        put = self.told(self.glue.put_schema_version_metadata(SchemaId=self.id, SchemaVersionNumber={"LatestVersion": True},
                                                             MetadataKeyValue={"MetadataKey": "owner", "MetadataValue": "b"}))
        self.assertEqual(dict(self.id, MetadataKey="owner", MetadataValue="b", LatestVersion=True), put)
        self.refused("AlreadyExistsException", f"Resource already exist for schema version id: {version}, metadata key: owner, metadata value: a",
                     self.glue.put_schema_version_metadata, SchemaVersionId=version, MetadataKeyValue=pair)
        told = self.glue.query_schema_version_metadata(SchemaVersionId=version)
        info = told["MetadataInfoMap"]["owner"]
        self.assertEqual(("a", ["b"], version), (info["MetadataValue"], [item["MetadataValue"] for item in info["OtherMetadataValueList"]], told["SchemaVersionId"]))
        self.assertEqual({}, self.glue.query_schema_version_metadata(SchemaVersionId=version, MetadataList=[{"MetadataKey": "x", "MetadataValue": "y"}])["MetadataInfoMap"])
        for number in range(8):
            self.glue.put_schema_version_metadata(SchemaVersionId=version, MetadataKeyValue={"MetadataKey": f"k{number}", "MetadataValue": "v"})
        self.refused("ResourceNumberLimitExceededException", "Your resource limits for Schema Version Metadata have been exceeded.",
                     self.glue.put_schema_version_metadata, SchemaVersionId=version, MetadataKeyValue={"MetadataKey": "more", "MetadataValue": "v"})
        self.glue.remove_schema_version_metadata(SchemaVersionId=version, MetadataKeyValue=pair)
        self.assertEqual("b", self.glue.query_schema_version_metadata(SchemaVersionId=version)["MetadataInfoMap"]["owner"]["MetadataValue"])
        self.assert_code("EntityNotFoundException", self.glue.remove_schema_version_metadata, SchemaVersionId=version, MetadataKeyValue=pair)


class Workflows(PeerTestCase):
    def setUp(self):
        self.glue, self.name = client("glue"), "peer-" + uuid.uuid4().hex

    def pages(self, call, member, **members):
        """All items, one a page: Debian's boto3 has no paginators of workflows."""
        page = call(MaxResults=1, **members)
        items = page[member]
        while "NextToken" in page:
            page = call(MaxResults=1, NextToken=page["NextToken"], **members)
            items += page[member]
        return items

    def test_a_workflow_and_its_runs(self):
        self.glue.create_workflow(Name=self.name, Description="d", DefaultRunProperties={"a": "1", "b": "2"}, MaxConcurrentRuns=3, Tags={"team": "data"})
        self.assert_code("AlreadyExistsException", self.glue.create_workflow, Name=self.name)
        self.assertEqual({"team": "data"}, self.glue.get_tags(ResourceArn=f"arn:aws:glue:{REGION}:{ACCOUNT}:workflow/{self.name}")["Tags"])
        told = self.glue.get_workflow(Name=self.name)["Workflow"]
        self.assertEqual((self.name, "d", {"a": "1", "b": "2"}, 3), tuple(told[name] for name in ("Name", "Description", "DefaultRunProperties", "MaxConcurrentRuns")))
        self.assertNotIn("LastRun", told)
        self.glue.update_workflow(Name=self.name, Description="e")
        self.assertEqual("e", self.glue.get_workflow(Name=self.name)["Workflow"]["Description"])
        self.assertIn(self.name, self.pages(self.glue.list_workflows, "Workflows"))
        batch = self.glue.batch_get_workflows(Names=[self.name, "none"])
        self.assertEqual(([self.name], ["none"]), ([item["Name"] for item in batch["Workflows"]], batch["MissingWorkflows"]))

        run = self.glue.start_workflow_run(Name=self.name, RunProperties={"b": "3", "c": "4"})["RunId"]
        self.assertRegex(run, "^wr_[0-9a-f]{64}$")
        told = self.glue.get_workflow_run(Name=self.name, RunId=run)["Run"]
        self.assertEqual(({"a": "1", "b": "3", "c": "4"}, "COMPLETED", 0), (told["WorkflowRunProperties"], told["Status"], told["Statistics"]["TotalActions"]))
        self.glue.put_workflow_run_properties(Name=self.name, RunId=run, RunProperties={"c": "5"})
        self.assertEqual({"a": "1", "b": "3", "c": "5"}, self.glue.get_workflow_run_properties(Name=self.name, RunId=run)["RunProperties"])
        second = self.glue.start_workflow_run(Name=self.name)["RunId"]
        self.assertEqual((second, run), tuple(self.glue.get_workflow(Name=self.name)["Workflow"]["LastRun"][name] for name in ("WorkflowRunId", "PreviousRunId")))
        self.assertEqual([run, second], [item["WorkflowRunId"] for item in self.pages(self.glue.get_workflow_runs, "Runs", Name=self.name)])
        self.assert_code("IllegalWorkflowStateException", self.glue.stop_workflow_run, Name=self.name, RunId=run)
        self.glue.delete_workflow(Name=self.name)
        self.glue.delete_workflow(Name=self.name)
        for call in (self.glue.get_workflow, self.glue.start_workflow_run, self.glue.get_workflow_runs):
            self.assert_code("EntityNotFoundException", call, Name=self.name)

    def test_a_run_starts_the_jobs_of_triggers_on_demand(self):
        self.glue.create_workflow(Name=self.name)
        self.glue.create_job(Name=self.name, Role="r", Command={"Name": "glueetl", "ScriptLocation": "s3://peer-none/x.py"})
        self.assert_code("EntityNotFoundException", self.glue.create_trigger, Name=self.name, Type="ON_DEMAND", WorkflowName="none", Actions=[{"JobName": self.name}])
        self.glue.create_trigger(Name=self.name, Type="ON_DEMAND", WorkflowName=self.name, Actions=[{"JobName": self.name}])
        self.assertEqual(self.name, self.glue.get_trigger(Name=self.name)["Trigger"]["WorkflowName"])
        run = self.glue.start_workflow_run(Name=self.name)["RunId"]
        told = self.glue.get_workflow_run(Name=self.name, RunId=run, IncludeGraph=True)["Run"]
        self.assertEqual(1, told["Statistics"]["TotalActions"])
        self.assertEqual(["TRIGGER", "JOB"], [node["Type"] for node in told["Graph"]["Nodes"]])
        self.assertEqual([(told["Graph"]["Nodes"][0]["UniqueId"], told["Graph"]["Nodes"][1]["UniqueId"])],
                         [(edge["SourceId"], edge["DestinationId"]) for edge in told["Graph"]["Edges"]])
        self.assertEqual(self.name, self.glue.get_job_runs(JobName=self.name)["JobRuns"][0]["TriggerName"])
        self.glue.delete_trigger(Name=self.name)
        self.glue.delete_job(JobName=self.name)


class Others(PeerTestCase):
    def setUp(self):
        self.glue, self.name = client("glue"), "peer-" + uuid.uuid4().hex

    def test_security_configurations(self):
        encryption = {"S3Encryption": [{"S3EncryptionMode": "SSE-S3"}], "CloudWatchEncryption": {"CloudWatchEncryptionMode": "DISABLED"}}
        made = self.glue.create_security_configuration(Name=self.name, EncryptionConfiguration=encryption)
        self.assertEqual(self.name, made["Name"])
        self.assert_code("AlreadyExistsException", self.glue.create_security_configuration, Name=self.name, EncryptionConfiguration=encryption)
        told = self.glue.get_security_configuration(Name=self.name)["SecurityConfiguration"]
        self.assertEqual((encryption, made["CreatedTimestamp"]), (told["EncryptionConfiguration"], told["CreatedTimeStamp"]))
        pages = self.glue.get_paginator("get_security_configurations").paginate()
        self.assertIn(told, [item for page in pages for item in page["SecurityConfigurations"]])
        self.glue.delete_security_configuration(Name=self.name)
        for call in (self.glue.get_security_configuration, self.glue.delete_security_configuration):
            self.assert_code("EntityNotFoundException", call, Name=self.name)

    def test_plans(self):
        source, sink = ({"DatabaseName": "d", "TableName": name} for name in ("s\"x", "t"))
        mapping = [{"SourceTable": "s", "SourcePath": "a", "SourceType": "string", "TargetTable": "t", "TargetPath": "b", "TargetType": "int"}]
        script = self.glue.get_plan(Mapping=mapping, Source=source, Sinks=[sink], Location={"S3": [{"Name": "path", "Value": "s3://peer/x"}]})["PythonScript"]
        calls = {node.func.attr: node for node in ast.walk(ast.parse(script)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
        self.assertIn("from_options", calls)
        self.assertEqual([("a", "string", "b", "int")], ast.literal_eval(next(word.value for word in calls["apply"].keywords if word.arg == "mappings")))
        told = [{word.arg: word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)} for node in ast.walk(ast.parse(script))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "from_catalog"]
        self.assertEqual([("d", 's"x'), ("d", "t")], [(item["database"], item["table_name"]) for item in told])
        for more in ({"Language": "SCALA"}, {"AdditionalPlanOptionsMap": {"inferSchema": "true"}}, {"Location": {"Jdbc": [{"Name": "a", "Value": "b"}]}}):
            self.assert_code("InvalidInputException", self.glue.get_plan, Mapping=mapping, Source=source, **more)

    def test_classifiers(self):
        self.glue.create_classifier(CsvClassifier={"Name": self.name, "Delimiter": ";", "ContainsHeader": "PRESENT"})
        self.assert_code("AlreadyExistsException", self.glue.create_classifier, JsonClassifier={"Name": self.name, "JsonPath": "$[*]"})
        self.assert_code("InvalidInputException", self.glue.create_classifier)
        self.glue.update_classifier(CsvClassifier={"Name": self.name, "Delimiter": "|"})
        told = self.glue.get_classifier(Name=self.name)["Classifier"]["CsvClassifier"]
        self.assertEqual((self.name, "|", "PRESENT", 2), (told["Name"], told["Delimiter"], told["ContainsHeader"], told["Version"]))
        self.assert_code("InvalidInputException", self.glue.update_classifier, JsonClassifier={"Name": self.name, "JsonPath": "$"})
        pages = self.glue.get_paginator("get_classifiers").paginate()
        self.assertIn(self.name, [item.get("CsvClassifier", {}).get("Name") for page in pages for item in page["Classifiers"]])
        self.glue.delete_classifier(Name=self.name)
        self.assert_code("EntityNotFoundException", self.glue.get_classifier, Name=self.name)


if __name__ == "__main__":
    unittest.main()
