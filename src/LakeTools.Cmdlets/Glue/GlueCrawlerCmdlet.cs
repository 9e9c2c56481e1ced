using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>The base of the commands that make or change a crawler.</summary>
public abstract class GlueCrawlerCmdlet : LakeCmdlet
{
    /// <summary>The database that its tables go to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? DatabaseName { get; set; }

    /// <summary>Folders in S3 to look through. For Set-LakeGlueCrawler, they take the place of those there are.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? Path { get; set; }

    /// <summary>
    /// The excluded objects of the targets named with it, otherwise of all targets, in the form of Glue: <c>**.tmp</c>, <c>archive/**</c>.
    /// </summary>
    [Parameter]
    [InputProperty]
    [AllowEmptyCollection]
    public string[]? Exclude { get; set; }

    /// <summary>Paths to look through in the database that -GlueConnectionName reaches, such as <c>shop/%</c>.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    public string[]? JdbcPath { get; set; }

    /// <summary>Tables of DynamoDB to look through.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    public string[]? DynamoDBTableName { get; set; }

    /// <summary>Tables of the catalog to bring up to date: <c>sales.orders</c>; a name with a dot in backticks.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    public string[]? CatalogTable { get; set; }

    /// <summary>Folders of Delta tables.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? DeltaPath { get; set; }

    /// <summary>Folders of Iceberg tables.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? IcebergPath { get; set; }

    /// <summary>Folders of Hudi tables.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? HudiPath { get; set; }

    /// <summary>The connection that the targets named with it are reached by.</summary>
    [Parameter]
    [InputProperty]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueConnectionNameCompleter))]
    public string? GlueConnectionName { get; set; }

    /// <summary>The prefix of its tables' names.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? TablePrefix { get; set; }

    /// <summary>When it runs, in UTC: 'cron(15 12 * * ? *)'. An empty text takes the schedule away.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Schedule { get; set; }

    /// <summary>Its own classifiers, before those of Glue.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? Classifier { get; set; }

    /// <summary>The action if a table's columns change. Glue's default: UpdateInDatabase.</summary>
    [Parameter]
    [GlueWord]
    [ValidateSet("UpdateInDatabase", "Log")]
    public string? UpdateBehavior { get; set; }

    /// <summary>The action if a table's data is gone. Glue's default: DeprecateInDatabase.</summary>
    [Parameter]
    [GlueWord]
    [ValidateSet("DeprecateInDatabase", "DeleteFromDatabase", "Log")]
    public string? DeleteBehavior { get; set; }

    /// <summary>Whether it looks at all again, or at new folders alone.</summary>
    [Parameter]
    [GlueWord]
    [ValidateSet("CrawlEverything", "CrawlNewFoldersOnly", "CrawlEventMode")]
    public string? RecrawlBehavior { get; set; }

    /// <summary>Further settings as JSON.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Configuration { get; set; }

    /// <summary>The security configuration.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecurityConfiguration { get; set; }

    /// <summary>Reads with Lake Formation's credentials, and not with its role's.</summary>
    [Parameter]
    public SwitchParameter UseLakeFormationCredential { get; set; }

    /// <summary>The account whose Lake Formation credentials are used, if it is another account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LakeFormationAccountId { get; set; }

    /// <summary>The description; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>. For Set-LakeGlueCrawler, $null removes one.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    private protected CrawlerChange Change(string name, string? role, bool isNew,
        IReadOnlyList<LakeGlueCrawlerTarget>? targets = null) => CrawlerService.Check(new CrawlerChange
    {
        Name = name,
        Target = targets,
        Role = role,
        DatabaseName = DatabaseName,
        Path = Path,
        Exclude = Exclude,
        JdbcPath = JdbcPath,
        DynamoDBTableName = DynamoDBTableName,
        CatalogTable = CatalogTable,
        DeltaPath = DeltaPath,
        IcebergPath = IcebergPath,
        HudiPath = HudiPath,
        GlueConnectionName = GlueConnectionName,
        TablePrefix = TablePrefix,
        Schedule = Schedule,
        Classifier = Classifier,
        UpdateBehavior = GlueWords.Of(UpdateBehavior),
        DeleteBehavior = GlueWords.Of(DeleteBehavior),
        RecrawlBehavior = GlueWords.Of(RecrawlBehavior),
        Configuration = Configuration,
        SecurityConfiguration = SecurityConfiguration,
        UseLakeFormationCredential =
            IsGiven(nameof(UseLakeFormationCredential)) ? UseLakeFormationCredential.IsPresent : null,
        LakeFormationAccountId = LakeFormationAccountId,
        Description = Description,
        Tags = StringMap.Changes(Tag),
    }, isNew);
}
