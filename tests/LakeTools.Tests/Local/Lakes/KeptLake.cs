namespace LakeTools.Tests.Local.Lakes;

/// <summary>What a kept lake is made of: something of everything that a lake keeps, and the calls that read it.</summary>
internal static class KeptLake
{
    private const string Role = "arn:aws:iam::111122223333:role/Analyst";
    private const string Table = """{"Table":{"DatabaseName":"weather","Name":"seattle"}}""";

    /// <summary>The calls that make it.</summary>
    public static IReadOnlyList<RecordedCall> Making { get; } =
    [
        new("s3", "PUT /weather-data"),
        new("s3", "PUT /weather-data/seattle/year%3D2012/a.csv", "2012-01-01,12.8\n"),
        new("s3", "PUT /weather-data/replaced", "first"),
        new("s3", "PUT /weather-data/replaced", "second"),
        new("s3", "PUT /weather-data/..%2F%C3%A9", "a strange key"),
        new("lakeformation", "RegisterResource",
            """{"ResourceArn":"arn:aws:s3:::weather-data/seattle","RoleArn":"arn:aws:iam::111122223333:role/Loader"}"""),
        new("lakeformation", "CreateLFTag", """{"TagKey":"domain","TagValues":["weather","sales"]}"""),
        new("lakeformation", "CreateLFTagExpression",
            """{"Name":"open","Description":"kept","Expression":[{"TagKey":"domain","TagValues":["weather"]}]}"""),
        new("glue", "CreateDatabase", """{"DatabaseInput":{"Name":"weather","Description":"kept","Parameters":{"a":"b"}}}"""),
        new("glue", "CreateTable", """
            {"DatabaseName":"weather","TableInput":{"Name":"seattle","Description":"first","PartitionKeys":[{"Name":"year","Type":"int"}],
            "StorageDescriptor":{"Location":"s3://weather-data/seattle/","Columns":[{"Name":"date","Type":"date"},{"Name":"temp_max",
            "Type":"double","Comment":"Celsius"}]}}}
            """),
        new("glue", "UpdateTable", """
            {"DatabaseName":"weather","TableInput":{"Name":"seattle","Description":"second","PartitionKeys":[{"Name":"year","Type":"int"}],
            "StorageDescriptor":{"Location":"s3://weather-data/seattle/","Columns":[{"Name":"date","Type":"date"},{"Name":"temp_max",
            "Type":"double","Comment":"Celsius"}]}}}
            """),
        new("glue", "CreatePartition", """
            {"DatabaseName":"weather","TableName":"seattle",
            "PartitionInput":{"Values":["2012"],"StorageDescriptor":{"Location":"s3://weather-data/seattle/year=2012/"}}}
            """),
        new("glue", "CreateJob", """
            {"Name":"load","Role":"Loader","Command":{"Name":"pythonshell","ScriptLocation":"s3://weather-data/job.py"},
            "DefaultArguments":{"--a":"b"}}
            """),
        new("iam", "CreateRole", "Action=CreateRole&Version=2010-05-08&RoleName=Loader"
            + "&AssumeRolePolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D"),
        new("lakeformation", "AddLFTagsToResource",
            $$$"""{"Resource":{{{Table}}},"LFTags":[{"TagKey":"domain","TagValues":["weather"]}]}"""),
        new("lakeformation", "GrantPermissions", $$$"""
            {"Principal":{"DataLakePrincipalIdentifier":"{{{Role}}}"},"Resource":{{{Table}}},
            "Permissions":["SELECT","ALTER"],"PermissionsWithGrantOption":["SELECT"]}
            """),
        new("lakeformation", "GrantPermissions", $$$"""
            {"Principal":{"DataLakePrincipalIdentifier":"{{{Role}}}"},
            "Resource":{"LFTagPolicy":{"ResourceType":"TABLE","Expression":[{"TagKey":"domain","TagValues":["weather"]}]}},
            "Permissions":["DESCRIBE"]}
            """),
        new("lakeformation", "CreateDataCellsFilter", """
            {"TableData":{"TableCatalogId":"111122223333","DatabaseName":"weather","TableName":"seattle","Name":"warm",
            "RowFilter":{"FilterExpression":"temp_max > 20"},"ColumnNames":["temp_max"]}}
            """),
        new("lakeformation", "CreateLakeFormationOptIn",
            $$$"""{"Principal":{"DataLakePrincipalIdentifier":"{{{Role}}}"},"Resource":{{{Table}}}}"""),
        new("secretsmanager", "CreateSecret",
            """
            {"Name":"db/password","SecretString":"first","Description":"kept","Tags":[{"Key":"a","Value":"b"}],
            "ClientRequestToken":"11111111-1111-1111-1111-111111111111"}
            """),
        new("secretsmanager", "PutSecretValue",
            """{"SecretId":"db/password","SecretString":"second","ClientRequestToken":"22222222-2222-2222-2222-222222222222"}"""),
        new("secretsmanager", "CreateSecret",
            """{"Name":"binary","SecretBinary":"AAECAw==","ClientRequestToken":"33333333-3333-3333-3333-333333333333"}"""),
        new("logs", "CreateLogGroup", """{"logGroupName":"/kept"}"""),
        new("logs", "CreateLogStream", """{"logGroupName":"/kept","logStreamName":"one"}"""),
    ];

