namespace LakeTools.Local.Identity;

/// <summary>The effect of an action on objects: vended credentials permit only the first four.</summary>
internal enum ActionKind
{
    /// <summary>Gets or heads an object.</summary>
    Read,

    /// <summary>Lists keys under a prefix.</summary>
    List,

    /// <summary>Puts, copies onto, or uploads parts of an object.</summary>
    Write,

    /// <summary>Deletes an object.</summary>
    Delete,

    /// <summary>Anything else: versions, access control lists, settings of a bucket.</summary>
    Other,
}
