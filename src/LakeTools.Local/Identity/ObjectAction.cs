namespace LakeTools.Local.Identity;

/// <summary>What a caller wants to do with objects in S3.</summary>
internal enum ObjectAction
{
    /// <summary>Get or head an object.</summary>
    Read,

    /// <summary>List keys under a prefix.</summary>
    List,

    /// <summary>Put, copy onto, or upload parts of an object.</summary>
    Write,

    /// <summary>Delete an object.</summary>
    Delete,
}
