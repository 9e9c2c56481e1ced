namespace LakeTools.Local.Iam;

/// <summary>What a policy belongs to; its elements differ.</summary>
internal enum PolicyKind
{
    /// <summary>A role, user or session.</summary>
    Identity,

    /// <summary>A role, as its trust policy.</summary>
    Trust,

    /// <summary>A resource, such as a secret.</summary>
    Resource,

    /// <summary>A bucket: S3 has rules and texts of its own for actions and resources.</summary>
    Bucket,
}
