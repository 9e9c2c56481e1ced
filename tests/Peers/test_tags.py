import unittest
import uuid

import botocore.exceptions

from lake import ACCOUNT, ANALYST, PeerTestCase, client, client_as_analyst

COLUMNS = [{"Name": "id", "Type": "int"}, {"Name": "card", "Type": "string"}]


class Tags(PeerTestCase):
    """LF-Tags, as scripts with boto3 use them."""

    def setUp(self):
        self.glue, self.lake = client("glue"), client("lakeformation")
        self.name = uuid.uuid4().hex
        self.database, self.key = "d" + self.name, "k" + self.name
        self.glue.create_database(DatabaseInput={"Name": self.database})
        self.glue.create_table(DatabaseName=self.database, TableInput={"Name": "orders", "StorageDescriptor": {"Columns": COLUMNS}})
        self.on_database = {"Database": {"Name": self.database}}
        self.on_table = {"Table": {"DatabaseName": self.database, "Name": "orders"}}
        self.on_card = {"TableWithColumns": {"DatabaseName": self.database, "Name": "orders", "ColumnNames": ["card"]}}
        self.lake.create_lf_tag(TagKey=self.key, TagValues=["A", "b"])

    def pair(self, *values):
        return {"CatalogId": ACCOUNT, "TagKey": self.key, "TagValues": list(values)}

    def put(self, resource, value):
        self.assertEqual([], self.lake.add_lf_tags_to_resource(Resource=resource, LFTags=[self.pair(value)])["Failures"])

    def grant(self, resource, *permissions):
        self.lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=list(permissions), Resource=resource)

    def policy(self, *values):
        return {"LFTagPolicy": {"ResourceType": "TABLE", "Expression": [{"TagKey": self.key, "TagValues": list(values)}]}}

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def test_a_tag_is_made_changed_listed_and_removed(self):
        self.assertEqual(["a", "b"], self.lake.get_lf_tag(TagKey=self.key)["TagValues"])
        self.lake.update_lf_tag(TagKey=self.key, TagValuesToAdd=["c"], TagValuesToDelete=["a"])
        pages = self.lake.get_paginator("list_lf_tags").paginate(PaginationConfig={"PageSize": 1})
        self.assertEqual([["b", "c"]], [tag["TagValues"] for page in pages for tag in page["LFTags"] if tag["TagKey"] == self.key])
        self.lake.delete_lf_tag(TagKey=self.key)
        self.assertEqual("EntityNotFoundException", self.code(self.lake.get_lf_tag, TagKey=self.key))
        self.assertEqual("AccessDeniedException", self.code(client_as_analyst("lakeformation").create_lf_tag, TagKey=self.key, TagValues=["a"]))

    # What getmoto/moto's tests saw on AWS.
    def test_tags_on_a_resource(self):
        failures = self.lake.add_lf_tags_to_resource(Resource=self.on_database, LFTags=[{"TagKey": "unknown", "TagValues": ["x"]}])["Failures"]
        self.assertEqual([{
            "LFTag": {"CatalogId": ACCOUNT, "TagKey": "unknown", "TagValues": ["x"]},
            "Error": {"ErrorCode": "EntityNotFoundException", "ErrorMessage": "Tag or tag value does not exist."}}], failures)
        for resource, member in ((self.on_database, "LFTagOnDatabase"), (self.on_table, "LFTagsOnTable"), (self.on_card, "LFTagsOnColumns")):
            def shown():
                answer = self.lake.get_resource_lf_tags(Resource=resource, ShowAssignedLFTags=True).get(member)
                return answer[0]["LFTags"] if answer and "LFTags" in answer[0] else answer
            self.put(resource, "a")
            self.put(resource, "b")
            self.assertEqual([self.pair("b")], shown())
            self.lake.remove_lf_tags_from_resource(Resource=resource, LFTags=[self.pair("b")])
            self.assertIsNone(shown())
            self.put(resource, "a")
            self.assertEqual([self.pair("a")], shown())
        self.assertEqual("InvalidInputException", self.code(self.lake.update_lf_tag, TagKey=self.key, TagValuesToDelete=["a"]))
        self.lake.delete_lf_tag(TagKey=self.key)
        self.assertNotIn("LFTagOnDatabase", self.lake.get_resource_lf_tags(Resource=self.on_database))

    def test_a_grant_opens_what_matches(self):
        analyst = client_as_analyst("glue")
        self.grant(self.policy("a"), "SELECT")
        self.put(self.on_database, "a")
        self.put(self.on_card, "b")
        table = analyst.get_table(DatabaseName=self.database, Name="orders")["Table"]
        self.assertEqual(["id"], [column["Name"] for column in table["StorageDescriptor"]["Columns"]])
        self.put(self.on_table, "b")
        self.assertEqual("AccessDeniedException", self.code(analyst.get_table, DatabaseName=self.database, Name="orders"))

    def test_searches_see_inherited_tags(self):
        self.put(self.on_database, "a")
        self.put(self.on_card, "b")
        expression = [{"TagKey": self.key, "TagValues": ["a"]}]
        for operation, member in (("search_databases_by_lf_tags", "DatabaseList"), ("search_tables_by_lf_tags", "TableList")):
            pages = self.lake.get_paginator(operation).paginate(Expression=expression, PaginationConfig={"PageSize": 1})
            self.assertEqual(1, sum(len(page[member]) for page in pages))
        databases = self.lake.search_databases_by_lf_tags(Expression=expression)["DatabaseList"]
        self.assertEqual([(self.database, [self.pair("a")])], [(found["Database"]["Name"], found["LFTags"]) for found in databases])
        table, = self.lake.search_tables_by_lf_tags(Expression=expression)["TableList"]
        self.assertEqual([self.pair("a")], table["LFTagsOnTable"])
        self.assertEqual([{"Name": "card", "LFTags": [self.pair("b")]}], table["LFTagsOnColumns"])

    def test_a_named_expression(self):
        if not hasattr(self.lake, "create_lf_tag_expression"):
            self.skipTest("this boto3 is older than named expressions")
        body = [{"TagKey": self.key, "TagValues": ["a"]}]
        self.lake.create_lf_tag_expression(Name=self.name, Description="of a peer", Expression=body)
        self.assertEqual({"Name": self.name, "Description": "of a peer", "CatalogId": ACCOUNT, "Expression": body},
                         {key: value for key, value in self.lake.get_lf_tag_expression(Name=self.name).items() if key != "ResponseMetadata"})
        self.assertIn(self.name, [found["Name"] for found in self.lake.list_lf_tag_expressions()["LFTagExpressions"]])
        self.put(self.on_table, "a")
        self.grant({"LFTagPolicy": {"ResourceType": "TABLE", "ExpressionName": self.name}}, "SELECT")
        analyst = client_as_analyst("glue")
        analyst.get_table(DatabaseName=self.database, Name="orders")
        self.lake.update_lf_tag_expression(Name=self.name, Expression=[{"TagKey": self.key, "TagValues": ["b"]}])
        self.assertEqual("AccessDeniedException", self.code(analyst.get_table, DatabaseName=self.database, Name="orders"))
        self.lake.delete_lf_tag_expression(Name=self.name)
        self.assertEqual("EntityNotFoundException", self.code(self.lake.get_lf_tag_expression, Name=self.name))

    def test_grants_on_tags_are_listed(self):
        tag = {"LFTag": {"TagKey": self.key, "TagValues": ["a"]}}
        self.grant(tag, "ASSOCIATE", "DESCRIBE")
        self.grant(self.policy("a", "b"), "SELECT")
        listed, = self.lake.list_permissions(Resource=tag)["PrincipalResourcePermissions"]
        self.assertEqual({"DESCRIBE", "ASSOCIATE"}, set(listed["Permissions"]))
        self.assertEqual([], self.lake.list_permissions(Resource={"LFTag": {"TagKey": self.key, "TagValues": ["b"]}})["PrincipalResourcePermissions"])
        listed, = self.lake.list_permissions(Resource=self.policy("a", "b"))["PrincipalResourcePermissions"]
        self.assertEqual(["SELECT"], listed["Permissions"])
        self.lake.revoke_permissions(Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["SELECT"], Resource=self.policy("a", "b"))
        self.assertEqual([], self.lake.list_permissions(Resource=self.policy("a", "b"))["PrincipalResourcePermissions"])
        self.assertEqual("EntityNotFoundException", self.code(
            self.lake.grant_permissions, Principal={"DataLakePrincipalIdentifier": ANALYST}, Permissions=["DESCRIBE"],
            Resource={"LFTag": {"TagKey": self.key, "TagValues": ["nothing"]}}))


if __name__ == "__main__":
    unittest.main()
