using System.Management.Automation;
using System.Security;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Creates a random password.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakePassword", SupportsShouldProcess = true)]
[OutputType(typeof(SecureString), typeof(string))]
public sealed class NewLakePasswordCommand : LakeCmdlet
{
    /// <summary>The number of characters, 1 to 4096. Default: 32.</summary>
    [Parameter(Position = 0)]
    [Alias("PasswordLength")]
    [ValidateRange(1, 4096)]
    public int? Length { get; set; }

    /// <summary>Characters that must not be in it, as one text.</summary>
    [Parameter]
    [Alias("ExcludeCharacters")]
    [ValidateLength(1, 4096)]
    public string? ExcludeCharacter { get; set; }

    /// <summary>Excludes digits.</summary>
    [Parameter]
    [Alias("ExcludeNumbers")]
    public SwitchParameter ExcludeNumber { get; set; }

    /// <summary>Excludes punctuation.</summary>
    [Parameter]
    public SwitchParameter ExcludePunctuation { get; set; }

    /// <summary>Excludes uppercase letters.</summary>
    [Parameter]
    public SwitchParameter ExcludeUppercase { get; set; }

    /// <summary>Excludes lowercase letters.</summary>
    [Parameter]
    public SwitchParameter ExcludeLowercase { get; set; }

    /// <summary>Allows spaces.</summary>
    [Parameter]
    public SwitchParameter IncludeSpace { get; set; }

    /// <summary>Does not ask for one character of each kind.</summary>
    [Parameter]
    public SwitchParameter AllowMissingKind { get; set; }

    /// <summary>Gives readable text instead of a SecureString.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (!ShouldProcess("a random password", "Create")) return;
        var options = new PasswordOptions
        {
            Length = Length,
            ExcludedCharacters = ExcludeCharacter,
            ExcludesNumbers = ExcludeNumber,
            ExcludesPunctuation = ExcludePunctuation,
            ExcludesUppercase = ExcludeUppercase,
            ExcludesLowercase = ExcludeLowercase,
            IncludesSpace = IncludeSpace,
            AllowsMissingKind = AllowMissingKind,
        };
        await TryAsync(async () =>
        {
            var password = await new PasswordService(Lake).CreateAsync(options, cancellationToken).ConfigureAwait(false);
            WriteObject(AsPlainText ? password : SecretValue.Secure(password));
        }).ConfigureAwait(false);
    }
}
