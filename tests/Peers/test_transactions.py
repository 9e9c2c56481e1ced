import unittest
import uuid

from lake import ACCOUNT, PeerTestCase, client, client_as_analyst


class Transactions(PeerTestCase):
    @classmethod
    def setUpClass(cls):
        cls.lake = client("lakeformation")

    def start(self):
        return self.lake.start_transaction(TransactionType="READ_AND_WRITE")["TransactionId"]

    def status(self, transaction):
        return self.lake.describe_transaction(TransactionId=transaction)["TransactionDescription"]["TransactionStatus"]

    def test_a_transaction_ends_one_way(self):
        committed, canceled = self.start(), self.start()
        self.lake.extend_transaction(TransactionId=committed)
        for _ in range(2):
            self.assertEqual("COMMITTED", self.lake.commit_transaction(TransactionId=committed)["TransactionStatus"])
            self.lake.cancel_transaction(TransactionId=canceled)
        self.assertEqual(["COMMITTED", "ABORTED"], [self.status(committed), self.status(canceled)])
        self.assertIn("TransactionEndTime", self.lake.describe_transaction(TransactionId=canceled)["TransactionDescription"])
        self.assert_code("TransactionCanceledException", self.lake.commit_transaction, TransactionId=canceled)
        self.assert_code("TransactionCommittedException", self.lake.cancel_transaction, TransactionId=committed)
        self.assert_code("TransactionCommittedException", self.lake.extend_transaction, TransactionId=committed)
        self.assert_code("TransactionCanceledException", self.lake.extend_transaction, TransactionId=canceled)
        self.assert_code("EntityNotFoundException", self.lake.describe_transaction, TransactionId="none")

    def test_transactions_are_listed_in_pages_by_status(self):
        made = [self.start() for _ in range(3)]
        self.lake.commit_transaction(TransactionId=made[1])
        listed, token = [], {}
        while token is not None:
            page = self.lake.list_transactions(MaxResults=1, StatusFilter="ACTIVE", **token)
            listed += [item["TransactionId"] for item in page["Transactions"]]
            token = {"NextToken": page["NextToken"]} if "NextToken" in page else None
        self.assertEqual([made[0], made[2]], [item for item in listed if item in made])
        completed = [item["TransactionId"] for item in self.lake.list_transactions(StatusFilter="COMPLETED")["Transactions"]]
        self.assertEqual([made[1]], [item for item in completed if item in made])

    def test_no_table_is_governed(self):
        name, glue, transaction = "d" + uuid.uuid4().hex, client("glue"), self.start()
        glue.create_database(DatabaseInput={"Name": name})
        glue.create_table(DatabaseName=name, TableInput={"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "id", "Type": "int"}]}})
        table = {"DatabaseName": name, "TableName": "t"}
        add = [{"AddObject": {"Uri": "s3://b/k", "ETag": "e", "Size": 1}}]
        for call, more in ((self.lake.get_table_objects, {}), (self.lake.list_table_storage_optimizers, {}),
                           (self.lake.update_table_objects, {"TransactionId": transaction, "WriteOperations": add}),
                           (self.lake.delete_objects_on_cancel, {"TransactionId": transaction, "Objects": [{"Uri": "s3://b/k"}]}),
                           (self.lake.update_table_storage_optimizer, {"StorageOptimizerConfig": {"COMPACTION": {"is_enabled": "true"}}})):
            with self.subTest(call=call.__name__):
                self.assert_code("InvalidInputException", call, **table, **more)
                self.assert_code("EntityNotFoundException", call, DatabaseName=name, TableName="none", **more)
        self.assert_code("AccessDeniedException", client_as_analyst("lakeformation").get_table_objects, **table)

    @unittest.skipUnless(hasattr(client("lakeformation"), "create_lake_formation_identity_center_configuration"),
                         "This boto3 has no create_lake_formation_identity_center_configuration.")
    def test_the_identity_center_is_configured_once(self):
        lake, instance = self.lake, "arn:aws:sso:::instance/ssoins-1234567890abcdef"
        self.assert_code("EntityNotFoundException", lake.describe_lake_formation_identity_center_configuration)
        self.assert_code("AccessDeniedException", client_as_analyst("lakeformation").create_lake_formation_identity_center_configuration, InstanceArn=instance)
        recipients = [{"DataLakePrincipalIdentifier": "444455556666"}]
        application = lake.create_lake_formation_identity_center_configuration(InstanceArn=instance, ShareRecipients=recipients)["ApplicationArn"]
        self.assert_code("AlreadyExistsException", lake.create_lake_formation_identity_center_configuration, InstanceArn=instance)
        lake.update_lake_formation_identity_center_configuration(
            ApplicationStatus="ENABLED", ExternalFiltering={"Status": "ENABLED", "AuthorizedTargets": ["arn:aws:lakeformation"]})
        told = lake.describe_lake_formation_identity_center_configuration()
        self.assertEqual((ACCOUNT, instance, application), (told["CatalogId"], told["InstanceArn"], told["ApplicationArn"]))
        self.assertEqual((recipients, "ENABLED"), (told["ShareRecipients"], told["ExternalFiltering"]["Status"]))
        lake.update_lake_formation_identity_center_configuration(ShareRecipients=[])
        self.assertEqual([], lake.describe_lake_formation_identity_center_configuration()["ShareRecipients"])
        lake.delete_lake_formation_identity_center_configuration()
        self.assert_code("EntityNotFoundException", lake.delete_lake_formation_identity_center_configuration)


if __name__ == "__main__":
    unittest.main()
