using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Roles;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Roles;

/// <summary>
/// <para type="synopsis">Creates a role that Glue or Lake Formation may assume, with what it needs for folders in S3.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeRole", SupportsShouldProcess = true)]
[OutputType(typeof(LakeRole))]
public sealed class NewLakeRoleCommand : LakeCmdlet, IInputTaker
{
    /// <summary>The role's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("RoleName")]
    public string Name { get; set; } = "";

    /// <summary>The principals that can assume it. Default: Glue.</summary>
    [Parameter]
    [EnumWord(typeof(RoleTrust))]
    public RoleTrust Service { get; set; } = RoleTrust.Glue;

    /// <summary>Folders in S3 in which it may read, write, delete and list.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[]? Path { get; set; }

    /// <summary>Managed policies to attach. Default: AWSGlueServiceRole for Glue, none for Lake Formation.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? ManagedPolicyArn { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>An object of Get-LakeRole, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    // A folder of an inline policy of somebody else may be read there alone.
    IEnumerable<string> IInputTaker.NotTaken =>
    [
        .. OwnPolicies.Select(name => $"the inline policy {name}"),
        .. InputObject?.BaseObject is LakeRole role ? RoleService.NotShown(role) : [],
    ];

    private string[] OwnPolicies => [.. LanguagePrimitives.ConvertTo<string[]>(
        PSValue.Of(InputObject?.Properties[nameof(LakeRole.InlinePolicyName)]?.Value) ?? Array.Empty<string>())
            .Where(name => name != RoleService.InlinePolicy)];

    /// <inheritdoc/>
    object? IInputTaker.Read(string parameter, object value) => parameter switch
    {
        nameof(Path) when IsCopy && OwnPolicies.Length > 0 => null,
        _ => value,
    };

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (IsCopy && !IsGiven(nameof(Service)))
            throw Fault.InputPropertyInvalid(InputObject, nameof(Service), "no service may assume the role");
        var role = new NewRole
        {
            Name = Name,
            Service = Service,
            Paths = Path ?? [],
            // A role that is read and has none is not to get the usual ones.
            ManagedPolicyArns = ManagedPolicyArn ?? (IsCopy ? [] : null),
            Tags = StringMap.Of(Tag) ?? [],
        };
        RoleService.Check(role);
        if (!ShouldProcess(Name, $"Create the role for {Service}")) return;
        using var progress = Progress();
        WriteObject(await new RoleService(Lake).CreateAsync(role, progress, cancellationToken).ConfigureAwait(false));
    }, Name);
}
