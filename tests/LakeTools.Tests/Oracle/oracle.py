"""Speaks the sentences of the oracle to Lake Formation through boto3. It knows AWS's API and nothing of LakeTools.

  python3 oracle.py PHASE CASES ANSWERS

PHASE is 'given', which makes what the cases are about, or 'ask', which asks their questions. CASES is a JSON list of
{id, endpoint, region, account, keys: {name: [id, secret]}, given: [sentence], ask: sentence}. ANSWERS is written:
{id: [line]}; for 'given' the lines say what went wrong, and are empty where nothing did.

A sentence is 'who: what'. Who is a role of the account; 'who with TAG' is a session of it that carries the session tag of engines.
"""
import json
import re
import sys

import boto3
import botocore.exceptions
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.httpsession import URLLib3Session

CONFIG = Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"})
ENGINE = "LakeFormationAuthorizedCaller"
FILTERING = ["COLUMN_PERMISSION", "CELL_FILTER_PERMISSION", "NESTED_PERMISSION", "NESTED_CELL_PERMISSION"]
CODES = {
    "AccessDeniedException": "denied", "InvalidInputException": "invalid", "EntityNotFoundException": "missing",
    "AlreadyExistsException": "exists", "ResourceNumberLimitExceededException": "limit", "PermissionTypeMismatchException": "mismatch",
    "ValidationException": "malformed",
}
SESSION = URLLib3Session()
VERBS = []


def verb(pattern):
    """The function speaks the sentences of that form."""
    def add(function):
        VERBS.append((re.compile(pattern + r"\Z"), function))
        return function
    return add


class Service:
    """A boto3 client. What its model is too old for is signed with botocore, and sent as the API has it."""

    def __init__(self, client, keys):
        self.client, self.keys = client, keys

    def __getattr__(self, name):
        def call(**arguments):
            if hasattr(self.client, name):
                try:
                    return getattr(self.client, name)(**arguments)
                except botocore.exceptions.ParamValidationError:
                    pass
            return self.send("".join("LF" if part == "lf" else part.capitalize() for part in name.split("_")), arguments)
        return call

    def send(self, operation, body):
        meta = self.client.meta
        target = {"X-Amz-Target": "AWSGlue." + operation} if meta.service_model.service_name == "glue" else {}
        request = AWSRequest("POST", meta.endpoint_url.rstrip("/") + "/" + ("" if target else operation), data=json.dumps(body),
                             headers={"Content-Type": "application/x-amz-json-1.1" if target else "application/json", **target})
        SigV4Auth(Credentials(*self.keys.values()), meta.service_model.signing_name, meta.region_name).add_auth(request)
        answer = SESSION.send(request.prepare())
        told = json.loads(answer.content or b"{}")
        if answer.status_code >= 300:
            code = answer.headers.get("x-amzn-errortype") or told.get("__type") or told.get("code")
            raise botocore.exceptions.ClientError({"Error": {"Code": re.split("[#:]", code)[-1 if "#" in code else 0]}}, operation)
        return told


