using LakeTools.Tests.Local.Lakes;

namespace LakeTools.Tests.Local.Gates;

/// <summary>
/// A call of each operation that writes what Lake Formation guards: it changes the lake when the maker of everything sends it. Operations
/// that IAM alone decides about, which lets everybody in here, are named at the end.
/// </summary>
internal static class WriteWalk
{
    private const string Guest = """{"DataLakePrincipalIdentifier":"arn:aws:iam::111122223333:role/Guest"}""";
    private const string Table = """{"Table":{"DatabaseName":"weather","Name":"seattle"}}""";
    private const string Where = "\"DatabaseName\":\"weather\",\"TableName\":\"seattle\"";
    private const string Analyst = """{"DataLakePrincipalIdentifier":"arn:aws:iam::111122223333:role/Analyst"}""";
    private const string Storage = """{"Location":"s3://weather-data/seattle/","Columns":[{"Name":"date","Type":"date"}]}""";
    private const string Filter = """
        {"TableData":{"TableCatalogId":"111122223333","DatabaseName":"weather","TableName":"seattle","Name":"NAME",
        "RowFilter":{"FilterExpression":"temp_max > 30"},"ColumnNames":["temp_max"]}}
        """;

    private const string Statistics = """
        "ColumnStatisticsList":[{"ColumnName":"date","ColumnType":"int","AnalyzedTime":1,"StatisticsData":{"Type":"LONG",
        "LongColumnStatisticsData":{"NumberOfNulls":0,"NumberOfDistinctValues":1}}}]
        """;

    private static readonly RecordedCall s_identityCenter = new("lakeformation", "CreateLakeFormationIdentityCenterConfiguration",
        """{"InstanceArn":"arn:aws:sso:::instance/ssoins-0123456789abcdef"}""");

    private static readonly RecordedCall s_statistics =
        new("glue", "UpdateColumnStatisticsForTable", $$$"""{{{{Where}}},{{{Statistics}}}}""");

    private static readonly RecordedCall s_statisticsOfPartition =
        new("glue", "UpdateColumnStatisticsForPartition", $$$"""{{{{Where}}},"PartitionValues":["2012"],{{{Statistics}}}}""");

    private static readonly RecordedCall s_index =
        new("glue", "CreatePartitionIndex", $$$"""{{{{Where}}},"PartitionIndex":{"IndexName":"i","Keys":["year"]}}""");

    private const string Optimizer =
        """{"CatalogId":"111122223333","DatabaseName":"weather","TableName":"ice","Type":"compaction" """;

    private const string Enabled = ""","TableOptimizerConfiguration":{"enabled":true}}""";

    private static readonly RecordedCall s_iceberg = new("glue", "CreateTable", $$$"""
        {"DatabaseName":"weather","TableInput":{"Name":"ice","Parameters":{"table_type":"ICEBERG"},"StorageDescriptor":{{{Storage}}}}}
        """);

    private static readonly RecordedCall s_optimizer = new("glue", "CreateTableOptimizer", Optimizer + Enabled);

    private static readonly RecordedCall s_function = new("glue", "CreateUserDefinedFunction",
        """
        {"DatabaseName":"weather","FunctionInput":{"FunctionName":"f","ClassName":"c",
        "ResourceUris":[{"ResourceType":"JAR","Uri":"s3://weather-data/seattle/f.jar"}]}}
        """);

    private static readonly RecordedCall s_catalog =
        new("glue", "CreateCatalog", """{"Name":"other","CatalogInput":{"Description":"a"}}""");
    private static readonly RecordedCall s_policy =
        new("glue", "PutResourcePolicy", """{"PolicyInJson":"{\"Version\":\"2012-10-17\"}"}""");

    private static readonly RecordedCall s_tags = new("glue", "TagResource",
        """{"ResourceArn":"arn:aws:glue:eu-central-1:111122223333:database/weather","TagsToAdd":{"a":"b"}}""");

    private static readonly RecordedCall s_tagging = new("s3", "PUT /weather-data/seattle/year%3D2012/a.csv?tagging=",
        "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>", "PutObjectTagging");

