using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The request of GetRandomPassword.</summary>
public partial class GetRandomPasswordRequest : AmazonSecretsManagerRequest
{
    /// <summary>The password length. 1 to 4096.</summary>
    public long? PasswordLength { get; set; }

    /// <summary>The exclude characters. At most 4096 characters.</summary>
    public string ExcludeCharacters { get; set; }

    /// <summary>The flag ExcludeNumbers.</summary>
    public bool? ExcludeNumbers { get; set; }

    /// <summary>The flag ExcludePunctuation.</summary>
    public bool? ExcludePunctuation { get; set; }

    /// <summary>The flag ExcludeUppercase.</summary>
    public bool? ExcludeUppercase { get; set; }

    /// <summary>The flag ExcludeLowercase.</summary>
    public bool? ExcludeLowercase { get; set; }

    /// <summary>The flag IncludeSpace.</summary>
    public bool? IncludeSpace { get; set; }

    /// <summary>The flag RequireEachIncludedType.</summary>
    public bool? RequireEachIncludedType { get; set; }
}
