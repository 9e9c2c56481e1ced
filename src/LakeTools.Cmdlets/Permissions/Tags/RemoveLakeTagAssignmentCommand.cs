using System.Management.Automation;
using LakeTools.Cmdlets.Input;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Takes LF-Tags off a database, a table or columns, which then have what they inherit.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeTagAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(LakeTagAssignment))]
public sealed class RemoveLakeTagAssignmentCommand : TagAssignmentCmdlet, IForceable
{
    /// <summary>Whether the tag of Get-LakeTagAssignment is inherited. Inherited tags are skipped.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Flag]
    public bool IsInherited { get; set; }

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (resource, tags) = (Resource(), TagTable.Read(Tag));
        if (IsInherited)
        {
            WriteWarning($"Skipped: {resource} inherits {tags}. Remove it from the resource that it is assigned to.");
            return;
        }

        if (!ShouldProcess(resource.ToString(), $"Remove the LF-Tags {tags}")) return;
        var gone = await Service.RemoveAsync(resource, tags, cancellationToken).ConfigureAwait(false);
        if (gone.Count == 0) WriteVerbose($"No change: none of {tags} is assigned to {resource} itself.");
        if (PassThru) WriteObject(gone, enumerateCollection: true);
    }
}
