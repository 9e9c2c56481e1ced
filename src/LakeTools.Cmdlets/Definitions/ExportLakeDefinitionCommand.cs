using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Definitions.Language;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Writes a lake, or a database of it, as a definition that compares as equal at once.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "LakeDefinition", SupportsShouldProcess = true, DefaultParameterSetName = OneFile)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportLakeDefinitionCommand : DefinitionCmdlet
{
    private const string OneFile = "File";
    private const string Parts = "Split";

    /// <summary>The file to write; without it, the text is returned. With Split, the folder.</summary>
    [Parameter(Position = 0, ParameterSetName = OneFile)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Parts)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The definition's name. The default is the database's. If it isn't set, lake.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionNameCompleter))]
    public string? Name { get; set; }

    /// <summary>A database. Wildcards are permitted, with what is granted on it and in it. Default: the whole lake.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    [SupportsWildcards]
    public string? DatabaseName { get; set; }

    /// <summary>Writes files that include each other, into a folder: one for each kind of resource, and one for each database.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Parts)]
    public SwitchParameter Split { get; set; }

    /// <summary>Replaces files of the folder.</summary>
    [Parameter(ParameterSetName = Parts)]
    public SwitchParameter Force { get; set; }

    /// <summary>Does not overwrite an existing file. If the file exists, that is an error.</summary>
    [Parameter(ParameterSetName = OneFile)]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var name = Name ?? (DatabaseName is { } database && Names.Literal(database) is { } literal ? DefinitionName.Of(literal) : "lake");
        DefinitionName.Check(name);
        if (Path is null) return ReturnAsync(name, cancellationToken);
        var path = FullPath(Path);
        return Split ? SavePartsAsync(path, name, cancellationToken)
            : WriteFilesAsync([path], DatabaseName ?? name, () => SaveAsync(path, name, cancellationToken));
    }

    private async Task ReturnAsync(string name, CancellationToken cancellationToken) =>
        WriteObject(await TextAsync(name, cancellationToken).ConfigureAwait(false));

    private async Task SaveAsync(string file, string name, CancellationToken cancellationToken)
    {
        if (File.Exists(file) && NoClobber)
            throw Fault.FileExists(file);
        if (!ShouldProcess(file, "Write the definition")) return;
        var text = await TextAsync(name, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(new FileInfo(file));
    }

    private async Task<string> TextAsync(string name, CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var text = await Service().ExportAsync(name, DatabaseName, progress, cancellationToken).ConfigureAwait(false);
        WarnOfUnknown([text]);
        return text;
    }

    private async Task SavePartsAsync(string folder, string name, CancellationToken cancellationToken)
    {
        if (!ShouldProcess(folder, "Write the definition")) return;
        using var progress = Progress();
        var parts = await Service().ExportPartsAsync(name, DatabaseName, progress, cancellationToken).ConfigureAwait(false);
        WarnOfUnknown(parts.Select(part => part.Text));
        var files = parts.Select(part => (Path: System.IO.Path.GetFullPath(part.Path, folder), part.Text)).ToList();
        await WriteFilesAsync([.. files.Select(file => file.Path)], DatabaseName ?? name,
            () => WritePartsAsync(folder, files, cancellationToken)).ConfigureAwait(false);
    }

    // The first file is the last to be written: what it includes is there then.
    private async Task WritePartsAsync(string folder, List<(string Path, string Text)> files, CancellationToken cancellationToken)
    {
        if (!Force && files.Find(file => File.Exists(file.Path)) is { Path: { } there }) throw Fault.FileInFolder(there);
        try
        {
            foreach (var (path, text) in files.AsEnumerable().Reverse())
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
            }

            var written = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var other in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                if (!written.Contains(other)) WriteWarning($"{other} is not part of the definition.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault.FileError(folder, error.Message, inner: error);
        }

        if (PassThru) WriteObject(new FileInfo(files[0].Path));
    }

    private void WarnOfUnknown(IEnumerable<string> texts)
    {
        foreach (var unknown in PermissionNames.Unknown
            .Where(permission => texts.Any(text => text.Contains(permission, StringComparison.Ordinal))))
            WriteWarning($"This version of LakeTools does not know the permission {unknown}. The definition has it under 'unknown'.");
    }
}
