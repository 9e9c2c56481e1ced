namespace LakeTools.Local.Wire.Models;

/// <summary>What a constraint asks for.</summary>
internal enum ConstraintKind
{
    /// <summary>That the member is there.</summary>
    Presence,

    /// <summary>How long a text or a blob is, or how large a number.</summary>
    Size,

    /// <summary>How many items a list or a map has.</summary>
    Count,

    /// <summary>Which characters a text has.</summary>
    Pattern,

    /// <summary>That a text is one of some words.</summary>
    Word,
}
