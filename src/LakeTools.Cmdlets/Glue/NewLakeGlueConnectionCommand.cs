using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a connection for jobs and crawlers of Glue.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueConnection", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueConnection))]
public sealed class NewLakeGlueConnectionCommand : GlueConnectionCmdlet, IInputTaker
{
    /// <summary>The connection's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The type of the connection, such as JDBC, KAFKA, MONGODB or NETWORK.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueConnectionTypeCompleter))]
    public string ConnectionType { get; set; } = "";

    /// <summary>
    /// An object of Get-LakeGlueConnection, or one with properties named as parameters. Sets those that are not typed.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    IEnumerable<string> IInputTaker.NotTaken =>
    [
        // Its user is a property, and its password is never shown.
        .. (string[])(SecretId is null && Credential is null && Property?.ContainsKey("USERNAME") == true ? ["the password"] : []),
        .. InputObject?.BaseObject is LakeGlueConnection connection ? GlueConnectionService.NotShown(connection) : [],
    ];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(Name, ConnectionType);
        if (!ShouldProcess(Name, "Create the connection")) return;
        await TryAsync(async () =>
        {
            await WriteResultAsync(new GlueConnectionService(Lake).CreateAsync(change, cancellationToken)).ConfigureAwait(false);
        }, Name).ConfigureAwait(false);
    }
}
