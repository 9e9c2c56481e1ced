using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.CloudTrail;

/// <summary>Access to data that Lake Formation gave a principal, or denied.</summary>
/// <param name="OwnerId">The account whose data it is.</param>
/// <param name="Parameters">The members of the request in CloudTrail's spelling.</param>
/// <param name="Service">The service that asked, such as <c>ATHENA</c>.</param>
internal sealed record DataAccess(string OwnerId, JsonObject Parameters, string Service)
{
    /// <summary>LakeTools' own reading of tables, which is to the lake what a service is to AWS.</summary>
    public const string LakeTools = "LAKETOOLS";

    /// <summary>A program that says nothing of itself.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>
    /// Whether the account of who asked lets the owner see which principal it was: its TrustedResourceOwners (developer guide,
    /// cross-account CloudTrail logging).
    /// </summary>
    public bool IsPrincipalTold { get; init; } = true;

    /// <summary>Why it was refused; null if it was given.</summary>
    public ApiException? Failure { get; init; }
}