    /// <summary>The calls that read it.</summary>
    public static IReadOnlyList<RecordedCall> Reading { get; } =
    [
        new("s3", "GET /weather-data?list-type=2"),
        new("s3", "GET /weather-data/seattle/year%3D2012/a.csv"),
        new("s3", "GET /weather-data/replaced"),
        new("s3", "GET /weather-data/..%2F%C3%A9"),
        new("iam", "GetRole", "Action=GetRole&Version=2010-05-08&RoleName=Loader"),
        new("lakeformation", "ListResources", "{}"),
        new("lakeformation", "GetDataLakeSettings", "{}"),
        new("lakeformation", "GetLFTag", """{"TagKey":"domain"}"""),
        new("lakeformation", "GetLFTagExpression", """{"Name":"open"}"""),
        new("lakeformation", "GetResourceLFTags", $$$"""{"Resource":{{{Table}}}}"""),
        new("lakeformation", "ListPermissions", $$$"""{"Principal":{"DataLakePrincipalIdentifier":"{{{Role}}}"},"Resource":{{{Table}}}}"""),
        new("lakeformation", "ListPermissions", """{"ResourceType":"LF_TAG_POLICY_TABLE"}"""),
        new("lakeformation", "GetDataCellsFilter",
            """{"TableCatalogId":"111122223333","DatabaseName":"weather","TableName":"seattle","Name":"warm"}"""),
        new("lakeformation", "ListLakeFormationOptIns", "{}"),
        new("glue", "GetDatabase", """{"Name":"weather"}"""),
        new("glue", "GetTable", """{"DatabaseName":"weather","Name":"seattle"}"""),
        new("glue", "GetTableVersions", """{"DatabaseName":"weather","TableName":"seattle"}"""),
        new("glue", "GetPartitions", """{"DatabaseName":"weather","TableName":"seattle","Expression":"year = 2012"}"""),
        new("glue", "GetJob", """{"JobName":"load"}"""),
        new("secretsmanager", "GetSecretValue", """{"SecretId":"db/password"}"""),
        new("secretsmanager", "GetSecretValue", """{"SecretId":"db/password","VersionStage":"AWSPREVIOUS"}"""),
        new("secretsmanager", "GetSecretValue", """{"SecretId":"binary"}"""),
        new("secretsmanager", "DescribeSecret", """{"SecretId":"db/password"}"""),
        new("logs", "DescribeLogStreams", """{"logGroupName":"/kept"}"""),
    ];
}