class Lake:
    """One case's lake, and the clients of those who act in it."""

    def __init__(self, case):
        self.case, self.account, self.region = case, case["account"], case["region"]
        self.clients = {}

    def client(self, who, service):
        if (who, service) not in self.clients:
            role, _, tag = who.partition(" with ")
            keys = dict(zip(("aws_access_key_id", "aws_secret_access_key", "aws_session_token"), self.case["keys"][role]))
            if tag:
                keys = credentials(self.client(role, "sts").assume_role(
                    RoleArn=self.arn(role), RoleSessionName="engine", Tags=[{"Key": ENGINE, "Value": tag}])["Credentials"])
            self.clients[who, service] = self.open(service, keys)
        return self.clients[who, service]

    def open(self, service, keys):
        return Service(boto3.client(service, endpoint_url=self.case["endpoint"], region_name=self.region, config=CONFIG, **keys), keys)

    def arn(self, name):
        """A principal: a name is a role of the account, ACCOUNT/NAME one of another, digits an account."""
        if re.fullmatch(r"[0-9]{12}(:IAMPrincipals)?", name) or name.startswith(("arn:", "IAM_")):
            return name
        if name == "everyone":
            return f"{self.account}:IAMPrincipals"
        account, slash, role = name.partition("/")
        return f"arn:aws:iam::{account}:role/{role}" if slash else f"arn:aws:iam::{self.account}:role/{'LakeAdmin' if name == 'admin' else name}"

    def name(self, arn):
        known = {self.arn(name): name for name in [*self.case["keys"], "everyone"]}
        return known.get(arn, re.sub(r"arn:aws:iam::([0-9]{12}):role/", r"\1/", arn))

    def speak(self, sentence):
        """Speaks a sentence; the lines of its answer, or one word for AWS's error."""
        try:
            lines = self.tell(sentence)
        except botocore.exceptions.ClientError as error:
            return [word(error)]
        return ["ok"] if lines is None else sorted(lines) or ["nothing"]

    def tell(self, sentence):
        who, _, what = sentence.partition(": ")
        for pattern, function in VERBS:
            match = pattern.match(what)
            if match:
                return function(self, who, *match.groups())
        raise ValueError("no verb for: " + sentence)


def word(error):
    code = error.response["Error"]["Code"]
    return CODES.get(code, code)


def credentials(answer):
    return {"aws_access_key_id": answer["AccessKeyId"], "aws_secret_access_key": answer["SecretAccessKey"],
            "aws_session_token": answer["SessionToken"]}


def spread(text):
    """'a{1..3}' is a1,a2,a3."""
    return re.sub(r"([\w-]*)\{(\d+)\.\.(\d+)\}", lambda m: ",".join(m[1] + str(n) for n in range(int(m[2]), int(m[3]) + 1)), text)


def conditions(text):
    """'module=a,b;level=x' as the API's LFTag list; 'k{1..3}=x' is three keys."""
    return [{"TagKey": key, "TagValues": spread(values).split(",")}
            for part in text.split(";") for keys, values in [part.split("=")] for key in spread(keys).split(",")]


def columns_of(text):
    """'id,day' or 'all' or 'all but id'; a nested column is written as the guide writes it, in quotes."""
    if text == "all":
        return {"ColumnWildcard": {}}
    if text.startswith("all but "):
        return {"ColumnWildcard": {"ExcludedColumnNames": text[8:].split(",")}}
    return {"ColumnNames": text.split(",")}


def thing(lake, text):
    """The API's Resource of a thing's words."""
    word, _, rest = text.partition(" ")
    if text == "catalog":
        return {"Catalog": {}}
    if word == "location":
        return {"DataLocation": {"ResourceArn": "arn:aws:s3:::" + rest[5:]}}
    if word == "tag":
        pair = conditions(rest)[0]
        return {"LFTag": {"TagKey": pair["TagKey"], "TagValues": pair["TagValues"]}}
    if word == "expression":
        return {"LFTagExpression": {"Name": rest}}
    if word in ("databases", "tables") and rest.startswith(("tagged ", "matching ")):
        policy = {"ResourceType": word[:-1].upper()}
        how, words = rest.split(" ", 1)
        policy.update({"Expression": conditions(words)} if how == "tagged" else {"ExpressionName": words})
        return {"LFTagPolicy": policy}
    if word == "database":
        return {"Database": {"Name": rest}}
    if text.startswith("tables of "):
        return {"Table": {"DatabaseName": text[10:], "TableWildcard": {}}}
    what, _, table = text.rpartition(" of ")
    if word == "filter":
        return {"DataCellsFilter": dict(of_filter(lake, what[7:], table))}
    if word == "columns":
        return {"TableWithColumns": {**of_table(table), **columns_of(what[8:])}}
    if word == "table":
        return {"Table": of_table(rest)}
    raise ValueError("no thing: " + text)


