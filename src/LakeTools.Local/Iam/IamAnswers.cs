using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>The common parts of IAM's responses.</summary>
internal static class IamAnswers
{
    private const int DefaultMaxItems = 100;

    /// <summary>A member that is a text; null if the request has none.</summary>
    public static string? Text(ApiCall call, string member) => (string?)call.Input[member];

    /// <summary>A page of a list.</summary>
    /// <param name="call">The call, for its Marker and MaxItems.</param>
    /// <param name="member">The member that the items are in.</param>
    /// <param name="read">Reads items after a key, and how many.</param>
    /// <param name="key">The key of an item.</param>
    /// <param name="show">An item as it is answered.</param>
    public static JsonObject Page<T>(ApiCall call, string member, Func<string, int, List<T>> read, Func<T, string> key,
        Func<T, JsonNode> show)
    {
        var page = new Page(call.Input, PageForm.Iam, call.Operation, DefaultMaxItems);
        var (items, next) = page.Cut(read(page.After, page.Size + 1), key);
        return new JsonObject
        {
            [member] = new JsonArray([.. items.Select(show)]),
            ["IsTruncated"] = next is not null,
        }.With("Marker", next);
    }

    /// <summary>A policy that the request has, which must be one.</summary>
    public static string Document(ApiCall call, string member, PolicyKind kind)
    {
        var text = Text(call, member)!;
        return PolicyDocument.Fault(text, kind) is { } fault
            ? throw new ApiException("MalformedPolicyDocument", $"The policy is not valid: {fault}.") : text;
    }

    /// <summary>A permissions boundary as it is answered; null for none.</summary>
    public static JsonObject? Boundary(string? arn) => arn is null ? null : new JsonObject
    {
        ["PermissionsBoundaryType"] = "Policy",
        ["PermissionsBoundaryArn"] = arn,
    };

    public static ApiException NotFound(string what) => new("NoSuchEntity", $"The {what} cannot be found.", 404);

    public static ApiException Conflict(string text) => new("DeleteConflict", $"Cannot delete entity, must {text} first.", 409);

    public static ApiException Limit(string text) => new("LimitExceeded", text, 409);
}
