"""Nothing that is kept is dropped: each member of what makes and changes a record, however deep, is sent alone beside what a request needs.
It is told again as it was sent, or the call is refused. What is neither is listed in NOT_TOLD, with the reason. The tests of S3 have a walk of
their own, test_s3_members.py; tests/LakeTools.Tests/Architecture/RequestMemberTests.cs looks at every other request.
"""
import datetime
import itertools
import json
import unittest

import botocore.exceptions
from botocore import xform_name

from lake import ACCOUNT, ANALYST, client

POLICY = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]})

# Members that are not told again, by their path from the operation; a name alone stands for it everywhere.
NOT_TOLD = {
    "CreateDatabase.CatalogId": "the account's catalog is the one that is meant",
    "CreatePartition.CatalogId": "the account's catalog is the one that is meant",
    "UpdateDatabase.CatalogId": "the account's catalog is the one that is meant",
    "UpdatePartition.CatalogId": "the account's catalog is the one that is meant",
    "UpdateConnection.CatalogId": "the account's catalog is the one that is meant",
    "UpdateUserDefinedFunction.CatalogId": "the account's catalog is the one that is meant",
    "CreateConnection.CatalogId": "the account's catalog is the one that is meant",
    "CreateUserDefinedFunction.CatalogId": "the account's catalog is the one that is meant",
    "PutDataLakeSettings.CatalogId": "the account's catalog is the one that is meant",
    "ClientRequestToken": "is the id of a version",
    "CreateConnection.ConnectionInput.ValidateCredentials": "nothing is connected to",
    "CreateConnection.ConnectionInput.ValidateForComputeEnvironments": "nothing is connected to",
    "CreateConnection.ConnectionInput.AuthenticationConfiguration": "credentials are never told again, on AWS neither",
    "UpdateConnection.ConnectionInput.ValidateCredentials": "nothing is connected to",
    "UpdateConnection.ConnectionInput.ValidateForComputeEnvironments": "nothing is connected to",
    "UpdateConnection.ConnectionInput.AuthenticationConfiguration": "credentials are never told again, on AWS neither",
    "UpdateTrigger.TriggerUpdate.Name": "is reserved for future use (API reference)",
    "CreateTrigger.StartOnCreation": "is told as the trigger's state",
    "CreateCrawler.Schedule": "is told as a schedule with its state",
    "UpdateCrawler.Schedule": "is told as a schedule with its state",
    "CreateSecret.SecretString": "is the secret's value, which GetSecretValue tells",
    "CreateSecret.SecretBinary": "is the secret's value, which GetSecretValue tells",
    "CreateSecret.ForceOverwriteReplicaSecret": "is about secrets that are in the way in other regions",
    "UpdateSecret.SecretString": "is the secret's value, which GetSecretValue tells",
    "UpdateSecret.SecretBinary": "is the secret's value, which GetSecretValue tells",
    "CreateRole.AssumeRolePolicyDocument": "is told with its letters escaped, which boto3 reads as a document",
    "CreateRole.PermissionsBoundary": "is told as a structure",
    "CreateUser.PermissionsBoundary": "is told as a structure",
    "RegisterResource.UseServiceLinkedRole": "is told as the role's ARN",
}

# Members that are refused, by their path.
REFUSED = {
    "CreateDatabase.DatabaseInput.CreateTableDefaultPermissions": "names IAM_ALLOWED_PRINCIPALS with ALL, or nobody",
    "CreateDataCellsFilter.TableData.ColumnNames": "a filter has columns by name, or all but some",
    "CreateDataCellsFilter.TableData.ColumnWildcard": "a filter has columns by name, or all but some",
    "CreateDataCellsFilter.TableData.RowFilter.AllRowsWildcard": "a filter has an expression, or all rows",
    "CreateLogGroup.tags": "no operation that the lake answers tells them",
    "UpdateDatabase.DatabaseInput.CreateTableDefaultPermissions": "names IAM_ALLOWED_PRINCIPALS with ALL, or nobody",
    "UpdateDatabase.DatabaseInput.TargetDatabase": "the target of a link is not changed, and a database does not become a link",
    "UpdateTable.TableInput.TargetTable": "the target of a link is not changed, and a table does not become a link",
    "RotateSecret.ExternalSecretRotationMetadata": "is about secrets that another service manages",
    "RotateSecret.ExternalSecretRotationRoleArn": "is about secrets that another service manages",
    "StartJobRun.JobRunId": "names a run that is to be tried again, and there is none of that name",
}

