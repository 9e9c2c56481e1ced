import uuid

import botocore.exceptions

from lake import ACCOUNT, OTHER_ACCOUNT, REGION, PeerTestCase, client, client_of_other

TABLE = {"StorageDescriptor": {"Columns": [{"Name": "id", "Type": "int"}, {"Name": "name", "Type": "string"}]}}


class Shares(PeerTestCase):
    """What one account shares with another by Lake Formation, and how the other takes it."""

    def setUp(self):
        self.glue, self.lake, self.ram = client("glue"), client("lakeformation"), client("ram")
        self.other_glue, self.other_lake, self.other_ram = (client_of_other(name) for name in ("glue", "lakeformation", "ram"))
        self.name = "d" + uuid.uuid4().hex
        self.glue.create_database(DatabaseInput={"Name": self.name})
        self.glue.create_table(DatabaseName=self.name, TableInput={"Name": "orders", **TABLE})
        self.table = {"Table": {"DatabaseName": self.name, "Name": "orders"}}
        self.addCleanup(self.glue.delete_database, Name=self.name)

    def grant(self, **more):
        self.lake.grant_permissions(Principal={"DataLakePrincipalIdentifier": OTHER_ACCOUNT}, Permissions=["SELECT"],
                                    PermissionsWithGrantOption=["SELECT"], Resource=self.table, **more)

    def code(self, call, **arguments):
        with self.assertRaises(botocore.exceptions.ClientError) as caught:
            call(**arguments)
        return caught.exception.response["Error"]["Code"]

    def pages(self, peer, operation, member, **arguments):
        pages = peer.get_paginator(operation).paginate(PaginationConfig={"PageSize": 1}, **arguments)
        return [item for page in pages for item in page[member]]

    def invitation(self):
        return [item for item in self.pages(self.other_ram, "get_resource_share_invitations", "resourceShareInvitations")
                if item["status"] == "PENDING"][0]

    def test_accepted(self):
        self.grant()
        invitation = self.invitation()
        self.assertEqual((ACCOUNT, OTHER_ACCOUNT), (invitation["senderAccountId"], invitation["receiverAccountId"]))
        arn = invitation["resourceShareInvitationArn"]
        pending = self.other_ram.list_pending_invitation_resources(resourceShareInvitationArn=arn)["resources"]
        table = f"arn:aws:glue:{REGION}:{ACCOUNT}:table/{self.name}/orders"
        self.assertIn((table, "glue:Table"), [(item["arn"], item["type"]) for item in pending])
        named = dict(CatalogId=ACCOUNT, DatabaseName=self.name, Name="orders")
        self.assertEqual("AccessDeniedException", self.code(self.other_glue.get_table, **named))
        accepted = self.other_ram.accept_resource_share_invitation(resourceShareInvitationArn=arn)["resourceShareInvitation"]
        self.assertEqual("ACCEPTED", accepted["status"])
        self.assertEqual("ResourceShareInvitationAlreadyAcceptedException",
                         self.code(self.other_ram.accept_resource_share_invitation, resourceShareInvitationArn=arn))
        self.assertEqual([], self.other_ram.list_pending_invitation_resources(resourceShareInvitationArn=arn)["resources"])
        self.assertEqual(ACCOUNT, self.other_glue.get_table(**named)["Table"]["CatalogId"])
        share = invitation["resourceShareArn"]
        for peer, owner in (self.ram, "SELF"), (self.other_ram, "OTHER-ACCOUNTS"):
            shares = self.pages(peer, "get_resource_shares", "resourceShares", resourceOwner=owner, resourceShareArns=[share])
            self.assertEqual([("ACTIVE", ACCOUNT)], [(item["status"], item["owningAccountId"]) for item in shares])
            resources = self.pages(peer, "list_resources", "resources", resourceOwner=owner, resourceType="glue:Table")
            self.assertIn((table, share), [(item["arn"], item["resourceShareArn"]) for item in resources])
        listed = self.lake.list_permissions(Resource=self.table)["PrincipalResourcePermissions"]
        shared = [item for item in listed if item["Principal"]["DataLakePrincipalIdentifier"] == OTHER_ACCOUNT]
        self.assertEqual([[share]], [item["AdditionalDetails"]["ResourceShare"] for item in shared])

    def test_found(self):
        self.grant()
        arn = self.invitation()["resourceShareInvitationArn"]
        self.other_ram.accept_resource_share_invitation(resourceShareInvitationArn=arn)
        foreign = [database for page in self.other_glue.get_paginator("get_databases").paginate(ResourceShareType="FOREIGN")
                   for database in page["DatabaseList"]]
        self.assertIn((ACCOUNT, self.name), [(database["CatalogId"], database["Name"]) for database in foreign])
        found = self.other_glue.search_tables(ResourceShareType="FOREIGN", SearchText="orders")["TableList"]
        self.assertIn((ACCOUNT, self.name, "orders"), [(table["CatalogId"], table["DatabaseName"], table["Name"]) for table in found])
        self.assertEqual([], self.other_glue.search_tables(SearchText="orders")["TableList"])
        self.assertIn(self.name, [table["DatabaseName"] for table in
                                  self.other_glue.search_tables(ResourceShareType="ALL", SearchText="orders")["TableList"]])

    def test_rejected(self):
        self.grant()
        arn = self.invitation()["resourceShareInvitationArn"]
        rejected = self.other_ram.reject_resource_share_invitation(resourceShareInvitationArn=arn, clientToken="a")
        self.assertEqual(("REJECTED", "a"), (rejected["resourceShareInvitation"]["status"], rejected["clientToken"]))
        for call in self.other_ram.accept_resource_share_invitation, self.other_ram.list_pending_invitation_resources:
            self.assertEqual("ResourceShareInvitationAlreadyRejectedException", self.code(call, resourceShareInvitationArn=arn))

    def test_errors(self):
        arn = f"arn:aws:ram:{REGION}:{ACCOUNT}:resource-share-invitation/{uuid.uuid4()}"
        for call in self.other_ram.accept_resource_share_invitation, self.other_ram.reject_resource_share_invitation:
            self.assertEqual("ResourceShareInvitationArnNotFoundException", self.code(call, resourceShareInvitationArn=arn))
            self.assertEqual("MalformedArnException", self.code(call, resourceShareInvitationArn="none"))
        self.assertEqual("UnknownResourceException", self.code(
            self.ram.get_resource_shares, resourceOwner="SELF", resourceShareArns=[arn]))
        self.assertEqual("InvalidResourceTypeException", self.code(
            self.ram.list_resources, resourceOwner="SELF", resourceType="ec2:Subnet"))
        self.assertEqual("InvalidNextTokenException", self.code(
            self.other_ram.get_resource_share_invitations, nextToken="none"))
