using System.Management.Automation;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Keeps a plan in a file, to be reviewed and published as it is.</para>
/// </summary>
[Cmdlet(VerbsData.Export, "LakePlan", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLakePlanCommand : DefinitionCmdlet
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A plan of Compare-LakeDefinition.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    public LakePlan Plan { get; set; } = null!;

    /// <summary>Does not overwrite an existing file. If the file exists, that is an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var file = FullPath(Path);
        return WriteFilesAsync([file], Plan.Name, () => SaveAsync(file, cancellationToken));
    }

    private async Task SaveAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file) && NoClobber) throw Fault.FileExists(file);
        if (!ShouldProcess(file, "Write the plan")) return;
        var text = await Service().KeepAsync(Plan, cancellationToken).ConfigureAwait(false);
        try
        {
            await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault.FileError(file, error.Message, inner: error);
        }

        if (PassThru) WriteObject(new FileInfo(file));
    }
}