def of_table(name):
    database, table = name.split(".")
    return {"DatabaseName": database, "Name": table}


def of_filter(lake, name, table):
    database, table = table.split(".")
    return {"TableCatalogId": lake.account, "DatabaseName": database, "TableName": table, "Name": name}


def words(resource):
    """A Resource of a list, in the words of a thing. All columns of a table are the table: the API lists SELECT so."""
    (kind, value), = resource.items()
    if kind == "Catalog":
        return "catalog"
    if kind == "Database":
        return "database " + value["Name"]
    if kind == "DataLocation":
        return "location s3://" + value["ResourceArn"].split(":::")[1]
    if kind == "LFTag":
        return f"tag {value['TagKey']}={','.join(sorted(value['TagValues']))}"
    if kind == "LFTagExpression":
        return "expression " + value["Name"]
    if kind == "LFTagPolicy":
        how = "matching " + value["ExpressionName"] if "ExpressionName" in value else "tagged " + ";".join(
            sorted(f"{tag['TagKey']}={','.join(sorted(tag['TagValues']))}" for tag in value["Expression"]))
        return f"{value['ResourceType'].lower()}s {how}"
    if kind == "DataCellsFilter":
        return f"filter {value['Name']} of {value['DatabaseName']}.{value['TableName']}"
    if value.get("Name") == "ALL_TABLES" or "TableWildcard" in value:
        return "tables of " + value["DatabaseName"]
    table = f"{value['DatabaseName']}.{value['Name']}"
    excluded = value.get("ColumnWildcard", {}).get("ExcludedColumnNames")
    if excluded:
        return f"columns all but {','.join(sorted(excluded))} of {table}"
    return f"columns {','.join(sorted(value['ColumnNames']))} of {table}" if value.get("ColumnNames") else "table " + table


def entries(lake, items):
    """Entries of a list of permissions, those of one principal on one thing in one line."""
    held = {}
    for item in items:
        key = lake.name(item["Principal"]["DataLakePrincipalIdentifier"]), words(item["Resource"])
        one = held.setdefault(key, (set(), set()))
        one[0].update(item["Permissions"])
        one[1].update(item.get("PermissionsWithGrantOption", []))
    return [f"{who} {','.join(sorted(permissions))}{' with ' + ','.join(sorted(option)) if option else ''} on {what}"
            for (who, what), (permissions, option) in held.items()]


def pages(client, operation, member, **arguments):
    items = []
    while True:
        page = getattr(client, operation)(**arguments)
        items += page.get(member, [])
        if not page.get("NextToken"):
            return items
        arguments["NextToken"] = page["NextToken"]


# Grants

@verb(r"(grant|revoke) (\S+) ([A-Z_,]+)(?: with ([A-Z_,]+))? on (.+)")
def change(lake, who, how, whom, permissions, option, what):
    getattr(lake.client(who, "lakeformation"), how + "_permissions")(
        Principal={"DataLakePrincipalIdentifier": lake.arn(whom)}, Resource=thing(lake, what),
        Permissions=permissions.split(","), PermissionsWithGrantOption=option.split(",") if option else [])


@verb(r"grant by each of (\S+)")
def grant_by_each(lake, who, values):
    """SELECT on tables to the analyst, by an expression for each value of the tag 'module'."""
    entries = [{"Id": value, "Principal": {"DataLakePrincipalIdentifier": lake.arn("analyst")}, "Permissions": ["SELECT"],
                "Resource": thing(lake, "tables tagged module=" + value)} for value in spread(values).split(",")]
    for start in range(0, len(entries), 20):
        answer = lake.client(who, "lakeformation").batch_grant_permissions(Entries=entries[start:start + 20])
        assert not answer.get("Failures"), answer


