using System.Text.Json;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Local.S3.Storage;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>A definition that says everything which one can say comes back from a lake as it was written.</summary>
public sealed class EveryPropertyTests
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    // An embedded lake has no workflows, and how a secret was made is nothing that it tells.
    private static readonly string[] s_elsewhere = ["workflow", "generate"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_exported_as_it_was_published()
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        lake.Lake.Instance.Store.Write(session => Buckets.Create(session, "lake", "eu-central-1", TestLake.Account, DateTimeOffset.UtcNow));
        var text = Definition(lake.Lake.AdministratorArn);
        var file = Path.Combine(folder.Path, "all.yaml");
        await File.WriteAllTextAsync(file, text, Ct);
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        Assert.Equal("Done", (await service.PublishAsync(plan, PublishConsent.All, null, Ct))!.Status);
        var exported = await service.ExportAsync("all", null, null, Ct);
        Assert.Equal(text, exported[exported.IndexOf("lake: 1", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void It_says_every_key_of_the_schema()
    {
        var said = Definition("").Split('\n').Select(line => line.TrimStart(' ', '-').Split(':')[0]).ToHashSet();
        Assert.All(SchemaKeys().Except(s_elsewhere), key => Assert.Contains(key, said));
    }

    [Fact]
    public void The_page_on_definitions_names_every_key_of_the_schema()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "definitions.md"));
        Assert.All(SchemaKeys(), key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SchemaKeys()
    {
        var file = Path.Combine(Repository.Module, "lake-definition.schema.json");
        var schema = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var properties = schema.GetProperty("properties");
        JsonElement[] kinds =
        [
            properties.GetProperty("settings"),
            properties.GetProperty("locations").GetProperty("items"),
            properties.GetProperty("expressions").GetProperty("additionalProperties").GetProperty("oneOf")[1],
            properties.GetProperty("databases").GetProperty("additionalProperties"),
            .. NamedKind.All.Select(kind => properties.GetProperty(kind.Key).GetProperty("additionalProperties")),
            schema.GetProperty("$defs").GetProperty("table"),
            schema.GetProperty("$defs").GetProperty("filter"),
        ];
        return kinds.SelectMany(kind => kind.GetProperty("properties").EnumerateObject()).Select(property => property.Name)
            .Where(key => key != "for"); // what repeats an entry is no key of the thing
    }

    private static string Definition(string administrator) => $$"""
        lake: 1
        name: all
        account: "{{TestLake.Account}}"
        settings:
          createDatabaseDefaultPermission: None
          createTableDefaultPermission: None
          allowExternalDataFiltering: true
          allowFullTableExternalDataAccess: false
          trustedResourceOwners:
          - "111122223333"
          externalDataFilteringAllowList:
          - "444455556666"
          authorizedSessionTagValues:
          - engine
          parameters:
            CROSS_ACCOUNT_VERSION: "3"
        administrators:
        - {{administrator}}
        locations:
        - path: arn:aws:s3tables:eu-central-1:{{TestLake.Account}}:bucket/*
          role: arn:aws:iam::{{TestLake.Account}}:role/loader
          hybridAccess: false
          withFederation: true
          withPrivilegedAccess: true
          expectedOwnerAccount: "444455556666"
        - path: s3://lake
          role: arn:aws:iam::{{TestLake.Account}}:role/loader
          hybridAccess: true
          withFederation: false
          withPrivilegedAccess: false
        tags:
          domain:
          - hr
          - sales
        expressions:
          all:
            domain:
            - hr
            - sales
          people:
            tags:
              domain:
              - hr
            description: what $${hr} has
        databases:
          far:
            targetDatabase: theirs
            targetCatalog: "444455556666"
            targetRegion: us-west-2
          shop:
            description: what $${is} sold
            location: s3://lake/shop
            parameters:
              owner: me
            tags:
              domain: sales
            tables:
              berg:
                description: of Iceberg
                location: s3://lake/shop/berg
                format: Iceberg
                parameters:
                  write.format.default: parquet
                columns:
                  id: bigint
                  at: timestamp
                partitionTransforms:
                - day(at)
                - bucket(16, id)
              hive:
                description: of Hive's classes
                location: s3://lake/shop/hive
                format: none
                tableType: EXTERNAL_TABLE
                inputFormat: in
                outputFormat: out
                serdeLibrary: serde
                parameters:
                  a: b
                serdeParameters:
                  c: d
                columns:
                  id: int
                  region:
                    type: string
                    comment: a $${part} of the world
                partitions:
                  day: date
                tags:
                  domain: hr
                columnTags:
                  id:
                    domain: sales
                filters:
                  hidden:
                    excludedColumns:
                    - id
                  shown:
                    rows: region = 'EU'
                    columns:
                    - id
                    - region
              link:
                targetDatabase: theirs
                targetTable: orders
                targetCatalog: "444455556666"
                targetRegion: us-west-2
              preset:
                format: Csv
                delimiter: '|'
                quote: "'"
                header: true
                parameters:
                  e: f
                serdeParameters:
                  g: h
                columns:
                  id: int
              view:
                format: none
                tableType: VIRTUAL_VIEW
                viewOriginalText: select id from hive
                viewExpandedText: select `hive`.`id` from `shop`.`hive`
                columns:
                  id: int
        roles:
          loader:
            trust:
              Statement:
              - Action: sts:AssumeRole
                Effect: Allow
                Principal:
                  Service: glue.amazonaws.com
              Version: "2012-10-17"
            policies:
              read:
                Statement:
                - Action:
                  - s3:GetObject
                  - s3:ListBucket
                  Effect: Allow
                  Resource: '*'
                Version: "2012-10-17"
            managedPolicies:
            - arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole
            tags:
              team: shop
            path: /jobs/
        buckets:
          lake:
            versioning: true
        secrets:
          shop/login:
            description: who reads the shop
            kmsKey: alias/shop
            tags:
              team: shop
            policy:
              Statement:
              - Action: secretsmanager:GetSecretValue
                Effect: Allow
                Principal:
                  AWS: arn:aws:iam::{{TestLake.Account}}:role/loader
                Resource: '*'
              Version: "2012-10-17"
        connections:
          shop:
            type: JDBC
            description: the database of the shop
            properties:
              JDBC_CONNECTION_URL: jdbc:postgresql://shop:5432/shop
            secret: shop/login
            subnet: subnet-1
            securityGroups:
            - sg-2
            - sg-1
            availabilityZone: us-east-1a
            matchCriteria:
            - shop
        catalogs:
          s3tablescatalog:
            description: all table buckets
            federatedIdentifier: arn:aws:s3tables:eu-central-1:{{TestLake.Account}}:bucket/*
            connection: aws:s3tables
            connectionType: own
            createDatabaseDefaultPermission: None
            createTableDefaultPermission: IamAllowedPrincipals
            allowFullTableExternalDataAccess: true
            parameters:
              team: shop
          warehouse:
            targetRedshiftCatalog: arn:aws:glue:us-east-1:444455556666:catalog/sales
            dataLakeAccess: true
            dataTransferRole: arn:aws:iam::{{TestLake.Account}}:role/loader
            kmsKey: alias/shop
        jobs:
          hourly:
            role: loader
            script: s3://lake/hourly.py
            command: pythonshell
            pythonVersion: "3.9"
            maxCapacity: 1
            maxRetries: 0
            timeout: 2880
            maxConcurrentRuns: 1
          nightly:
            role: arn:aws:iam::{{TestLake.Account}}:role/loader
            script: s3://lake/nightly.py
            command: glueetl
            pythonVersion: "3"
            description: every night
            glueVersion: "4.0"
            workerType: G.1X
            numberOfWorkers: 2
            maxRetries: 1
            timeout: 60
            maxConcurrentRuns: 3
            arguments:
              --day: all
            nonOverridableArguments:
              --mode: safe
            connections:
            - shop
            - Inside
            executionClass: FLEX
            securityConfiguration: strict
            queuing: true
            notifyDelay: 30
            maintenanceWindow: Sun:23
        crawlers:
          known:
            role: service-role/crawler
            catalogTables:
            - shop.hive
            - shop.preset
            updateBehavior: LOG
            deleteBehavior: LOG
            recrawlBehavior: CRAWL_EVERYTHING
          raw:
            role: loader
            description: finds tables
            database: shop
            paths:
            - s3://lake/raw
            jdbcPaths:
            - shop/public/%
            dynamoDBTables:
            - events
            deltaPaths:
            - s3://lake/delta
            icebergPaths:
            - s3://lake/iceberg
            hudiPaths:
            - s3://lake/hudi
            exclude:
            - '**.tmp'
            connection: shop
            tablePrefix: raw_
            schedule: cron(15 12 * * ? *)
            classifiers:
            - own
            updateBehavior: UPDATE_IN_DATABASE
            deleteBehavior: DEPRECATE_IN_DATABASE
            recrawlBehavior: CRAWL_NEW_FOLDERS_ONLY
            configuration: '{"Version":1.0}'
            securityConfiguration: strict
            useLakeFormationCredentials: true
            lakeFormationAccount: "444455556666"
        triggers:
          after:
            type: CONDITIONAL
            enabled: true
            description: after the others
            jobs:
            - nightly
            arguments:
              --day: all
            afterJobs:
            - hourly
            afterCrawlers:
            - raw
            afterState: SUCCEEDED
            any: true
          arrival:
            type: EVENT
            enabled: false
            jobs:
            - nightly
            eventBatchSize: 10
            eventBatchWindow: 60
          clock:
            type: SCHEDULED
            enabled: false
            schedule: cron(15 12 * * ? *)
            crawlers:
            - raw
            - known

        """;
}
