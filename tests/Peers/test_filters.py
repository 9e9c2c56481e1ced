import unittest
import uuid

import botocore.exceptions

from lake import ACCOUNT, ANALYST, REGION, PeerTestCase, client, client_as_analyst, client_as_engine, open_to_engines


def knows(method):
    """Skips a test where boto3 is too old for what it calls."""
    return unittest.skipUnless(hasattr(client("lakeformation"), method), f"This boto3 has no {method}.")


class DataFilters(PeerTestCase):
    """Data cells filters, as scripts with boto3 use them."""

    def setUp(self):
        self.glue, self.lake = client("glue"), client("lakeformation")
        self.name = "d" + uuid.uuid4().hex
        self.glue.create_database(DatabaseInput={"Name": self.name})
        self.glue.create_table(DatabaseName=self.name, TableInput={
            "Name": "orders", "PartitionKeys": [{"Name": "year", "Type": "int"}],
            "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "int"}, {"Name": "country", "Type": "string"}],
                                  "Location": f"s3://{self.name}/orders/"}})
        self.place = {"TableCatalogId": ACCOUNT, "DatabaseName": self.name, "TableName": "orders"}
        self.table = {"CatalogId": ACCOUNT, "DatabaseName": self.name, "Name": "orders"}

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def data(self, name, rows=None, columns=None):
        shown = {"ColumnNames": columns} if columns else {"ColumnWildcard": {}}
        return {**self.place, "Name": name, "RowFilter": {"FilterExpression": rows} if rows else {"AllRowsWildcard": {}}, **shown}

    def create(self, *arguments):
        self.lake.create_data_cells_filter(TableData=self.data(*arguments))

    def listed(self, lake=None, **more):
        return [item["Name"] for item in (lake or self.lake).list_data_cells_filter(Table=self.table, **more)["DataCellsFilters"]]

    def grant(self, name):
        self.lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["SELECT"], Resource={
            "DataCellsFilter": {**self.place, "Name": name}})

    def test_a_filter_is_made_listed_and_deleted(self):
        self.create("some", "country = 'DE' AND year > 2020", ["id"])
        self.create("all")
        filters = {item["Name"]: item for item in self.lake.list_data_cells_filter(Table=self.table)["DataCellsFilters"]}
        self.assertEqual(["id"], filters["some"]["ColumnNames"])
        self.assertEqual("country = 'DE' AND year > 2020", filters["some"]["RowFilter"]["FilterExpression"])
        self.assertIn("AllRowsWildcard", filters["all"]["RowFilter"])
        self.lake.delete_data_cells_filter(**self.place, Name="some")
        self.assertEqual(["all"], self.listed())
        self.assertEqual("EntityNotFoundException", self.code(self.lake.delete_data_cells_filter, **self.place, Name="some"))

    def test_a_list_comes_in_pages(self):
        for name in "abc":
            self.create(name)
        pages = self.lake.get_paginator("list_data_cells_filter").paginate(Table=self.table, PaginationConfig={"PageSize": 2})
        self.assertGreater(len(list(pages)), 1)
        page = self.lake.list_data_cells_filter(Table=self.table, MaxResults=2)
        rest = self.lake.list_data_cells_filter(Table=self.table, MaxResults=2, NextToken=page["NextToken"])
        self.assertEqual(["a", "b", "c"], sorted(item["Name"] for item in page["DataCellsFilters"] + rest["DataCellsFilters"]))

    def test_what_a_filter_may_not_say(self):
        self.create("f")
        self.assertEqual("AlreadyExistsException", self.code(self.lake.create_data_cells_filter, TableData=self.data("f")))
        for rows, columns in (("country = 1", None), ("none = 'x'", None), ("year IS NULL", None), (None, ["none"])):
            self.assertEqual("InvalidInputException", self.code(self.lake.create_data_cells_filter, TableData=self.data("g", rows, columns)))

    def test_a_filter_that_is_granted_shows_its_columns(self):
        self.create("f", "country = 'DE'", ["id", "year"])
        analyst = client_as_analyst("glue")
        self.assertEqual("AccessDeniedException", self.code(analyst.get_table, DatabaseName=self.name, Name="orders"))
        self.grant("f")
        table = analyst.get_table(DatabaseName=self.name, Name="orders")["Table"]
        self.assertEqual(["id"], [column["Name"] for column in table["StorageDescriptor"]["Columns"]])

    @knows("get_data_cells_filter")
    def test_a_filter_is_found(self):
        self.create("f", "id BETWEEN 1 AND 9")
        found = self.lake.get_data_cells_filter(**self.place, Name="f")["DataCellsFilter"]
        self.assertEqual("id BETWEEN 1 AND 9", found["RowFilter"]["FilterExpression"])
        self.assertEqual("EntityNotFoundException", self.code(self.lake.get_data_cells_filter, **self.place, Name="none"))

    @knows("update_data_cells_filter")
    def test_a_filter_is_changed_by_who_knows_its_version(self):
        self.create("f", "id = 1")
        version = self.lake.get_data_cells_filter(**self.place, Name="f")["DataCellsFilter"]["VersionId"]
        self.lake.update_data_cells_filter(TableData={**self.data("f", "id = 2"), "VersionId": version})
        self.assertEqual("ConcurrentModificationException", self.code(
            self.lake.update_data_cells_filter, TableData={**self.data("f", "id = 3"), "VersionId": version}))
        self.assertEqual("id = 2", self.lake.get_data_cells_filter(**self.place, Name="f")["DataCellsFilter"]["RowFilter"]["FilterExpression"])

    def test_credentials_go_to_who_carries_filters_out(self):
        client("s3").create_bucket(Bucket=self.name)
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}", UseServiceLinkedRole=True)
        self.create("f", "country = 'DE'", ["id"])
        self.grant("f")
        open_to_engines(self)
        analyst = client_as_engine("lakeformation")
        asked = {"TableArn": f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.name}/orders", "Permissions": ["SELECT"]}
        self.assertEqual("PermissionTypeMismatchException", self.code(
            analyst.get_temporary_glue_table_credentials, **asked, SupportedPermissionTypes=["COLUMN_PERMISSION"]))
        vended = analyst.get_temporary_glue_table_credentials(**asked, SupportedPermissionTypes=["COLUMN_PERMISSION", "CELL_FILTER_PERMISSION"])
        self.assertTrue(vended["SessionToken"])


if __name__ == "__main__":
    unittest.main()