@verb(r"list permissions(?: of (\S+))?(?: on (.+?))?(?: of type (\w+))?")
def list_permissions(lake, who, whom, what, kind):
    arguments = {}
    if whom:
        arguments["Principal"] = {"DataLakePrincipalIdentifier": lake.arn(whom)}
    if what:
        arguments["Resource"] = thing(lake, what)
    if kind:
        arguments["ResourceType"] = kind
    return entries(lake, pages(lake.client(who, "lakeformation"), "list_permissions", "PrincipalResourcePermissions", **arguments))


@verb(r"list permissions at s3://(.+)")
def list_permissions_at(lake, who, path):
    return entries(lake, pages(lake.client(who, "lakeformation"), "get_effective_permissions_for_path", "Permissions",
                               ResourceArn="arn:aws:s3:::" + path))


# The catalog

@verb(r"create database (\S+)(?: at (\S+))?")
def create_database(lake, who, name, location):
    lake.client(who, "glue").create_database(DatabaseInput={"Name": name, **({"LocationUri": location} if location else {})})


@verb(r"create table (\S+) \((.+)\)(?: at (\S+))?")
def create_table(lake, who, name, shape, location):
    lake.client(who, "glue").create_table(DatabaseName=name.split(".")[0], TableInput=table_input(name.split(".")[1], shape, location))


def table_input(name, shape, location):
    columns, _, keys = shape.partition("|")
    def described(text):
        return [{"Name": column.split(":", 1)[0], "Type": column.split(":", 1)[1]} for column in re.split(r",(?![^<]*>)", text) if column]
    storage = {"Columns": described(columns), **({"Location": location} if location else {})}
    return {"Name": name, "StorageDescriptor": storage, "PartitionKeys": described(keys), "TableType": "EXTERNAL_TABLE"}


def altered(lake, name, **storage):
    """The table's input as it stands: what alters it changes no more than it says."""
    table = lake.client("admin", "glue").get_table(DatabaseName=name.split(".")[0], Name=name.split(".")[1])["Table"]
    whole = {key: table[key] for key in ("Name", "StorageDescriptor", "PartitionKeys", "TableType") if key in table}
    return {**whole, "Description": "altered", "StorageDescriptor": {**whole["StorageDescriptor"], **storage}}


@verb(r"alter table (\S+)")
def alter_table(lake, who, name):
    lake.client(who, "glue").update_table(DatabaseName=name.split(".")[0], TableInput=altered(lake, name))


@verb(r"move table (\S+) to (\S+)")
def move_table(lake, who, name, location):
    lake.client(who, "glue").update_table(DatabaseName=name.split(".")[0], TableInput=altered(lake, name, Location=location))


@verb(r"alter database (\S+)")
def alter_database(lake, who, name):
    lake.client(who, "glue").update_database(Name=name, DatabaseInput={"Name": name, "Description": "altered"})


@verb(r"move database (\S+) to (\S+)")
def move_database(lake, who, name, location):
    lake.client(who, "glue").update_database(Name=name, DatabaseInput={"Name": name, "LocationUri": location})


@verb(r"drop database (\S+)")
def drop_database(lake, who, name):
    lake.client(who, "glue").delete_database(Name=name)


@verb(r"drop table (\S+)")
def drop_table(lake, who, name):
    lake.client(who, "glue").delete_table(DatabaseName=name.split(".")[0], Name=name.split(".")[1])


@verb(r"show database (\S+)")
def show_database(lake, who, name):
    lake.client(who, "glue").get_database(Name=name)


@verb(r"show table (\S+)")
def show_table(lake, who, name):
    table = lake.client(who, "glue").get_table(DatabaseName=name.split(".")[0], Name=name.split(".")[1])["Table"]
    def names(columns):
        return ",".join(column["Name"] for column in columns)
    keys = names(table.get("PartitionKeys", []))
    return [names(table["StorageDescriptor"]["Columns"]) + ("|" + keys if keys else "")]


@verb(r"list databases")
def list_databases(lake, who):
    return [database["Name"] for database in pages(lake.client(who, "glue"), "get_databases", "DatabaseList")]


