using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Secrets;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Glue;

/// <summary>The base of the commands that make or change a connection of Glue.</summary>
public abstract class GlueConnectionCmdlet : LakeCmdlet
{
    /// <summary>Properties by Glue's names, such as JDBC_CONNECTION_URL. For Set-LakeGlueConnection, $null removes one.</summary>
    [Parameter]
    public Hashtable? Property { get; set; }

    /// <summary>The secret of Secrets Manager that holds user and password: its name or ARN.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Credential)])]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? SecretId { get; set; }

    /// <summary>
    /// User and password to connect with. Glue keeps them, and who may read the connection may read them; better is -SecretId.
    /// </summary>
    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The subnet that it is used from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SubnetId { get; set; }

    /// <summary>The security groups that it is used with.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The availability zone of the subnet.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AvailabilityZone { get; set; }

    /// <summary>Words by which connections are chosen.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? MatchCriterion { get; set; }

    /// <summary>The description; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>. For Set-LakeGlueConnection, $null removes one.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>The catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    private protected GlueConnectionChange Change(string name, string? type)
    {
        if (Credential is { UserName: null or "" }) throw Fault.CredentialEmpty(nameof(Credential));
        var change = new GlueConnectionChange
        {
            Name = name,
            ConnectionType = type?.ToUpperInvariant(),
            Property = StringMap.Changes(Property),
            SecretId = SecretId,
            Credential = Credential?.GetNetworkCredential(),
            SubnetId = SubnetId,
            SecurityGroupId = SecurityGroupId,
            AvailabilityZone = AvailabilityZone,
            MatchCriterion = MatchCriterion,
            Description = Description,
            Tags = StringMap.Changes(Tag),
            CatalogId = CatalogId,
        };
        GlueConnectionService.Check(change);

        // A piped connection may get a secret in the place of its user name.
        if (WasTyped(nameof(Property))) GlueConnectionService.CheckProperties(change);
        return change;
    }
}
