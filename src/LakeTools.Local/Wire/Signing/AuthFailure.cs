namespace LakeTools.Local.Wire.Signing;

/// <summary>Why a request's signature is not accepted. Each protocol has a code and a status of its own for each.</summary>
internal enum AuthFailure
{
    /// <summary>The request is not signed.</summary>
    Missing,

    /// <summary>The Authorization header or the signed query lacks a part or cannot be read.</summary>
    Incomplete,

    /// <summary>There is no such access key, or the session token is not the key's.</summary>
    UnknownKey,

    /// <summary>The signature is not the one that the request and the key give.</summary>
    BadSignature,

    /// <summary>The request was signed too long ago or in the future.</summary>
    Skewed,

    /// <summary>A presigned URL is past its time.</summary>
    UrlExpired,

    /// <summary>The session that the key belongs to has ended.</summary>
    SessionExpired,
}
