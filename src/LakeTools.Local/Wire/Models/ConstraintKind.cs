namespace LakeTools.Local.Wire.Models;

/// <summary>The kinds of constraints.</summary>
internal enum ConstraintKind
{
    /// <summary>The presence of the member.</summary>
    Presence,

    /// <summary>The length of a text or a blob, or the size of a number.</summary>
    Size,

    /// <summary>The number of items in a list or a map.</summary>
    Count,

    /// <summary>The characters of a text.</summary>
    Pattern,

    /// <summary>The permitted words of a text.</summary>
    Word,
}
