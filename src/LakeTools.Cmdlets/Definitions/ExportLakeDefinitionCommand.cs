using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Writes a lake, or a database of it, as a definition that compares as equal at once.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "LakeDefinition", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportLakeDefinitionCommand : DefinitionCmdlet
{
    /// <summary>The file to write; without it, the text is emitted.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The definition's name. Default: the database's, else lake.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z0-9_.-]+$")]
    [ArgumentCompleter(typeof(DefinitionNameCompleter))]
    public string? Name { get; set; }

    /// <summary>A database, with wildcards if you like, with what is granted on it and in it. Default: the whole lake.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    [SupportsWildcards]
    public string? DatabaseName { get; set; }

    /// <summary>Leaves a file that is there as it is, which is then an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var file = Path is null ? null : FullPath(Path);
        if (file is not null && File.Exists(file) && NoClobber)
            throw Fault.FileExists(file);
        using var progress = Progress();
        var name = Name ?? (DatabaseName is { } database && !Names.IsPattern(database) ? database : "lake");
        if (file is not null && !ShouldProcess(file, "Write the definition")) return;
        var text = await Service().ExportAsync(name, DatabaseName, progress, cancellationToken).ConfigureAwait(false);
        foreach (var unknown in PermissionNames.Unknown.Where(permission => text.Contains(permission, StringComparison.Ordinal)))
            WriteWarning($"This version of LakeTools does not know the permission {unknown}. The definition keeps it under 'unknown'.");
        if (file is null)
        {
            WriteObject(text);
            return;
        }

        await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(new FileInfo(file));
    }
}
