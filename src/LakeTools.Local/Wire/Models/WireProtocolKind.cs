namespace LakeTools.Local.Wire.Models;

/// <summary>The wire format of a service's requests and answers.</summary>
internal enum WireProtocolKind
{
    /// <summary>JSON bodies; the path names the operation.</summary>
    RestJson,

    /// <summary>JSON bodies; the X-Amz-Target header names the operation.</summary>
    Json11,

    /// <summary>Form parameters in, XML out; the Action parameter names the operation.</summary>
    Query,

    /// <summary>As <see cref="Query"/>, with lists and answers in the manner of EC2.</summary>
    Ec2,
}