# What a member cannot be without.
BESIDE = {
    "WorkerType": {"NumberOfWorkers": 3}, "NumberOfWorkers": {"WorkerType": "G.1X"}, "Tags.Value": {"Key": "k"},
    "AddReplicaRegions.KmsKeyId": {"Region": "us-west-2"}, "TargetDatabase.CatalogId": {"DatabaseName": "members"},
    "TargetTable.CatalogId": {"DatabaseName": "members", "Name": "t"}, "TargetTable.DatabaseName": {"CatalogId": ACCOUNT, "Name": "t"},
    "TargetTable.Name": {"CatalogId": ACCOUNT, "DatabaseName": "members"}, "TargetTable.Region": {"CatalogId": ACCOUNT, "DatabaseName": "members", "Name": "t"},
    "SchemaReference.SchemaVersionNumber": {"SchemaVersionId": "00000000-0000-0000-0000-000000000001"},
    "Conditions.LogicalOperator": {"JobName": "members"}, "Conditions.State": {"JobName": "members"}, "Conditions.CrawlState": {"CrawlerName": "members"},
    "TargetDatabase.DatabaseName": {"CatalogId": ACCOUNT}, "TargetDatabase.Region": {"CatalogId": ACCOUNT, "DatabaseName": "members"},
}

# Values by the name of a member, where any of its kind is refused.
VALUES = {
    "SortOrder": 1, "SchemaVersionId": "00000000-0000-0000-0000-000000000001", "SchemaArn": f"arn:aws:glue:eu-central-1:{ACCOUNT}:schema/r/s",
    "FilterExpression": "a = 'x'", "Keys": "p", "CatalogId": ACCOUNT,
    "Location": "s3://members/here", "LocationUri": "s3://members/here", "AdditionalLocations": "s3://members/there",
    "Role": "members", "RoleArn": ANALYST, "ScriptLocation": "s3://members/x.py", "Schedule": "cron(0 2 * * ? *)", "ScheduleExpression": "rate(10 days)",
    "Type": "string", "GlueVersion": "5.0", "WorkerType": "G.1X", "PythonVersion": "3", "MaintenanceWindow": "Sun:10", "KmsKeyArn": "arn:aws:kms:eu-central-1:1:key/a",
    "PermissionsBoundary": "arn:aws:iam::aws:policy/Members", "Path": "/members/", "JobName": "members", "CrawlerName": "members", "WorkflowName": "members",
    "Definer": ANALYST, "SubObjects": f"arn:aws:glue:eu-central-1:{ACCOUNT}:table/members/t", "ExecutionRoleSessionPolicy": POLICY,
    "ExternalSecretRotationRoleArn": ANALYST, "State": "SUCCEEDED", "CrawlState": "SUCCEEDED", "MetadataKey": "k", "Region": "us-west-2", "Duration": "3h", "SchemaDefinition": "{}", "AutomaticallyAfterDays": 7,
    "MaxSessionDuration": 7200, "DatabaseName": "members", "ResourceType": "JAR", "Uri": "s3://members/x.jar",
    "ContainsHeader": "PRESENT", "NotifyDelayAfter": 5, "MaxConcurrentRuns": 2, "Timeout": 5, "NumberOfWorkers": 3, "MaxCapacity": 4.0,
    "AllocatedCapacity": 4, "NumberOfBuckets": 3, "MaxRetries": 1, "GrokPattern": "%{WORD:a}", "Delimiter": ";", "QuoteSymbol": "'",
}
TODAY = datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc)


def sample(name, shape):
    """A value that has what must be given, and nothing else."""
    kind = shape.type_name
    if kind == "structure":
        return {member: sample(member, shape.members[member]) for member in shape.required_members}
    if kind == "list":
        return [sample(name, shape.member)]
    if kind == "map":
        return {(getattr(shape.key, "enum", []) or ["key"])[0]: sample("value", shape.value)}
    if name in VALUES and not isinstance(VALUES[name], (dict, list)):
        return VALUES[name]
    if getattr(shape, "enum", []):
        return shape.enum[-1]
    return {"string": "members", "boolean": True, "integer": 2, "long": 2, "float": 0.5, "double": 0.5, "timestamp": TODAY, "blob": b"members"}[kind]


def each(name, shape, depth=6):
    """Values of a member, each with one thing more than must be given."""
    if shape.type_name == "structure" and depth:
        needed = sample(name, shape)
        if needed or not shape.members:
            yield "", needed
        for member, inner in shape.members.items():
            for path, value in each(member, inner, depth - 1):
                yield f".{member}{path}", {**needed, **BESIDE.get(f"{name}.{member}", BESIDE.get(member, {})), member: value}
    elif shape.type_name == "list" and depth:
        for path, value in each(name, shape.member, depth - 1):
            yield path, [value]
    else:
        yield "", sample(name, shape)


