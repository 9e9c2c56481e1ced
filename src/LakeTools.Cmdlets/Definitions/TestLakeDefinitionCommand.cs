using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Checks definitions without a connection, and shows everything that is wrong at once.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LakeDefinition")]
[OutputType(typeof(LakeFinding), typeof(bool))]
public sealed class TestLakeDefinitionCommand : AsyncCmdlet
{
    private bool? _right; // all files so far

    /// <summary>The files: YAML, JSON or PowerShell data.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Values of the definition's parameters.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>Returns one Boolean: true if nothing is wrong with any of the files.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Path) _right = IsRight(path) & (_right ?? true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (Quiet && _right is { } right) WriteObject(right);
        return Task.CompletedTask;
    }

    private bool IsRight(string path)
    {
        try
        {
            var findings = DefinitionCmdlet.SourceOfFiles.Check(FullPath(path), ParameterValues.Of(Parameter));
            if (!Quiet) foreach (var finding in findings) WriteObject(finding);
            return findings.Count == 0;
        }
        catch (Exception exception) when (ErrorRecords.IsOurs(exception) && !ErrorRecords.EndsPipeline(exception))
        {
            WriteError(ErrorRecords.From(exception, MyInvocation.MyCommand.Name, path));
            return false;
        }
    }
}
