namespace LakeTools.Core.Secrets;

/// <summary>The labels of versions that Secrets Manager itself moves.</summary>
public static class VersionStages
{
    /// <summary>The version in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The one before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>One that a rotation is making.</summary>
    public const string Pending = "AWSPENDING";
}
