using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands that add and remove opt-ins.</summary>
public abstract class OptInWriteCmdlet : OptInCmdlet
{
    /// <summary>The principals: ARNs, account ids, role/name, user/name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Principal]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>
    /// A Cedar expression that the tags of the role, user or session must meet, such as
    /// <c>context.iam.principalTags.getTag("team") == "sales"</c>.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [Condition]
    public string? Condition { get; set; }
}
