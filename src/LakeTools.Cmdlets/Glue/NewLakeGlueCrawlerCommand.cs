using System.Management.Automation;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a crawler.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueCrawler", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class NewLakeGlueCrawlerCommand : GlueCrawlerCmdlet, IInputTaker
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The role that it runs as: an ARN, a name, or role/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "RoleArn")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string Role { get; set; } = "";

    /// <summary>An object of Get-LakeGlueCrawler, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The targets of a piped crawler. Targets that are typed take their place.</summary>
    [InputProperty(Unless =
    [
        nameof(Path), nameof(JdbcPath), nameof(DynamoDBTableName), nameof(CatalogTable),
        nameof(DeltaPath), nameof(IcebergPath), nameof(HudiPath),
    ])]
    private object[]? Target { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken =>
        InputObject?.BaseObject is LakeGlueCrawler crawler ? CrawlerService.NotShown(crawler) : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(Name, Role, isNew: true, Target is null ? null : [.. Target.Select(ReadTarget)]);
        if (!ShouldProcess(Name, "Create the crawler")) return;
        await TryAsync(async () =>
        {
            await WriteResultAsync(new CrawlerService(Lake).CreateAsync(change, cancellationToken)).ConfigureAwait(false);
        }, Name).ConfigureAwait(false);
    }

    // A cell of a CSV file shows the address of a target, and neither what is left out nor the connection.
    private LakeGlueCrawlerTarget ReadTarget(object? item) => PSValue.WithProperties(item) switch
    {
        LakeGlueCrawlerTarget target => target,
        PSObject row when row.Properties["Kind"]?.Value is string kind && row.Properties["Path"]?.Value is string path => new(
            kind, path, row.Properties["ConnectionName"]?.Value as string,
            LanguagePrimitives.ConvertTo<string[]>(row.Properties["Exclusion"]?.Value ?? Array.Empty<string>())),
        _ => throw Fault.InputPropertyInvalid(InputObject, nameof(Path), "its Target is a text, which does not say all of a target"),
    };
}
