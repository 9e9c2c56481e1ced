using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>A bucket as a website: checked as recorded and returned; nothing is served by it.</summary>
internal static class WebsiteRules
{
    private static readonly string[] s_protocols = ["http", "https"];

    /// <summary>Throws for a configuration that S3 does not take; gives its record.</summary>
    public static string Check(XmlBody body)
    {
        if (body.Child("RedirectAllRequestsTo") is { } all)
        {
            if (body.All.Count() > 1)
            {
                throw S3Error.InvalidArgument(
                    "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.",
                    "RedirectAllRequestsTo",
                    "not null");
            }

            all.RequiredText("HostName");
            CheckProtocol(all);
            return body.ToRecord();
        }

        if (body.Child("IndexDocument") is not { } index)
        {
            throw S3Error.InvalidArgument(
                "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty", "IndexDocument", "null");
        }

        var suffix = index.Text("Suffix") ?? "";
        if (suffix.Length == 0 || suffix.Contains('/', StringComparison.Ordinal))
            throw S3Error.InvalidArgument("The IndexDocument Suffix is not well formed", "IndexDocument", suffix);
        if (body.Child("ErrorDocument") is { } error && error.RequiredText("Key").Length == 0) throw S3Error.MalformedXml();
        if (body.Child("RoutingRules") is { } rules) CheckRules(rules);
        return body.ToRecord();
    }

    private static void CheckRules(XmlBody rules)
    {
        if (!rules.All.Any()) throw S3Error.MalformedXml();
        foreach (var rule in rules.Children("RoutingRule"))
        {
            var redirect = rule.Required("Redirect");
            if (redirect.Child("ReplaceKeyPrefixWith") is not null && redirect.Child("ReplaceKeyWith") is not null)
                throw S3Error.InvalidRequest("You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
            if (rule.Child("Condition") is { } condition && !condition.All.Any())
            {
                throw S3Error.InvalidRequest("Condition cannot be empty. "
                    + "To redirect all requests without a condition, the condition element shouldn't be present.");
            }

            CheckProtocol(redirect);
        }
    }

    private static void CheckProtocol(XmlBody redirect)
    {
        if (redirect.Text("Protocol") is not { } protocol || s_protocols.Contains(protocol)) return;
        throw S3Error.InvalidRequest(
            "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.");
    }
}
