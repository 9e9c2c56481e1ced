using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Changes a connection of Glue. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeGlueConnection", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueConnection))]
public sealed class SetLakeGlueConnectionCommand : GlueConnectionCmdlet
{
    /// <summary>The connection's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueConnectionNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The type of the connection, such as JDBC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueConnectionTypeCompleter))]
    public string? ConnectionType { get; set; }

    /// <summary>Returns the changed connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            var change = Change(name, ConnectionType);
            if (!ShouldProcess(name, "Change the connection")) continue;
            await TryAsync(async () =>
            {
                var changed = await new GlueConnectionService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, name).ConfigureAwait(false);
        }
    }
}
