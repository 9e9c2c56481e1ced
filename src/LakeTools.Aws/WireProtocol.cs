namespace LakeTools.Aws;

/// <summary>The wire formats of a service's requests and answers.</summary>
public enum WireProtocol
{
    /// <summary>A JSON body posted to <c>/Operation</c>.</summary>
    RestJson,

    /// <summary>A JSON body posted to <c>/</c>, with the operation in the header <c>X-Amz-Target</c>.</summary>
    Json11,

    /// <summary>A form posted to <c>/</c>, answered in XML.</summary>
    Query,
}
