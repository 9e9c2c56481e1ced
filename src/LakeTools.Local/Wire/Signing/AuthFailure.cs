namespace LakeTools.Local.Wire.Signing;

/// <summary>Why a request's signature is not accepted. Each protocol has a code and a status of its own for each.</summary>
internal enum AuthFailure
{
    /// <summary>The request is not signed.</summary>
    Missing,

    /// <summary>The Authorization header or the signed query lacks a part or cannot be read.</summary>
    Incomplete,

    /// <summary>The query of a presigned URL lacks a parameter or has one that cannot be read.</summary>
    IncompleteQuery,

    /// <summary>The same of a URL that is signed by version 2.</summary>
    IncompleteVersion2,

    /// <summary>A form lacks a field of its signature.</summary>
    IncompleteForm,

    /// <summary>The request is not signed, and is a POST without being a form.</summary>
    NoForm,

    /// <summary>A header that must be signed is not.</summary>
    UnsignedHeaders,

    /// <summary>There is no such access key, or the session token is not the key's.</summary>
    UnknownKey,

    /// <summary>The signature does not match the request and the key.</summary>
    BadSignature,

    /// <summary>The request was signed too long ago or in the future.</summary>
    Skewed,

    /// <summary>A presigned URL is past its time.</summary>
    UrlExpired,

    /// <summary>The session that the key belongs to has ended.</summary>
    SessionExpired,
}
