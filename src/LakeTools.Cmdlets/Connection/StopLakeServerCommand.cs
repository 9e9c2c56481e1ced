using System.Management.Automation;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Stops the servers that Start-LakeServer has started in this process.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeServer", SupportsShouldProcess = true)]
public sealed class StopLakeServerCommand : LakeCmdlet
{
    /// <summary>The lake's folder. Default: every lake that is served.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LocalPath")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ServedLakeCompleter))]
    public string? Local { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var named = Named();
        foreach (var folder in named is null ? LakeServers.Folders() : [named])
        {
            if (!ShouldProcess(folder, "Stop serving") || LakeServers.Stop(folder) || named is null) continue;
            throw Fault.ServerNotFound(folder);
        }

        return Task.CompletedTask;
    }

    private string? Named()
    {
        if (Local is not null) return FullPath(Local);
        return Connection is null ? null : Connection.LocalPath ?? throw LakeServers.NotEmbedded(Connection);
    }
}
