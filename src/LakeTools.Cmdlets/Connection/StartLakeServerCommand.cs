using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Local.Faults;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Puts an embedded lake behind a port of this machine, for boto3, the AWS CLI and other programs.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeServer", SupportsShouldProcess = true)]
[OutputType(typeof(LakeServer))]
public sealed class StartLakeServerCommand : LakeCmdlet
{
    /// <summary>The lake's folder; made if it does not exist. Default: the lake of the connection.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LocalPath")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocalLakeCompleter))]
    public string? Local { get; set; }

    /// <inheritdoc/>
    [Parameter(ValueFromPipeline = true)]
    public override LakeConnection? Connection { get; set; }

    /// <summary>The port. Default: any that is free.</summary>
    [Parameter]
    [Number]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The principal of the returned keys: an ARN, role/name or user/name. Default: the lake's administrator.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocalPrincipalCompleter))]
    public string? As { get; set; }

    /// <summary>
    /// The faults of requests to the server, for tests: kinds of faults, or hashtables such as
    /// <c>@{ Kind = 'Throttle'; Rate = 0.1 }</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(FaultKindCompleter))]
    public object[]? Fault { get; set; }

    /// <summary>Returns the server: its address and keys.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // A piped connection sets both parameters.
        var (folder, account) = Local is null || (!WasTyped(nameof(Local)) && Connection?.LocalPath == Local)
            ? Connected() : (FullPath(Local), null);
        var faults = FaultList.Parse(Fault);
        if (!ShouldProcess(folder, "Serve on this machine")) return Task.CompletedTask;
        var server = LakeServers.Start(folder, Port, As, faults, account);
        if (PassThru) WriteObject(server);
        else
        {
            // A person at the prompt needs the address; output stays empty for scripts.
            var text = $"The lake {server.LocalPath} is served at {server.Uri} in Region {server.Region}. "
                + "Start-LakeServer -PassThru returns the access keys for clients.";
            WriteInformation(new InformationRecord(new HostInformationMessage { Message = text }, "LakeTools") { Tags = { "PSHOST" } });
        }

        return Task.CompletedTask;
    }

    // An ARN of -As decides the account in the lake of the default connection.
    private (string Folder, string? AccountId) Connected()
    {
        var connection = Connection ?? Ask(() => DefaultConnection.Current);
        var account = Connection is null && LocalConnection.AccountOf(As) is { } own ? own : connection?.AccountId;
        return (connection?.LocalPath ?? throw LakeServers.NotEmbedded(connection), account);
    }
}
