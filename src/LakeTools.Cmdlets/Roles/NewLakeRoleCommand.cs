using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Roles;

namespace LakeTools.Cmdlets.Roles;

/// <summary>
/// <para type="synopsis">Creates a role that Glue or Lake Formation may assume, with what it needs for folders in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeRole", SupportsShouldProcess = true)]
[OutputType(typeof(LakeRole))]
public sealed class NewLakeRoleCommand : LakeCmdlet
{
    /// <summary>The role's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("RoleName")]
    public string Name { get; set; } = "";

    /// <summary>The principals that can assume it. Default: Glue.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public RoleTrust Service { get; set; } = RoleTrust.Glue;

    /// <summary>Folders in S3 in which it may read, write, delete and list.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? Path { get; set; }

    /// <summary>Managed policies to attach. Default: AWSGlueServiceRole for Glue, none for Lake Formation.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    public string[]? ManagedPolicyArn { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var role = new NewRole
        {
            Name = Name,
            Service = Service,
            Paths = Path ?? [],
            ManagedPolicyArns = ManagedPolicyArn,
            Tags = StringMap.Of(Tag) ?? [],
        };
        RoleService.Check(role);
        if (!ShouldProcess(Name, $"Create the role for {Service}")) return;
        using var progress = Progress();
        WriteObject(await new RoleService(Lake).CreateAsync(role, progress, cancellationToken).ConfigureAwait(false));
    }, Name);
}
