using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Removes a connection of Glue.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeGlueConnection", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeGlueConnectionCommand : LakeCmdlet, IForceable
{
    /// <summary>The connection's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueConnectionNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Remove the connection")) continue;
            await TryAsync(() => new GlueConnectionService(Lake).RemoveAsync(name, CatalogId, cancellationToken), name)
                .ConfigureAwait(false);
        }
    }
}
