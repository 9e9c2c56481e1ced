using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Takes LF-Tags off a database, a table or columns, which then have what they inherit.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeTagAssignment", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(LakeTagAssignment))]
public sealed class RemoveLakeTagAssignmentCommand : TagAssignmentCmdlet, IForceable
{
    /// <summary>Whether the tag of Get-LakeTagAssignment is inherited, and so not there to be taken off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public bool IsInherited { get; set; }

    /// <summary>Asks no question before it removes anything.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (resource, tags) = (Resource(), TagTable.Read(Tag));
        if (IsInherited)
        {
            WriteWarning($"{tags} is inherited by {resource}, and left out: it is taken off where it was put.");
            return;
        }

        if (!ShouldProcess(resource.ToString(), $"Take the LF-tags {tags} off it")) return;
        var gone = await Service.RemoveAsync(resource, tags, cancellationToken).ConfigureAwait(false);
        if (gone.Count == 0) WriteVerbose($"Nothing to do: {resource} has none of {tags} of its own.");
        if (PassThru) WriteObject(gone, enumerateCollection: true);
    }
}
