using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Says what must be done with a lake so that it is as a definition says.</para>
/// </summary>
[Cmdlet(VerbsData.Compare, "LakeDefinition")]
[OutputType(typeof(LakePlan))]
public sealed class CompareLakeDefinitionCommand : DefinitionCmdlet
{
    /// <summary>The definition: YAML, JSON or PowerShell data.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Values of the definition's parameters.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>Names what stays as well.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var values = ParameterValues.Of(Parameter);
        WriteObject(await Service().CompareAsync(Source, FullPath(Path), values, Detailed, progress, cancellationToken)
            .ConfigureAwait(false));
    }
}