@verb(r"list tables of (\S+)")
def list_tables(lake, who, database):
    return [table["Name"] for table in pages(lake.client(who, "glue"), "get_tables", "TableList", DatabaseName=database)]


# Locations, settings, opt-ins

@verb(r"register s3://(\S+?)( by a role)?( hybrid)?")
def register(lake, who, path, role, hybrid):
    how = {"RoleArn": lake.arn("Registrar")} if role else {"UseServiceLinkedRole": True}
    lake.client(who, "lakeformation").register_resource(ResourceArn="arn:aws:s3:::" + path, HybridAccessEnabled=bool(hybrid), **how)


@verb(r"reregister s3://(\S+) hybrid")
def reregister(lake, who, path):
    lake.client(who, "lakeformation").update_resource(
        ResourceArn="arn:aws:s3:::" + path, RoleArn=lake.arn("Registrar"), HybridAccessEnabled=True)


@verb(r"set (\w+) to (.*)")
def put_setting(lake, who, name, value):
    """A setting of the data lake; the others stay as they are."""
    client = lake.client(who, "lakeformation")
    settings = lake.client("admin", "lakeformation").get_data_lake_settings()["DataLakeSettings"]
    if name == "CROSS_ACCOUNT_VERSION":
        settings["Parameters"] = {**settings.get("Parameters", {}), name: value}
    elif value in ("true", "false"):
        settings[name] = value == "true"
    else:
        names = [part for part in spread(value).split(",") if part]
        settings[name] = names if name == "AuthorizedSessionTagValueList" else [
            {"DataLakePrincipalIdentifier": lake.arn(part)} for part in names]
    client.put_data_lake_settings(DataLakeSettings=settings)


@verb(r"opt (in|out) (\S+) on (.+)")
def opt(lake, who, way, whom, what):
    client = lake.client(who, "lakeformation")
    call = client.create_lake_formation_opt_in if way == "in" else client.delete_lake_formation_opt_in
    call(Principal={"DataLakePrincipalIdentifier": lake.arn(whom)}, Resource=thing(lake, what))


@verb(r"list opt-ins")
def list_opt_ins(lake, who):
    return [f"{lake.name(item['Principal']['DataLakePrincipalIdentifier'])} on {words(item['Resource'])}"
            for item in pages(lake.client(who, "lakeformation"), "list_lake_formation_opt_ins", "LakeFormationOptInsInfoList")]


# LF-Tags and expressions

@verb(r"create tags? (.+)")
def create_tags(lake, who, text):
    for tag in conditions(text):
        lake.client(who, "lakeformation").create_lf_tag(**tag)


@verb(r"change tag (\w+)((?: [+-]\w+)+)")
def change_tag(lake, who, key, changes):
    add, delete = re.findall(r"\+(\w+)", changes), re.findall(r"-(\w+)", changes)
    lake.client(who, "lakeformation").update_lf_tag(
        TagKey=key, **({"TagValuesToAdd": add} if add else {}), **({"TagValuesToDelete": delete} if delete else {}))


@verb(r"delete tag (\w+)")
def delete_tag(lake, who, key):
    lake.client(who, "lakeformation").delete_lf_tag(TagKey=key)


@verb(r"show tag (\w+)")
def show_tag(lake, who, key):
    return [",".join(sorted(lake.client(who, "lakeformation").get_lf_tag(TagKey=key)["TagValues"]))]


@verb(r"list tags")
def list_tags(lake, who):
    return pairs(pages(lake.client(who, "lakeformation"), "list_lf_tags", "LFTags"))


def pairs(tags):
    return [f"{tag['TagKey']}={','.join(sorted(tag['TagValues']))}" for tag in tags]


@verb(r"tag (.+?) with (.+)")
def tag(lake, who, what, text):
    return failures(lake.client(who, "lakeformation").add_lf_tags_to_resource(Resource=thing(lake, what), LFTags=conditions(text)))


@verb(r"untag (.+?) of (\w+=\w+)")
def untag(lake, who, what, text):
    return failures(lake.client(who, "lakeformation").remove_lf_tags_from_resource(Resource=thing(lake, what), LFTags=conditions(text)))


