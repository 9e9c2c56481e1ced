import unittest

from lake import REGION, PeerTestCase, aws, client

VPC = "vpc-0a1b2c3d4e5f67890"
GLUE = f"com.amazonaws.{REGION}.glue"
S3 = f"com.amazonaws.{REGION}.s3"


class VpcEndpoints(PeerTestCase):
    def tearDown(self):
        ec2 = client("ec2")
        ids = [endpoint["VpcEndpointId"] for endpoint in ec2.describe_vpc_endpoints()["VpcEndpoints"]]
        if ids:
            ec2.delete_vpc_endpoints(VpcEndpointIds=ids)

    def test_an_interface(self):
        ec2 = client("ec2")
        made = ec2.create_vpc_endpoint(
            VpcEndpointType="Interface", VpcId=VPC, ServiceName=GLUE, SubnetIds=["subnet-11111111", "subnet-22222222"],
            SecurityGroupIds=["sg-11111111"], PrivateDnsEnabled=True,
            TagSpecifications=[{"ResourceType": "vpc-endpoint", "Tags": [{"Key": "team", "Value": "lake"}]}])["VpcEndpoint"]
        kept = ec2.describe_vpc_endpoints(VpcEndpointIds=[made["VpcEndpointId"]])["VpcEndpoints"][0]
        self.assertEqual("available", kept["State"])
        self.assertEqual(["subnet-11111111", "subnet-22222222"], kept["SubnetIds"])
        self.assertEqual("sg-11111111", kept["Groups"][0]["GroupId"])
        self.assertEqual([{"Key": "team", "Value": "lake"}], kept["Tags"])
        self.assertTrue(kept["PrivateDnsEnabled"])
        self.assert_code("InvalidParameter", ec2.create_vpc_endpoint, VpcEndpointType="Interface", VpcId=VPC, ServiceName=GLUE)

    def test_gateways_pages_and_filters(self):
        ec2 = client("ec2")
        for number in range(3):
            ec2.create_vpc_endpoint(VpcId=f"vpc-1111111{number}", ServiceName=S3, RouteTableIds=["rtb-11111111"])
        pages = list(ec2.get_paginator("describe_vpc_endpoints").paginate(PaginationConfig={"PageSize": 2}))
        self.assertEqual([2, 1], [len(page["VpcEndpoints"]) for page in pages])
        found = ec2.describe_vpc_endpoints(Filters=[{"Name": "vpc-id", "Values": ["vpc-11111110", "vpc-11111112"]}])["VpcEndpoints"]
        self.assertEqual({"vpc-11111110", "vpc-11111112"}, {endpoint["VpcId"] for endpoint in found})
        self.assert_code("RouteAlreadyExists", ec2.create_vpc_endpoint, VpcId="vpc-11111110", ServiceName=S3, RouteTableIds=["rtb-11111111"])
        self.assertEqual(3, len(aws("ec2", "describe-vpc-endpoints")["VpcEndpoints"]))

    def test_bad_requests(self):
        ec2 = client("ec2")
        self.assert_code("InvalidServiceName", ec2.create_vpc_endpoint, VpcId=VPC, ServiceName="com.amazonaws.none")
        self.assert_code("InvalidVpcEndpointId.NotFound", ec2.describe_vpc_endpoints, VpcEndpointIds=["vpce-99999999"])
        self.assert_code("DryRunOperation", ec2.create_vpc_endpoint, VpcId=VPC, ServiceName=S3, DryRun=True)
        failed = ec2.delete_vpc_endpoints(VpcEndpointIds=["vpce-99999999"])["Unsuccessful"]
        self.assertEqual(["InvalidVpcEndpoint.NotFound"], [item["Error"]["Code"] for item in failed])


if __name__ == "__main__":
    unittest.main()
