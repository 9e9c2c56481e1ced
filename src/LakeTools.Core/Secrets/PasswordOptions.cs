namespace LakeTools.Core.Secrets;

/// <summary>The permitted characters of a random password.</summary>
public sealed record PasswordOptions
{
    /// <summary>Characters, 1 to 4096; null for the service's 32.</summary>
    public int? Length { get; init; }

    /// <summary>Characters that must not be in it.</summary>
    public string? ExcludedCharacters { get; init; }

    /// <summary>No digits.</summary>
    public bool ExcludesNumbers { get; init; }

    /// <summary>No punctuation.</summary>
    public bool ExcludesPunctuation { get; init; }

    /// <summary>No capitals.</summary>
    public bool ExcludesUppercase { get; init; }

    /// <summary>No small letters.</summary>
    public bool ExcludesLowercase { get; init; }

    /// <summary>Blanks as well.</summary>
    public bool IncludesSpace { get; init; }

    /// <summary>Not necessarily one of each kind.</summary>
    public bool AllowsMissingKind { get; init; }
}
