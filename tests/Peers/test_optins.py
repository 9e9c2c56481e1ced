import unittest
import uuid

import botocore.exceptions

from lake import ACCOUNT, ANALYST, REGION, PeerTestCase, client, client_as_analyst, client_with, open_to_engines

EVERYONE = "IAM_ALLOWED_PRINCIPALS"


def knows(method):
    """Skips a test where boto3 is too old for what it calls."""
    return unittest.skipUnless(hasattr(client("lakeformation"), method), f"This boto3 has no {method}.")


class OptIns(PeerTestCase):
    """Hybrid access and temporary credentials, as scripts with boto3 use them."""

    def setUp(self):
        self.glue, self.lake, self.s3 = client("glue"), client("lakeformation"), client("s3")
        self.name = "d" + uuid.uuid4().hex
        self.s3.create_bucket(Bucket=self.name)
        for day in "12":
            self.s3.put_object(Bucket=self.name, Key=f"orders/day={day}/1.csv", Body=day.encode())
        self.glue.create_database(DatabaseInput={"Name": self.name})
        self.glue.create_table(DatabaseName=self.name, TableInput={
            "Name": "orders", "PartitionKeys": [{"Name": "day", "Type": "string"}],
            "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "int"}], "Location": f"s3://{self.name}/orders/"}})
        self.glue.create_partition(DatabaseName=self.name, TableName="orders", PartitionInput={
            "Values": ["1"], "StorageDescriptor": {"Location": f"s3://{self.name}/orders/day=1/"}})
        self.table = {"Table": {"DatabaseName": self.name, "Name": "orders"}}
        self.all_tables = {"Table": {"DatabaseName": self.name, "TableWildcard": {}}}
        self.arn = f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.name}/orders"

    def register(self, **options):
        self.lake.register_resource(ResourceArn=f"arn:aws:s3:::{self.name}", UseServiceLinkedRole=True, **options)

    def grant(self, permissions, principal=ANALYST):
        self.lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": principal}, Permissions=permissions, Resource=self.table)

    def opt_in(self, resource):
        self.lake.create_lake_formation_opt_in(Principal={"DataLakePrincipalIdentifier": ANALYST}, Resource=resource)

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def opens(self, keys):
        vended = client_with(keys, "s3")
        self.assertEqual(b"1", vended.get_object(Bucket=self.name, Key="orders/day=1/1.csv")["Body"].read())
        self.assertEqual("AccessDenied", self.code(vended.get_object, Bucket=self.name, Key="orders/day=2/1.csv"))

    @knows("create_lake_formation_opt_in")
    def test_opt_ins_are_made_listed_and_deleted(self):
        database = {"Database": {"Name": self.name}}
        for resource in (database, self.table, self.all_tables):
            self.opt_in(resource)
        self.assertEqual("InvalidInputException", self.code(
            self.lake.create_lake_formation_opt_in, Principal={"DataLakePrincipalIdentifier": ANALYST}, Resource=self.table))
        mine = {"Principal": {"DataLakePrincipalIdentifier": ANALYST}, "MaxResults": 2}
        page = self.lake.list_lake_formation_opt_ins(**mine)
        listed = [entry["Resource"] for entry in page["LakeFormationOptInsInfoList"]]
        self.assertEqual(2, len(listed))
        while "NextToken" in page:
            page = self.lake.list_lake_formation_opt_ins(**mine, NextToken=page["NextToken"])
            listed += [entry["Resource"] for entry in page["LakeFormationOptInsInfoList"]]
        self.assertIn({"Database": {"CatalogId": ACCOUNT, "Name": self.name}}, listed)
        one = self.lake.list_lake_formation_opt_ins(Resource=self.table)["LakeFormationOptInsInfoList"]
        self.assertEqual([ANALYST], [entry["Principal"]["DataLakePrincipalIdentifier"] for entry in one])
        for resource in (database, self.table, self.all_tables):
            self.lake.delete_lake_formation_opt_in(Principal={"DataLakePrincipalIdentifier": ANALYST}, Resource=resource)
        self.assertEqual([], self.lake.list_lake_formation_opt_ins(Resource=self.table)["LakeFormationOptInsInfoList"])

    @knows("create_lake_formation_opt_in")
    def test_hybrid_access_guards_who_is_opted_in(self):
        open_to_engines(self)
        self.register(HybridAccessEnabled=True)
        self.grant(["ALL"], EVERYONE)
        self.grant(["SELECT"])
        analyst = client_as_analyst("lakeformation")
        self.assertEqual("AccessDeniedException", self.code(analyst.get_temporary_glue_table_credentials, TableArn=self.arn))
        self.assertEqual(b"2", client_as_analyst("s3").get_object(Bucket=self.name, Key="orders/day=2/1.csv")["Body"].read())
        self.opt_in(self.table)
        self.assertTrue(client_as_analyst("glue").get_table(DatabaseName=self.name, Name="orders")["Table"]["IsRegisteredWithLakeFormation"])
        keys = analyst.get_temporary_glue_table_credentials(TableArn=self.arn)
        client_with(keys, "s3").get_object(Bucket=self.name, Key="orders/day=2/1.csv")

    def test_a_partition_opens_alone(self):
        open_to_engines(self)
        self.register()
        self.grant(["SELECT"])
        analyst = client_as_analyst("lakeformation")
        self.opens(analyst.get_temporary_glue_partition_credentials(
            TableArn=self.arn, Partition={"Values": ["1"]}, DurationSeconds=900, SupportedPermissionTypes=["COLUMN_PERMISSION"]))
        self.assertEqual("ValidationException", self.code(
            client_as_analyst("lakeformation", parameter_validation=False).get_temporary_glue_table_credentials,
            TableArn=self.arn, DurationSeconds=899, SupportedPermissionTypes=["COLUMN_PERMISSION"]))

    @knows("get_temporary_data_location_credentials")
    def test_a_location_opens_where_the_settings_allow_it_and_a_part_of_a_table(self):
        self.register()
        self.grant(["SELECT"])
        analyst = client_as_analyst("lakeformation")
        location = f"s3://{self.name}/orders/day=1/"
        self.assertEqual("AccessDeniedException", self.code(analyst.get_temporary_data_location_credentials, DataLocations=[location]))
        self.assertEqual("AccessDeniedException", self.code(analyst.get_temporary_glue_table_credentials, TableArn=self.arn))
        open_to_engines(self)
        answer = analyst.get_temporary_data_location_credentials(DataLocations=[location], CredentialsScope="READ")
        self.assertEqual((["READ"], [location]), ([answer["CredentialsScope"]], answer["AccessibleDataLocations"]))
        self.opens(answer["Credentials"])
        answer = analyst.get_temporary_glue_table_credentials(TableArn=self.arn, S3Path=f"s3://{self.name}/orders/day=1/")
        self.assertEqual([f"s3://{self.name}/orders/day=1/"], answer["VendedS3Path"])
        self.opens(answer)
        self.assertEqual("AccessDeniedException", self.code(
            analyst.get_temporary_data_location_credentials, DataLocations=[location], CredentialsScope="READWRITE"))


if __name__ == "__main__":
    unittest.main()
