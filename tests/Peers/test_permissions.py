import unittest
import uuid

import botocore.exceptions

from lake import ACCOUNT, ANALYST, REGION, PeerTestCase, aws, client, client_as_analyst, client_with, open_to_engines

COLUMNS = [{"Name": "id", "Type": "int"}, {"Name": "name", "Type": "string"}, {"Name": "card", "Type": "string"}]


class Permissions(PeerTestCase):
    """Lake Formation and the Glue catalog, as scripts with boto3 use them."""

    def setUp(self):
        self.glue, self.lake = client("glue"), client("lakeformation")
        self.database = "d" + uuid.uuid4().hex
        self.glue.create_database(DatabaseInput={"Name": self.database, "Description": "of a peer"})
        self.glue.create_table(DatabaseName=self.database, TableInput={
            "Name": "orders", "StorageDescriptor": {"Columns": COLUMNS, "Location": f"s3://{self.database}/orders/"}})

    def grant(self, permissions, resource, **more):
        self.lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=permissions, Resource=resource, **more)

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def test_columns_that_are_not_granted_are_not_seen(self):
        analyst = client_as_analyst("glue")
        self.assertEqual("AccessDeniedException", self.code(analyst.get_table, DatabaseName=self.database, Name="orders"))
        self.grant(["SELECT"], {"TableWithColumns": {"DatabaseName": self.database, "Name": "orders", "ColumnNames": ["id", "name"]}})
        table = analyst.get_table(DatabaseName=self.database, Name="orders")["Table"]
        self.assertEqual(["id", "name"], [column["Name"] for column in table["StorageDescriptor"]["Columns"]])
        self.assertEqual(["orders"], [item["Name"] for item in analyst.get_tables(DatabaseName=self.database)["TableList"]])
        self.assertIn(self.database, [item["Name"] for item in analyst.get_databases()["DatabaseList"]])

    def test_a_grant_is_listed_in_two_parts_and_revoked(self):
        table = {"Table": {"DatabaseName": self.database, "Name": "orders"}}
        self.grant(["SELECT", "ALTER"], table, PermissionsWithGrantOption=["SELECT"])
        listed = self.lake.list_permissions(Resource=table)["PrincipalResourcePermissions"]
        self.assertEqual({"Table": ["ALTER"], "TableWithColumns": ["SELECT"]}, {next(iter(entry["Resource"])): entry["Permissions"] for entry in listed})
        self.assertEqual(ANALYST, listed[0]["Principal"]["DataLakePrincipalIdentifier"])
        self.lake.revoke_permissions(Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["SELECT", "ALTER"], Resource=table)
        self.assertEqual([], self.lake.list_permissions(Resource=table)["PrincipalResourcePermissions"])
        self.assertEqual("InvalidInputException", self.code(
            self.lake.revoke_permissions, Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["SELECT"], Resource=table))

    def test_what_lake_formation_refuses(self):
        database = {"Database": {"Name": self.database}}
        principal = {"DataLakePrincipalIdentifier": ANALYST}
        for arguments in (
            {"Permissions": ["SELECT"], "Resource": database},
            {"Permissions": ["WRITE"], "Resource": {"Table": {"DatabaseName": self.database, "Name": "orders"}}},
            {"Permissions": ["DESCRIBE"], "Resource": {"Database": {"Name": self.database}, "Table": {"DatabaseName": self.database, "Name": "orders"}}},
            {"Permissions": ["SELECT"], "Resource": {"TableWithColumns": {"DatabaseName": self.database, "Name": "orders", "ColumnNames": ["nope"]}}},
        ):
            self.assertEqual("InvalidInputException", self.code(self.lake.grant_permissions, Principal=principal, **arguments))
        self.assertEqual("EntityNotFoundException", self.code(
            self.lake.grant_permissions, Principal=principal, Permissions=["SELECT"], Resource={"Table": {"DatabaseName": self.database, "Name": "nope"}}))
        analyst = client_as_analyst("lakeformation")
        self.assertEqual("AccessDeniedException", self.code(
            analyst.grant_permissions, Principal=principal, Permissions=["DESCRIBE"], Resource=database))

    def test_a_batch_fails_entry_by_entry(self):
        def entry(number, table):
            return {"Id": str(number), "Principal": {"DataLakePrincipalIdentifier": ANALYST}, "Permissions": ["SELECT"],
                    "Resource": {"Table": {"DatabaseName": self.database, "Name": table}}}
        failures = self.lake.batch_grant_permissions(Entries=[entry(1, "orders"), entry(2, "nope")])["Failures"]
        self.assertEqual([("2", "EntityNotFoundException")], [(failure["RequestEntry"]["Id"], failure["Error"]["ErrorCode"]) for failure in failures])
        self.assertEqual("InvalidInputException", self.code(self.lake.batch_grant_permissions, Entries=[entry(n, "orders") for n in range(21)]))

    def test_objects_under_a_registered_location_open_to_vended_credentials(self):
        s3 = client("s3")
        s3.create_bucket(Bucket=self.database)
        s3.put_object(Bucket=self.database, Key="orders/1.csv", Body=b"1,a,b")
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.database}", UseServiceLinkedRole=True)
        self.assertEqual("AccessDenied", self.code(client_as_analyst("s3").get_object, Bucket=self.database, Key="orders/1.csv"))
        self.grant(["SELECT"], {"Table": {"DatabaseName": self.database, "Name": "orders"}})
        arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.database}/orders"
        open_to_engines(self)
        keys = client_as_analyst("lakeformation").get_temporary_glue_table_credentials(
            TableArn=arn, Permissions=["SELECT"], SupportedPermissionTypes=["COLUMN_PERMISSION"])
        vended = client_with(keys, "s3")
        self.assertEqual(b"1,a,b", vended.get_object(Bucket=self.database, Key="orders/1.csv")["Body"].read())
        self.assertEqual("AccessDenied", self.code(vended.put_object, Bucket=self.database, Key="orders/2.csv", Body=b"x"))
        self.assertTrue(self.glue.get_table(DatabaseName=self.database, Name="orders")["Table"]["IsRegisteredWithLakeFormation"])

    def test_locations_are_registered_changed_and_given_up(self):
        arn, role = f"arn:aws:s3:::{self.database}/in", f"arn:aws:iam::{ACCOUNT}:role/Loader"
        self.lake.register_resource(ResourceArn=arn, RoleArn=role)
        self.assertEqual("AlreadyExistsException", self.code(self.lake.register_resource, ResourceArn=arn, UseServiceLinkedRole=True))
        self.lake.update_resource(ResourceArn=arn, RoleArn=role + "2")
        self.assertEqual(role + "2", self.lake.describe_resource(ResourceArn=arn)["ResourceInfo"]["RoleArn"])
        found = self.lake.list_resources(FilterConditionList=[{"Field": "RESOURCE_ARN", "ComparisonOperator": "EQ", "StringValueList": [arn]}])
        self.assertEqual([arn], [item["ResourceArn"] for item in found["ResourceInfoList"]])
        location = {"DataLocation": {"ResourceArn": arn}}
        self.grant(["DATA_LOCATION_ACCESS"], location)
        paths = self.lake.get_effective_permissions_for_path(ResourceArn=arn)["Permissions"]
        self.assertEqual([(ANALYST, ["DATA_LOCATION_ACCESS"])], [(item["Principal"]["DataLakePrincipalIdentifier"], item["Permissions"]) for item in paths])
        self.lake.deregister_resource(ResourceArn=arn)
        self.assertEqual("EntityNotFoundException", self.code(self.lake.describe_resource, ResourceArn=arn))

    def test_a_batch_of_revokes_fails_entry_by_entry(self):
        table = {"Table": {"DatabaseName": self.database, "Name": "orders"}}
        self.grant(["ALTER"], table)
        entries = [{"Id": permission, "Principal": {"DataLakePrincipalIdentifier": ANALYST}, "Permissions": [permission], "Resource": table}
                   for permission in ("ALTER", "DROP")]
        failures = self.lake.batch_revoke_permissions(Entries=entries)["Failures"]
        self.assertEqual(["DROP"], [failure["RequestEntry"]["Id"] for failure in failures])
        self.assertEqual([], self.lake.list_permissions(Resource=table)["PrincipalResourcePermissions"])

    def test_settings_are_put_whole(self):
        settings = self.lake.get_data_lake_settings()["DataLakeSettings"]
        self.lake.put_data_lake_settings(DataLakeSettings=dict(settings, Parameters={"CROSS_ACCOUNT_VERSION": "4"}))
        self.assertEqual("4", self.lake.get_data_lake_settings()["DataLakeSettings"]["Parameters"]["CROSS_ACCOUNT_VERSION"])
        self.assertEqual("AccessDeniedException", self.code(client_as_analyst("lakeformation").put_data_lake_settings, DataLakeSettings=settings))

    def test_lists_are_paged(self):
        for number in range(5):
            self.glue.create_table(DatabaseName=self.database, TableInput={"Name": f"t{number}", "StorageDescriptor": {"Columns": COLUMNS}})
        pages = list(self.glue.get_paginator("get_tables").paginate(DatabaseName=self.database, PaginationConfig={"PageSize": 2}))
        self.assertEqual([2, 2, 2], [len(page["TableList"]) for page in pages])

    def test_the_aws_cli_reads_the_settings(self):
        settings = aws("lakeformation", "get-data-lake-settings")["DataLakeSettings"]
        self.assertEqual([f"arn:aws:iam::{ACCOUNT}:role/LakeAdmin"], [admin["DataLakePrincipalIdentifier"] for admin in settings["DataLakeAdmins"]])


if __name__ == "__main__":
    unittest.main()
