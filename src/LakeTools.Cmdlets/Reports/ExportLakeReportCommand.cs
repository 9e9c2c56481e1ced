using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Cmdlets.Permissions;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Reports;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Reports;

/// <summary>
/// <para type="synopsis">Writes one self-contained page: the permissions of principals on which database, table and column, and why.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "LakeReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLakeReportCommand : LakeCmdlet
{
    private readonly List<string> _databases = [];

    /// <summary>The page to write, such as report.html. A file that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>
    /// Principals. Wildcards are permitted: all that reaches them, by tags and through groups too. Default: everybody.
    /// </summary>
    [Parameter]
    [NotEmptyIfTyped]
    [Principal]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>Databases. Wildcards are permitted, with what is in them. Default: the whole lake.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    [SupportsWildcards]
    public string[] DatabaseName { get; set; } = [];

    /// <summary>The page's heading. Default: one that names the lake.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>
    /// An earlier report of the same scope, or a version of a definition such as 'sales 3': the page then shows who gained and who lost
    /// what since.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Since { get; set; }

    /// <summary>The location of the history of the definition in -Since. Default: the location that Publish-LakeDefinition uses.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileOrS3Completer))]
    public string? JournalPath { get; set; }

    /// <summary>A folder of a CloudTrail trail in S3: the page then shows when each principal last got data of each table.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? TrailPath { get; set; }

    /// <summary>Does not overwrite an existing file. If the file exists, that is an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // Databases of the pipeline make one page.
        _databases.AddRange(DatabaseName.Where(name => name.Length > 0));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        // A pipeline that brought no database asked for none, and not for all.
        if (MyInvocation.ExpectingInput && _databases.Count == 0) return;
        var file = FullPath(Path);
        if (NoClobber && File.Exists(file))
            throw Fault.FileExists(file);
        if (Directory.Exists(file)) throw Unusable(file, $"'{file}' is a folder. Name a file in it.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(file)))
            throw Unusable(file, $"the folder '{System.IO.Path.GetDirectoryName(file)}' does not exist. Create it first.");
        var version = Since is { } text ? LakeDefinitionVersion.Parse(text) : null;
        var since = Since is null || (version is not null && !File.Exists(FullPath(Since))) ? null : FullPath(Since);
        if (since is not null && !File.Exists(since))
            throw Unusable(since, $"the report '{since}' does not exist. -Since is the file of a report, "
                + "or a version of a definition: 'sales 3'.");
        if (JournalPath is not null && (since is not null || version is null))
            throw Fault.ParameterRequires(JournalPath, "-JournalPath", "-Since with a version of a definition, such as 'sales 3'");
        var options = new ReportOptions
        {
            Title = Title,
            Principals = await PrincipalCriteria.ReadAsync(Lake, Principal, cancellationToken).ConfigureAwait(false),
            Databases = [.. _databases.Distinct(StringComparer.OrdinalIgnoreCase)],
            Since = since,
            SinceVersion = since is null ? version : null,
            TrailPath = TrailPath is null ? null : S3Uri.Parse(TrailPath).ToString(),
        };
        if (!ShouldProcess(file, "Write the report")) return;
        using var progress = Progress();
        var service = new ReportService(Lake, TimeProvider.System, Definitions());
        await service.ExportAsync(file, options, progress, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(new FileInfo(file));
    }

    private DefinitionService Definitions()
    {
        var (lake, path) = (Lake, JournalPath is { } place && !S3Uri.LooksLikeOne(place) ? FullPath(place) : JournalPath);
        return new DefinitionService(lake, token => JournalPlace.OpenAsync(lake, path, token));
    }

    private static LakeException Unusable(string file, string problem) =>
        Fault.FileError(file, problem);
}
