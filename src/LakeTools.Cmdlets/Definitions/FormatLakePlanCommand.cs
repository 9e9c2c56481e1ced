using System.Management.Automation;
using LakeTools.Core.Definitions.Plans;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Writes plans as text, Markdown, JSON or HTML.</para>
/// </summary>
[Cmdlet(VerbsCommon.Format, "LakePlan")]
[OutputType(typeof(string))]
public sealed class FormatLakePlanCommand : PSCmdlet
{
    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public LakePlan Plan { get; set; } = null!;

    /// <summary>Text, Markdown, Json or Html.</summary>
    [Parameter]
    [EnumWord(typeof(PlanFormat))]
    public PlanFormat As { get; set; } = PlanFormat.Text;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(PlanWriter.Write(Plan, As));
}