def failures(answer):
    return [CODES.get(failure["Error"]["ErrorCode"], failure["Error"]["ErrorCode"]) for failure in answer.get("Failures", [])][:1] or None


@verb(r"show tags of (.+)")
def show_tags(lake, who, what):
    answer = lake.client(who, "lakeformation").get_resource_lf_tags(Resource=thing(lake, what))
    if what.startswith("columns"):
        return [line for column in answer.get("LFTagsOnColumns", []) for line in pairs(column["LFTags"])]
    return pairs(answer.get("LFTagsOnTable" if what.startswith("table") else "LFTagOnDatabase", []))


@verb(r"find (databases|tables) tagged (.+)")
def find_tagged(lake, who, kind, text):
    client = lake.client(who, "lakeformation")
    if kind == "databases":
        return [item["Database"]["Name"] for item in pages(
            client, "search_databases_by_lf_tags", "DatabaseList", Expression=conditions(text))]
    return [f"{item['Table']['DatabaseName']}.{item['Table']['Name']}" for item in pages(
        client, "search_tables_by_lf_tags", "TableList", Expression=conditions(text))]


@verb(r"(save|change) expression (\w+) as (.+)")
def save_expression(lake, who, how, name, text):
    client = lake.client(who, "lakeformation")
    (client.create_lf_tag_expression if how == "save" else client.update_lf_tag_expression)(Name=name, Expression=conditions(text))


@verb(r"delete expression (\w+)")
def delete_expression(lake, who, name):
    lake.client(who, "lakeformation").delete_lf_tag_expression(Name=name)


@verb(r"show expression (\w+)")
def show_expression(lake, who, name):
    return [";".join(sorted(pairs(lake.client(who, "lakeformation").get_lf_tag_expression(Name=name)["Expression"])))]


@verb(r"list expressions")
def list_expressions(lake, who):
    return [item["Name"] for item in pages(lake.client(who, "lakeformation"), "list_lf_tag_expressions", "LFTagExpressions")]


# Data filters

@verb(r"(create|change) filter (\w+) of (\S+) with (.+?)(?: where (.+))?")
def save_filter(lake, who, how, name, table, columns, rows):
    if rows and re.fullmatch(r"x\{\d+\}", rows):
        rows = "day = '" + "x" * int(rows[2:-1]) + "'"
    data = {**of_filter(lake, name, table), **columns_of(columns),
            "RowFilter": {"FilterExpression": rows} if rows else {"AllRowsWildcard": {}}}
    client = lake.client(who, "lakeformation")
    (client.create_data_cells_filter if how == "create" else client.update_data_cells_filter)(TableData=data)


@verb(r"drop filter (\w+) of (\S+)")
def drop_filter(lake, who, name, table):
    lake.client(who, "lakeformation").delete_data_cells_filter(**of_filter(lake, name, table))


@verb(r"show filter (\w+) of (\S+)")
def show_filter(lake, who, name, table):
    lake.client(who, "lakeformation").get_data_cells_filter(**of_filter(lake, name, table))


@verb(r"list filters of (\S+)")
def list_filters(lake, who, table):
    return [item["Name"] for item in pages(lake.client(who, "lakeformation"), "list_data_cells_filter", "DataCellsFilters",
                                           Table={"CatalogId": lake.account, **of_table(table)})]


# Data

@verb(r"ask for keys to (\S+)(?: for ([A-Z,]+))?(?: cutting (nothing|columns))?")
def ask_keys(lake, who, table, permissions, cutting):
    keys(lake, who, table, (permissions or "SELECT").split(","), {"nothing": [], "columns": FILTERING[:1], None: FILTERING}[cutting])