def holds(told, sent):
    """Whether what was sent is in what is told."""
    if isinstance(sent, dict):
        return isinstance(told, dict) and all(key in told and holds(told[key], value) for key, value in sent.items())
    if isinstance(sent, list):
        return isinstance(told, list) and len(told) == len(sent) and all(map(holds, told, sent))
    return told == sent


class Members(unittest.TestCase):
    maxDiff = None
    numbers = itertools.count()

    @classmethod
    def setUpClass(cls):
        cls.glue = client("glue")
        cls.glue.create_database(DatabaseInput={"Name": "members"})
        cls.glue.create_table(DatabaseName="members", TableInput={
            "Name": "t", "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "string"}], "Location": "s3://members/t"}, "PartitionKeys": [{"Name": "p", "Type": "string"}]})
        cls.glue.create_job(Name="members", Role="r", Command={"Name": "glueetl", "ScriptLocation": "s3://members/x.py"}, ExecutionProperty={"MaxConcurrentRuns": 1000})
        cls.glue.create_crawler(Name="members", Role="r", Targets={"S3Targets": [{"Path": "s3://members/x"}]})
        cls.glue.create_workflow(Name="members")

    def walk(self, service, operation, base, read, root=None, beside=None, only=None):
        """Sends each member of an operation.

        base: members by a new name; read: what is told of that name; root: the member that holds what is told; beside: what else
        of the operation is told elsewhere, by its name, and how it is read; only: the one member that is walked.
        """
        peer, wrong = client(service), []
        shape = peer.meta.service_model.operation_model(operation).input_shape
        for member, inner in shape.members.items():
            for path, value in each(member, inner) if only in (None, member) else []:
                where = f"{operation}.{member}{path}"
                if member in NOT_TOLD or where in NOT_TOLD or any(where.startswith(one + ".") for one in NOT_TOLD):
                    continue
                is_refused = any(where == one or where.startswith(one + ".") for one in REFUSED)
                name = f"members{next(self.numbers)}"
                sent = base(name)
                if isinstance(sent.get(member), dict):
                    if not path:
                        continue
                    value = merged(sent[member], value)
                elif member in sent:
                    continue
                try:
                    getattr(peer, xform_name(operation))(**{**sent, **BESIDE.get(member, {}), member: value})
                except (botocore.exceptions.ClientError, botocore.exceptions.ParamValidationError) as error:
                    if not is_refused:
                        wrong.append(f"{where} = {json.dumps(value, default=str)[:150]} is refused: {error}")
                    continue
                if beside and member in beside:
                    told = {member: beside[member](name)}
                else:
                    told = read(name)
                if not holds(told if member == root else told.get(member), value):
                    wrong.append(f"{where} = {json.dumps(value, default=str)[:150]} is told as {json.dumps(told if member == root else told.get(member), default=str)[:300]}")
        return wrong

    def tags(self, kind):
        return lambda name: self.glue.get_tags(ResourceArn=f"arn:aws:glue:{self.glue.meta.region_name}:{ACCOUNT}:{kind}/{name}")["Tags"]

    def check(self, *arguments, **more):
        self.assertEqual([], self.walk(*arguments, **more))

    def test_databases(self):
        self.check("glue", "CreateDatabase", lambda name: {"DatabaseInput": {"Name": name}},
                   lambda name: self.glue.get_database(Name=name)["Database"], "DatabaseInput", {"Tags": self.tags("database")})

        def made(name):
            self.glue.create_database(DatabaseInput={"Name": name})
            return {"Name": name, "DatabaseInput": {"Name": name}}

        self.check("glue", "UpdateDatabase", made, lambda name: self.glue.get_database(Name=name)["Database"], "DatabaseInput")

    def test_tables(self):
        self.check("glue", "CreateTable", lambda name: {"DatabaseName": "members", "TableInput": {"Name": name}},
                   lambda name: self.glue.get_table(DatabaseName="members", Name=name)["Table"], "TableInput", only="TableInput")

        def made(name):
            self.glue.create_table(DatabaseName="members", TableInput={"Name": name})
            return {"DatabaseName": "members", "TableInput": {"Name": name}}

        self.check("glue", "UpdateTable", made, lambda name: self.glue.get_table(DatabaseName="members", Name=name)["Table"], "TableInput", only="TableInput")
        keys = {"PartitionKeys": [{"Name": "p", "Type": "string"}]}

        def indexes(name):
            told = self.glue.get_partition_indexes(DatabaseName="members", TableName=name)["PartitionIndexDescriptorList"]
            return [{"IndexName": index["IndexName"], "Keys": [key["Name"] for key in index["Keys"]]} for index in told]

        self.check("glue", "CreateTable", lambda name: {"DatabaseName": "members", "TableInput": {"Name": name, **keys}}, None,
                   beside={"PartitionIndexes": indexes}, only="PartitionIndexes")

    def test_partitions(self):
        self.check("glue", "CreatePartition", lambda name: {"DatabaseName": "members", "TableName": "t", "PartitionInput": {"Values": [name]}},
                   lambda name: self.glue.get_partition(DatabaseName="members", TableName="t", PartitionValues=[name])["Partition"], "PartitionInput")

        def made(name):
            self.glue.create_partition(DatabaseName="members", TableName="t", PartitionInput={"Values": [name]})
            return {"DatabaseName": "members", "TableName": "t", "PartitionValueList": [name], "PartitionInput": {"Values": [name]}}

        self.check("glue", "UpdatePartition", made,
                   lambda name: self.glue.get_partition(DatabaseName="members", TableName="t", PartitionValues=[name])["Partition"], "PartitionInput")

    def test_jobs(self):
        command = {"Name": "glueetl", "ScriptLocation": "s3://members/x.py"}
        told = lambda name: self.glue.get_job(JobName=name)["Job"]
        self.check("glue", "CreateJob", lambda name: {"Name": name, "Role": "r", "Command": command}, told, beside={"Tags": self.tags("job")})

        def made(name):
            self.glue.create_job(Name=name, Role="r", Command=command)
            return {"JobName": name, "JobUpdate": {"Role": "r", "Command": command}}

        self.check("glue", "UpdateJob", made, told, "JobUpdate")

    def test_runs(self):
        self.check("glue", "StartJobRun", lambda name: {"JobName": "members"},
                   lambda name: self.glue.get_job_runs(JobName="members", MaxResults=1)["JobRuns"][0])

    def test_triggers(self):
        action = [{"JobName": "members"}]
        told = lambda name: self.glue.get_trigger(Name=name)["Trigger"]
        for more in ({"Type": "SCHEDULED", "Schedule": "cron(0 2 * * ? *)"}, {"Type": "EVENT"},
                     {"Type": "CONDITIONAL", "Predicate": {"Conditions": [{"JobName": "members", "LogicalOperator": "EQUALS", "State": "SUCCEEDED"}]}}):
            self.check("glue", "CreateTrigger", lambda name: {"Name": name, "Actions": action, **more}, told, beside={"Tags": self.tags("trigger")})

            def made(name):
                self.glue.create_trigger(Name=name, Actions=action, **more)
                return {"Name": name, "TriggerUpdate": {"Actions": action, **{member: value for member, value in more.items() if member != "Type"}}}

            self.check("glue", "UpdateTrigger", made, told, "TriggerUpdate")

    def test_crawlers(self):
        told = lambda name: self.glue.get_crawler(Name=name)["Crawler"]
        self.check("glue", "CreateCrawler", lambda name: {"Name": name, "Role": "r", "Targets": {"S3Targets": [{"Path": "s3://members/x"}]}},
                   told, beside={"Tags": self.tags("crawler")})

        def made(name):
            self.glue.create_crawler(Name=name, Role="r", Targets={"S3Targets": [{"Path": "s3://members/x"}]})
            return {"Name": name}

        self.check("glue", "UpdateCrawler", made, told)

    def test_connections(self):
        self.check("glue", "CreateConnection", lambda name: {"ConnectionInput": {"Name": name, "ConnectionType": "NETWORK", "ConnectionProperties": {}}},
                   lambda name: self.glue.get_connection(Name=name)["Connection"], "ConnectionInput", {"Tags": self.tags("connection")})

        def made(name):
            given = {"Name": name, "ConnectionType": "NETWORK", "ConnectionProperties": {}}
            self.glue.create_connection(ConnectionInput=given)
            return {"Name": name, "ConnectionInput": given}

        self.check("glue", "UpdateConnection", made, lambda name: self.glue.get_connection(Name=name)["Connection"], "ConnectionInput")

    def test_functions(self):
        self.check("glue", "CreateUserDefinedFunction", lambda name: {"DatabaseName": "members", "FunctionInput": {"FunctionName": name}},
                   lambda name: self.glue.get_user_defined_function(DatabaseName="members", FunctionName=name)["UserDefinedFunction"], "FunctionInput")

        def made(name):
            self.glue.create_user_defined_function(DatabaseName="members", FunctionInput={"FunctionName": name})
            return {"DatabaseName": "members", "FunctionName": name, "FunctionInput": {"FunctionName": name}}

        self.check("glue", "UpdateUserDefinedFunction", made,
                   lambda name: self.glue.get_user_defined_function(DatabaseName="members", FunctionName=name)["UserDefinedFunction"], "FunctionInput")

    def test_other_records_of_glue(self):
        self.check("glue", "CreateWorkflow", lambda name: {"Name": name}, lambda name: self.glue.get_workflow(Name=name)["Workflow"], beside={"Tags": self.tags("workflow")})
        self.check("glue", "CreateSecurityConfiguration", lambda name: {"Name": name, "EncryptionConfiguration": {"S3Encryption": [{"S3EncryptionMode": "SSE-S3"}]}},
                   lambda name: self.glue.get_security_configuration(Name=name)["SecurityConfiguration"])
        for kind, needed in (("CsvClassifier", {}), ("JsonClassifier", {"JsonPath": "$"}), ("XMLClassifier", {"Classification": "c"}),
                             ("GrokClassifier", {"Classification": "c", "GrokPattern": "%{WORD:a}"})):
            self.check("glue", "CreateClassifier", lambda name: {kind: {"Name": name, **needed}},
                       lambda name: self.glue.get_classifier(Name=name)["Classifier"], only=kind)
        self.check("glue", "CreateRegistry", lambda name: {"RegistryName": name}, lambda name: self.glue.get_registry(RegistryId={"RegistryName": name}), beside={"Tags": self.tags("registry")})

    def test_secrets(self):
        secrets = client("secretsmanager")

        def told(name):
            answer = secrets.describe_secret(SecretId=name)
            return {**answer, "AddReplicaRegions": answer.get("ReplicationStatus")}

        def made(name):
            secrets.create_secret(Name=name, SecretString="x")
            return {"SecretId": name}

        self.check("secretsmanager", "CreateSecret", lambda name: {"Name": name}, told)
        self.check("secretsmanager", "UpdateSecret", made, told)
        self.check("secretsmanager", "RotateSecret", lambda name: {**made(name), "RotationLambdaARN": "LakeTools-Manual", "RotateImmediately": False}, told)

    def test_principals(self):
        iam = client("iam")
        self.check("iam", "CreateRole", lambda name: {"RoleName": name, "AssumeRolePolicyDocument": TRUST}, lambda name: iam.get_role(RoleName=name)["Role"])
        self.check("iam", "CreateUser", lambda name: {"UserName": name}, lambda name: iam.get_user(UserName=name)["User"])

    def test_lake_formation(self):
        lake = client("lakeformation")
        table = {"TableCatalogId": ACCOUNT, "DatabaseName": "members", "TableName": "t"}
        told = lambda name: lake.get_data_cells_filter(**table, Name=name)["DataCellsFilter"] if hasattr(lake, "get_data_cells_filter") else next(
            item for item in lake.list_data_cells_filter()["DataCellsFilters"] if item["Name"] == name)
        for more in ({"ColumnNames": ["a"]}, {"RowFilter": {"FilterExpression": "a = 'x'"}, "ColumnWildcard": {}}):
            self.check("lakeformation", "CreateDataCellsFilter", lambda name: {"TableData": {**table, "Name": name, **more}}, told, "TableData")
        self.check("lakeformation", "RegisterResource", lambda name: {"ResourceArn": f"arn:aws:s3:::{name}", "RoleArn": ANALYST},
                   lambda name: lake.describe_resource(ResourceArn=f"arn:aws:s3:::{name}")["ResourceInfo"])
        settings = lake.get_data_lake_settings()["DataLakeSettings"]
        self.addCleanup(lake.put_data_lake_settings, DataLakeSettings=settings)
        self.check("lakeformation", "PutDataLakeSettings", lambda name: {"DataLakeSettings": settings},
                   lambda name: lake.get_data_lake_settings()["DataLakeSettings"], "DataLakeSettings")

    def test_log_groups(self):
        logs = client("logs")
        self.check("logs", "CreateLogGroup", lambda name: {"logGroupName": name}, lambda name: logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"][0])


def merged(base, more):
    """What must be given, and over it what is tried."""
    if isinstance(base, dict) and isinstance(more, dict):
        return {**base, **{key: merged(base[key], value) if key in base else value for key, value in more.items() if key not in base or isinstance(value, dict)}}
    return more


if __name__ == "__main__":
    unittest.main()