    // A bucket that takes access control lists, and public ones.
    private static readonly RecordedCall s_ownership = new("s3", "PUT /weather-data?ownershipControls=",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>");

    private static readonly RecordedCall s_access = new("s3", "DELETE /weather-data?publicAccessBlock=");

    /// <summary>The calls, each with those that must come before it. {upload} stands for the id of an upload that was begun.</summary>
    public static IReadOnlyList<(RecordedCall Call, RecordedCall[] Before)> Guarded { get; } =
    [
        Lake("GrantPermissions", $$$"""{"Principal":{{{Guest}}},"Resource":{{{Table}}},"Permissions":["SELECT"]}"""),
        Lake("RevokePermissions", $$$"""{"Principal":{{{Analyst}}},"Resource":{{{Table}}},"Permissions":["SELECT"]}"""),
        Lake("BatchGrantPermissions",
            $$$"""{"Entries":[{"Id":"1","Principal":{{{Guest}}},"Resource":{{{Table}}},"Permissions":["SELECT"]}]}"""),
        Lake("BatchRevokePermissions",
            $$$"""{"Entries":[{"Id":"1","Principal":{{{Analyst}}},"Resource":{{{Table}}},"Permissions":["SELECT"]}]}"""),
        Lake("PutDataLakeSettings",
            $$$"""
            {"DataLakeSettings":{"DataLakeAdmins":[{{{Guest}}},
            {"DataLakePrincipalIdentifier":"arn:aws:iam::111122223333:role/LakeAdmin"}]}}
            """),
        Lake("RegisterResource", """{"ResourceArn":"arn:aws:s3:::weather-data/open","UseServiceLinkedRole":true}"""),
        Lake("DeregisterResource", """{"ResourceArn":"arn:aws:s3:::weather-data/seattle"}"""),
        Lake("UpdateResource", """
            {"ResourceArn":"arn:aws:s3:::weather-data/seattle","RoleArn":"arn:aws:iam::111122223333:role/Loader","HybridAccessEnabled":true}
            """),
        Lake("CreateLFTag", """{"TagKey":"new","TagValues":["a"]}"""),
        Lake("UpdateLFTag", """{"TagKey":"domain","TagValuesToAdd":["more"]}"""),
        Lake("DeleteLFTag", """{"TagKey":"domain"}"""),
        Lake("AddLFTagsToResource",
            """{"Resource":{"Database":{"Name":"weather"}},"LFTags":[{"TagKey":"domain","TagValues":["sales"]}]}"""),
        Lake("RemoveLFTagsFromResource", $$$"""{"Resource":{{{Table}}},"LFTags":[{"TagKey":"domain","TagValues":["weather"]}]}"""),
        Lake("CreateLFTagExpression", """{"Name":"new","Expression":[{"TagKey":"domain","TagValues":["sales"]}]}"""),
        Lake("UpdateLFTagExpression", """{"Name":"open","Expression":[{"TagKey":"domain","TagValues":["sales"]}]}"""),
        Lake("DeleteLFTagExpression", """{"Name":"open"}"""),
        Lake("CreateLakeFormationOptIn", $$$"""{"Principal":{{{Guest}}},"Resource":{{{Table}}}}"""),
        Lake("DeleteLakeFormationOptIn", $$$"""{"Principal":{{{Analyst}}},"Resource":{{{Table}}}}"""),
        Lake("CreateDataCellsFilter", Filter.Replace("NAME", "new", StringComparison.Ordinal)),
        Lake("UpdateDataCellsFilter", Filter.Replace("NAME", "warm", StringComparison.Ordinal)),
        Lake("DeleteDataCellsFilter", """
            {"TableCatalogId":"111122223333","DatabaseName":"weather","TableName":"seattle","Name":"warm"}
            """),
        (s_identityCenter, []),
        Lake("UpdateLakeFormationIdentityCenterConfiguration", """{"ApplicationStatus":"DISABLED"}""", s_identityCenter),
        Lake("DeleteLakeFormationIdentityCenterConfiguration", "{}", s_identityCenter),
        Glue("CreateDatabase", """{"DatabaseInput":{"Name":"new"}}"""),
        Glue("UpdateDatabase", """{"Name":"weather","DatabaseInput":{"Name":"weather","Description":"new"}}"""),
        Glue("DeleteDatabase", """{"Name":"weather"}"""),
        Glue("CreateTable", $$$"""{"DatabaseName":"weather","TableInput":{"Name":"new","StorageDescriptor":{{{Storage}}}}}"""),
        Glue("UpdateTable", $$$"""{"DatabaseName":"weather","TableInput":{"Name":"seattle","StorageDescriptor":{{{Storage}}}}}"""),
        Glue("DeleteTable", """{"DatabaseName":"weather","Name":"seattle"}"""),
        Glue("BatchDeleteTable", """{"DatabaseName":"weather","TablesToDelete":["seattle"]}"""),
        Glue("DeleteTableVersion", $$$"""{{{{Where}}},"VersionId":"0"}"""),
        Glue("BatchDeleteTableVersion", $$$"""{{{{Where}}},"VersionIds":["0"]}"""),
        (s_tags, []),
        Glue("UntagResource", """
            {"ResourceArn":"arn:aws:glue:eu-central-1:111122223333:database/weather","TagsToRemove":["a"]}
            """, s_tags),
        Glue("CreatePartition", $$$"""{{{{Where}}},"PartitionInput":{"Values":["2013"]}}"""),
        Glue("BatchCreatePartition", $$$"""{{{{Where}}},"PartitionInputList":[{"Values":["2013"]}]}"""),
        Glue("UpdatePartition", $$$"""{{{{Where}}},"PartitionValueList":["2012"],"PartitionInput":{"Values":["2012"]}}"""),
        Glue("BatchUpdatePartition",
            $$$"""{{{{Where}}},"Entries":[{"PartitionValueList":["2012"],"PartitionInput":{"Values":["2012"]}}]}"""),
        Glue("DeletePartition", $$$"""{{{{Where}}},"PartitionValues":["2012"]}"""),
        Glue("BatchDeletePartition", $$$"""{{{{Where}}},"PartitionsToDelete":[{"Values":["2012"]}]}"""),
        (s_index, []),
        Glue("DeletePartitionIndex", $$$"""{{{{Where}}},"IndexName":"i"}""", s_index),
        Glue("CreateTableOptimizer", Optimizer + Enabled, s_iceberg),
        Glue("UpdateTableOptimizer", Optimizer + Enabled.Replace("true", "false", StringComparison.Ordinal), s_iceberg, s_optimizer),
        Glue("DeleteTableOptimizer", Optimizer + "}", s_iceberg, s_optimizer),
        (s_statistics, []),
        Glue("DeleteColumnStatisticsForTable", $$$"""{{{{Where}}},"ColumnName":"date"}""", s_statistics),
        (s_statisticsOfPartition, []),
        Glue("DeleteColumnStatisticsForPartition", $$$"""{{{{Where}}},"PartitionValues":["2012"],"ColumnName":"date"}""",
            s_statisticsOfPartition),
        (s_function, []),
        Glue("UpdateUserDefinedFunction",
            """{"DatabaseName":"weather","FunctionName":"f","FunctionInput":{"FunctionName":"f","ClassName":"d"}}""", s_function),
        Glue("DeleteUserDefinedFunction", """{"DatabaseName":"weather","FunctionName":"f"}""", s_function),
        (s_catalog, []),
        Glue("UpdateCatalog", """{"CatalogId":"other","CatalogInput":{"Description":"b"}}""", s_catalog),
        Glue("DeleteCatalog", """{"CatalogId":"other"}""", s_catalog),
        Glue("PutDataCatalogEncryptionSettings",
            """{"DataCatalogEncryptionSettings":{"EncryptionAtRest":{"CatalogEncryptionMode":"SSE-KMS"}}}"""),
        (s_policy, []),
        Glue("DeleteResourcePolicy", "{}", s_policy),
        S3("PUT /weather-data/seattle/new", "PutObject"),
        S3("PUT /weather-data/seattle/..%2Fseattle/new", "PutObject"),
        S3("DELETE /weather-data/seattle/year%3D2012/a.csv", "DeleteObject"),
        S3("POST /weather-data?delete= Content-MD5=8BKGEfohg/v3ItcWoJQNQA==", "DeleteObjects",
            "<Delete><Object><Key>seattle/year=2012/a.csv</Key></Object></Delete>"),
        (s_tagging, []),
        (new RecordedCall("s3", "DELETE /weather-data/seattle/year%3D2012/a.csv?tagging=", "", "DeleteObjectTagging"), [s_tagging]),
        S3("POST /weather-data/seattle/new?uploads=", "CreateMultipartUpload"),
        S3("PUT /weather-data/seattle/upload?partNumber=2&uploadId={upload}", "UploadPart", "more"),
        S3("POST /weather-data/seattle/upload?uploadId={upload}", "CompleteMultipartUpload",
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{etag}</ETag></Part></CompleteMultipartUpload>"),
        S3("DELETE /weather-data/seattle/upload?uploadId={upload}", "AbortMultipartUpload"),
        S3("PUT /weather-data/copied x-amz-copy-source=/weather-data/seattle/year%3D2012/a.csv", "CopyObject"),
        S3("PUT /weather-data/seattle/copied x-amz-copy-source=/weather-data/replaced", "CopyObject"),
        S3("PUT /weather-data/seattle/upload?partNumber=2&uploadId={upload} x-amz-copy-source=/weather-data/replaced", "UploadPartCopy"),
        (new RecordedCall("s3", "PUT /weather-data/seattle/year%3D2012/a.csv?acl= x-amz-acl=public-read", "", "PutObjectAcl"),
            [s_ownership, s_access]),
        S3("DELETE /weather-data/seattle/year%3D2012/a.csv?versionId=null", "DeleteObject"),
        S3("PUT /weather-data/copied x-amz-copy-source=/weather-data/seattle/year%3D2012/a.csv?versionId=null", "CopyObject"),
    ];

    /// <summary>Operations that write and that IAM alone decides about in AWS; in the embedded lake it allows every call.</summary>
    public static IReadOnlyDictionary<string, string[]> IamDecides { get; } = new Dictionary<string, string[]>
    {
        ["glue"] =
        [
            "CreateJob", "UpdateJob", "DeleteJob", "StartJobRun", "BatchStopJobRun", "ResetJobBookmark", "CreateTrigger", "UpdateTrigger",
            "DeleteTrigger", "StartTrigger", "StopTrigger", "CreateCrawler", "UpdateCrawler", "DeleteCrawler", "StartCrawler",
            "StopCrawler", "UpdateCrawlerSchedule", "StartCrawlerSchedule", "StopCrawlerSchedule", "CreateConnection", "UpdateConnection",
            "DeleteConnection", "BatchDeleteConnection", "ImportCatalogToGlue", "CreateWorkflow", "UpdateWorkflow", "DeleteWorkflow",
            "StartWorkflowRun", "StopWorkflowRun", "PutWorkflowRunProperties", "CreateRegistry", "UpdateRegistry", "DeleteRegistry",
            "CreateSchema", "UpdateSchema", "DeleteSchema", "RegisterSchemaVersion", "DeleteSchemaVersions", "PutSchemaVersionMetadata",
            "RemoveSchemaVersionMetadata", "CreateSecurityConfiguration", "DeleteSecurityConfiguration", "CreateClassifier",
            "UpdateClassifier", "DeleteClassifier",
        ],
        ["lakeformation"] = ["StartTransaction", "CommitTransaction", "CancelTransaction", "ExtendTransaction"],
        ["s3"] =
        [
            "CreateBucket", "DeleteBucket", "PutBucketAccelerateConfiguration", "PutBucketAcl", "PutBucketCors", "DeleteBucketCors",
            "PutBucketEncryption", "DeleteBucketEncryption", "PutBucketLifecycleConfiguration", "DeleteBucketLifecycle",
            "PutBucketLogging", "PutBucketNotificationConfiguration", "PutBucketOwnershipControls", "DeleteBucketOwnershipControls",
            "PutBucketPolicy", "DeleteBucketPolicy", "PutPublicAccessBlock", "DeletePublicAccessBlock", "PutBucketReplication",
            "DeleteBucketReplication", "PutBucketRequestPayment", "PutBucketTagging", "DeleteBucketTagging", "PutBucketVersioning",
            "PutBucketWebsite", "DeleteBucketWebsite", "PutBucketAnalyticsConfiguration", "DeleteBucketAnalyticsConfiguration",
            "PutBucketIntelligentTieringConfiguration", "DeleteBucketIntelligentTieringConfiguration", "PutBucketInventoryConfiguration",
            "DeleteBucketInventoryConfiguration", "PutBucketMetricsConfiguration", "DeleteBucketMetricsConfiguration",
        ],
        ["sts"] = ["AssumeRole", "AssumeRoleWithWebIdentity", "GetFederationToken", "GetSessionToken"],
    };

    /// <summary>Services that IAM alone guards.</summary>
    public static string[] IamGuards { get; } = ["secretsmanager", "iam", "logs", "ec2", "ram", "cloudtrail", "athena"];

    /// <summary>Operations that write nothing: they vend keys, which have a walk of their own, or are refused for every table.</summary>
    public static string[] WriteNothing { get; } =
    [
        "GetTemporaryGlueTableCredentials", "GetTemporaryGluePartitionCredentials", "GetTemporaryDataLocationCredentials",
        "UpdateTableObjects", "DeleteObjectsOnCancel", "UpdateTableStorageOptimizer", "SelectObjectContent",
    ];

    /// <summary>A form, which is signed otherwise than all other requests: tests/Peers/test_s3_post.py sends it without a right.</summary>
    public static string[] WalkedByPeers { get; } = ["PostObject"];

    private static (RecordedCall, RecordedCall[]) Lake(string operation, string body, params RecordedCall[] before) =>
        (new RecordedCall("lakeformation", operation, body), before);

    private static (RecordedCall, RecordedCall[]) Glue(string operation, string body, params RecordedCall[] before) =>
        (new RecordedCall("glue", operation, body), before);

    // The name of the operation is kept where other calls keep their answer.
    private static (RecordedCall, RecordedCall[]) S3(string request, string operation, string body = "") =>
        (new RecordedCall("s3", request, body, operation), []);
}