@verb(r"use keys to (\S+) for ([A-Z,]+) at s3://([^/]+)/(\S+)")
def use_keys(lake, who, table, permissions, bucket, key):
    """What the keys open: the object that lies there is read, and one is put beside it."""
    opened = lake.open("s3", credentials(keys(lake, who, table, permissions.split(","), FILTERING)))
    done = []
    for name, call in (("read", lambda: opened.get_object(Bucket=bucket, Key=key)["Body"].read()),
                       ("write", lambda: opened.put_object(Bucket=bucket, Key=key + ".new", Body=b"x"))):
        try:
            call()
            done.append(name)
        except botocore.exceptions.ClientError:
            pass
    return [",".join(done)]


def keys(lake, who, table, permissions, supported):
    database, name = table.split(".")
    arguments = {"SupportedPermissionTypes": supported} if supported else {}
    return lake.client(who, "lakeformation").get_temporary_glue_table_credentials(
        TableArn=f"arn:aws:glue:{lake.region}:{lake.account}:table/{database}/{name}", Permissions=permissions, **arguments)


@verb(r"put s3://([^/]+)/(\S+)")
def put_object(lake, who, bucket, key):
    client = lake.client(who, "s3")
    client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": lake.region})
    client.put_object(Bucket=bucket, Key=key, Body=b"x")


def unfiltered(lake, who, table):
    database, name = table.split(".")
    # Not by an old model, which would drop members of the answer.
    return lake.client(who, "glue").send("GetUnfilteredTableMetadata", {
        "CatalogId": lake.account, "DatabaseName": database, "Name": name, "SupportedPermissionTypes": FILTERING})


@verb(r"ask for the rows of (\S+)")
def rows(lake, who, table):
    return [unfiltered(lake, who, table).get("RowFilter", "all")]


# May somebody do something? It is tried.

@verb(r"may (\w+) on (.+)")
def may(lake, who, permission, what):
    try:
        lake.tell(attempt(who, permission, what))
    except botocore.exceptions.ClientError as error:
        if word(error) != "denied":
            raise
        return ["no"]
    if permission != "SELECT":
        return ["yes"]
    table = what.split(" ")[-1]
    columns = unfiltered(lake, who + " with engine", table)["AuthorizedColumns"]
    whole = lake.client("admin", "glue").get_table(DatabaseName=table.split(".")[0], Name=table.split(".")[1])["Table"]
    names = [column["Name"] for column in whole["StorageDescriptor"]["Columns"] + whole.get("PartitionKeys", [])]
    return ["yes"] if sorted(columns) == sorted(names) else ["yes " + ",".join(name for name in names if name in columns)]


def attempt(who, permission, what):
    """The sentence that does what the permission is for."""
    kind, name = what.split(" ")[0], what.split(" ")[-1]
    if kind == "location":
        return f"{who}: create table sales.tried (a:int) at {name}"
    if permission in ("SELECT", "INSERT", "DELETE"):
        return f"{who} with engine: ask for keys to {name} for {permission}"
    return who + ": " + {
        ("catalog", "CREATE_DATABASE"): "create database tried",
        ("catalog", "CREATE_LF_TAG"): "create tag tried=x",
        ("database", "DESCRIBE"): "show database {0}",
        ("database", "ALTER"): "alter database {0}",
        ("database", "DROP"): "drop database {0}",
        ("database", "CREATE_TABLE"): "create table {0}.tried (a:int)",
        ("table", "DESCRIBE"): "show table {0}",
        ("table", "ALTER"): "alter table {0}",
        ("table", "DROP"): "drop table {0}",
    }[kind, permission].format(name)


def main(phase, cases, answers):
    with open(cases, encoding="utf-8") as file:
        todo = json.load(file)
    told = {}
    for case in todo:
        lake = Lake(case)
        if phase == "given":
            wrong = [f"{sentence}: {line}" for sentence in case["given"] for line in lake.speak(sentence) if line != "ok"]
            told[case["id"]] = wrong
        else:
            told[case["id"]] = lake.speak(case["ask"])
    with open(answers, "w", encoding="utf-8") as file:
        json.dump(told, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
