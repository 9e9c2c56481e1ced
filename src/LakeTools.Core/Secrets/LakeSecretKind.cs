namespace LakeTools;

/// <summary>The kinds of a secret's value.</summary>
public enum LakeSecretKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Text that is a JSON object, whose keys can be read one by one.</summary>
    Json,

    /// <summary>Bytes.</summary>
    Binary,
}
